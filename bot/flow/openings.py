"""The hours of one day as people write them: `8:30 to 17:00`, `8:30 am to noon, 1 pm to 5 pm`, `closed`."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.flow.model import Place
from bot.flow.report import Report
from bot.flow.timetable import Opening, Openings

CLOSED = "closed"
ADVICE = "Write it like 8:30 to 17:00, or 8:30 am to 5 pm; with a break: 8:30 to 12:00, 13:00 to 17:00."
_PART = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_ENDS = re.compile(r"\s+to\s+|\s*[-\u2013]\s*")
_TIME = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?:\s*(?P<half>[ap])\.?m\.?)?")
_NOON, _DAY, _HALVES = 12 * 60, 24 * 60, 12


def openings(texts: Iterable[str], place: Place, report: Report) -> Openings:
    """The openings that these texts name, in order; what is wrong is reported at `place` and left out."""
    parts = [part for text in texts for part in _PART.split(text.lower().strip())]
    if parts == [CLOSED]:
        return ()
    read = (_opening(part, place, report) for part in parts)
    found = sorted(one for one in read if one is not None)
    for before, after in pairwise(found):
        if after.opens < before.closes:
            what = f"The times overlap: {', '.join(parts)}."
            report.error(place, "hours_overlap", what, "Let each one begin when the one before has ended.")
            return ()
    return tuple(found)


def _opening(text: str, place: Place, report: Report) -> Opening | None:
    match _ENDS.split(text):
        case [first, last]:
            opens, closes = _minutes(first), _minutes(last) or (_DAY if last == "midnight" else None)
        case _:
            opens = closes = None
    if opens is None or closes is None or _is_mixed(text):
        report.error(place, "bad_hours", f'"{text}" is no opening.', ADVICE)
        return None
    if closes <= opens:
        advice = "Write the hours after noon as 13:00 to 24:00, or add am and pm to both."
        report.error(place, "hours_reversed", f'"{text}" ends before it begins.', advice)
        return None
    return Opening(opens, closes)


def _is_mixed(text: str) -> bool:
    """Whether one end has am or pm and the other, a number too, has not: `1:30 to 5 pm`."""
    times = [found for end in _ENDS.split(text) if (found := _TIME.fullmatch(end))]
    return len({found["half"] is None for found in times}) > 1


def _minutes(text: str) -> int | None:
    """Minutes after midnight; None for what is no time, and for a bare hour such as 8."""
    if text in ("noon", "midnight"):
        return _NOON if text == "noon" else 0
    found = _TIME.fullmatch(text)
    if not found or not (found["minute"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= _HALVES:
            return None
        hour = hour % _HALVES + (_HALVES if found["half"] == "p" else 0)
    total = hour * 60 + minute
    return total if minute < 60 and total <= _DAY else None
