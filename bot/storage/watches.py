"""The stopwatches of a case as JSON text, and back."""

import json
from datetime import timedelta

from bot.engine.clocks import IDLE, Stopwatch, Watches
from bot.storage.shapes import write
from bot.storage.times import micros_or_none, moment_or_none

_MICROSECOND = timedelta(microseconds=1)


def watches_text(watches: Watches) -> str:
    """`[["first_response:...",0,1700000000000000],["resolution:...",0,null]]`: name, spent, running since."""
    if watches == IDLE:
        return ""
    both = (watches.response, watches.resolution)
    return write([(one.cycle, one.spent // _MICROSECOND, micros_or_none(one.since)) for one in both])


def watches(text: str) -> Watches:
    """What `watches_text` wrote."""
    return Watches(*(_stopwatch(*one) for one in json.loads(text))) if text else IDLE


def _stopwatch(cycle: str, spent: int, since: int | None) -> Stopwatch:
    return Stopwatch(cycle, timedelta(microseconds=spent), moment_or_none(since))
