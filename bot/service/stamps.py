"""The ts by which a surface names a message: it is also the time at which the message was written."""

MICROSECONDS = 1_000_000


def written_at(ts: str) -> int:
    """The ts of a message (`1772474400.000100`) in microseconds since 1970; 0 when it is none."""
    seconds, _, rest = ts.partition(".")
    if not (seconds + rest).isdecimal():
        return 0
    return int(seconds or 0) * MICROSECONDS + int(rest[:6].ljust(6, "0"))
