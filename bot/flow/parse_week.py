"""The hours of a week, from days and times to openings."""

import re
from collections.abc import Iterable

from bot.flow.model import Place
from bot.flow.openings import openings
from bot.flow.report import Report
from bot.flow.timetable import Openings
from bot.flow.weekdays import ADVICE, WEEKDAYS, weekdays

Week = tuple[Openings, ...]
Line = tuple[str, tuple[str, ...], Place]
"""Days, times and where they stand."""

_TIMES_BEGIN = re.compile(r"\s*\b(?=\d|noon|midnight|closed)", re.I)


def parse_week(lines: Iterable[Line], report: Report) -> Week:
    """Seven days of openings, Monday first; a day that is not named is closed."""
    week: dict[int, Openings] = {}
    for days, times, place in lines:
        found = weekdays(days)
        if not found:
            report.error(place, "bad_weekday", f'"{days}" names no days of the week.', ADVICE)
        hours = openings(times, place, report)
        for day in found:
            if day in week:
                what = f"The hours of {WEEKDAYS[day]} are written twice."
                report.error(place, "day_twice", what, "Put all its times in one line, with commas.")
            week[day] = hours
    return tuple(week.get(day, ()) for day in range(len(WEEKDAYS)))


def week_of(text: str, place: Place, report: Report) -> Week:
    """The hours of a week in one line: `monday to friday 8:00 to 18:00; saturday 9:00 to 12:00`."""
    lines = (_TIMES_BEGIN.split(part.strip(), maxsplit=1) for part in text.split(";"))
    return parse_week(((line[0], tuple(line[1:]) or ("",), place) for line in lines), report)
