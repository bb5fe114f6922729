"""The ts by which a surface names a message: it is also the time at which the message was written."""

import re

MICROSECONDS = 1_000_000

STAMP = re.compile(r"([0-9]{1,10})(?:\.([0-9]{1,9}))?")
"""Ten digits of seconds end in the year 2286; a larger number is no time and fits in no database."""


def written_at(ts: str) -> int:
    """The ts of a message (`1772474400.000100`) in microseconds since 1970; 0 when it is none."""
    found = STAMP.fullmatch(ts)
    if found is None:
        return 0
    seconds, rest = found.groups(default="")
    return int(seconds) * MICROSECONDS + int(rest[:6].ljust(6, "0"))
