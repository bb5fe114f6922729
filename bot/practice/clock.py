"""The practice workspace's clock, which a test can move."""

import time
from collections.abc import Callable


class PracticeClock:
    """Slack's time: the machine's, plus what it was moved by.

    Message timestamps, trigger ids and response URLs follow it. Signatures do not: they carry the
    machine's own time, because the app checks them against that.
    """

    def __init__(self, read: Callable[[], float] = time.time) -> None:
        self._read = read
        self._moved = 0.0
        self._last = 0

    def now(self) -> float:
        """Seconds since 1970."""
        return self._read() + self._moved

    def move(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._moved += seconds

    def next_ts(self) -> str:
        """A Slack timestamp that is later than every one before it, such as `1760000000.000100`."""
        self._last = max(self._last + 1, int(self.now() * 1_000_000))
        return spelled(self._last)


def spelled(microseconds: int) -> str:
    """Microseconds since 1970 as a Slack timestamp."""
    return f"{microseconds // 1_000_000}.{microseconds % 1_000_000:06d}"


def microseconds(ts: str) -> int:
    """A Slack timestamp as microseconds since 1970.

    Raises `ValueError` when `ts` is no number.
    """
    whole, _, rest = ts.partition(".")
    return int(whole or "0") * 1_000_000 + int((rest + "000000")[:6])
