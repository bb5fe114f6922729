"""Faults on demand: what goes wrong, where, and how often."""

from dataclasses import asdict, dataclass, field
from typing import Literal, TypeVar, get_args

from bot.practice.shapes import Json

WebFaultKind = Literal[
    "ratelimited",
    "error_before",
    "error_after",
    "drop_before",
    "drop_after",
    "slow_before",
    "slow_after",
    "refuse",
    "html",
]
DeliveryFaultKind = Literal["duplicate", "reorder", "delay", "hold"]


@dataclass(slots=True)
class WebFault:
    """What goes wrong in the next `count` calls of `method` (`*`: of any).

    `ratelimited`: 429 with `Retry-After: seconds`. `error_before`/`error_after`: 500, without or
    with the change made. `drop_before`/`drop_after`: the connection is cut, likewise.
    `slow_before`/`slow_after`: the answer waits `seconds`, before or after the change.
    `refuse`: Slack's error `code`. `html`: 503 with a page instead of JSON, nothing changed.
    The first `skip` calls pass; with `channel`, only calls for that channel count.
    """

    kind: WebFaultKind
    method: str = "*"
    count: int = 1
    seconds: float = 1
    code: str = "fatal_error"
    channel: str = ""
    skip: int = 0

    def __post_init__(self) -> None:
        if self.kind not in get_args(WebFaultKind):
            raise ValueError(f"no such fault: {self.kind}; there are {get_args(WebFaultKind)}")


@dataclass(slots=True)
class DeliveryFault:
    """What happens to the next `count` deliveries of `kinds` (empty: any but echoes).

    `duplicate`: `copies` more of the same are sent, `seconds` apart, with retry headers when
    `retry_headers`. `reorder`: this one waits until the next one was delivered. `delay`: it leaves
    after `seconds`. `hold`: it leaves when it is released.
    """

    kind: DeliveryFaultKind
    kinds: list[str] = field(default_factory=list)
    count: int = 1
    copies: int = 1
    seconds: float = 0
    retry_headers: bool = False

    def __post_init__(self) -> None:
        if self.kind not in get_args(DeliveryFaultKind):
            raise ValueError(f"no such fault: {self.kind}; there are {get_args(DeliveryFaultKind)}")


Fault = TypeVar("Fault", WebFault, DeliveryFault)


class Faults:
    """The faults still to be played, oldest first. `no_metadata` and `mute` last until changed."""

    def __init__(self) -> None:
        self.web: list[WebFault] = []
        self.deliveries: list[DeliveryFault] = []
        self.no_metadata = False
        """Histories and threads come without any message's metadata."""
        self.mute = False
        """Sockets answer no ping, as a half-open connection does."""

    def add(self, fault: WebFault | DeliveryFault) -> None:
        """Play `fault` from now on, after those that wait already."""
        if isinstance(fault, WebFault):
            self.web.append(fault)
        else:
            self.deliveries.append(fault)

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        self.web.clear()
        self.deliveries.clear()
        self.no_metadata = self.mute = False

    def for_call(self, method: str, channel: str) -> WebFault | None:
        """The fault that this call meets, used up by one."""
        for fault in self.web:
            if fault.method not in ("*", method) or fault.channel not in ("", channel):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            _use(self.web, fault)
            return fault
        return None

    def for_delivery(self, kind: str) -> DeliveryFault | None:
        """The fault that this delivery meets, used up by one."""
        for fault in self.deliveries:
            if kind in fault.kinds or (not fault.kinds and kind != "echo"):
                _use(self.deliveries, fault)
                return fault
        return None

    def as_json(self) -> Json:
        """What is still to come."""
        return {
            "web": [asdict(one) for one in self.web],
            "deliveries": [asdict(one) for one in self.deliveries],
            "no_metadata": self.no_metadata,
            "mute": self.mute,
        }


def _use(waiting: list[Fault], fault: Fault) -> None:
    fault.count -= 1
    if fault.count <= 0:
        waiting.remove(fault)
