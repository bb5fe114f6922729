"""Times, days, weeks and time zones as they stand in a sentence."""

from datetime import date, datetime
from itertools import groupby

from bot.flow.timetable import Openings
from bot.flow.weekdays import WEEKDAYS

_NOON, _MIDNIGHTS = 12 * 60, (0, 24 * 60)
ZONES = {
    "America/New_York": "Eastern",
    "America/Detroit": "Eastern",
    "America/Indiana/Indianapolis": "Eastern",
    "America/Kentucky/Louisville": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Boise": "Mountain",
    "America/Phoenix": "Mountain Standard",
    "America/Los_Angeles": "Pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
    "America/Puerto_Rico": "Atlantic",
    "America/St_Thomas": "Atlantic",
    "Pacific/Guam": "Chamorro",
}
"""The time zones of the federal courts, and what people there call their time."""


def zone_in_words(zone: str) -> str:
    """`Central Time` for America/Chicago; the name of its city for a zone that is not in the table."""
    return f"{ZONES.get(zone) or zone.rpartition('/')[2].replace('_', ' ')} Time"


def time_in_words(minutes: int) -> str:
    """`8:30 a.m.`, `5:00 p.m.`, `noon` or `midnight`, from minutes after midnight."""
    if minutes in _MIDNIGHTS:
        return "midnight"
    if minutes == _NOON:
        return "noon"
    half = "a.m." if minutes < _NOON else "p.m."
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02} {half}"


def clock_in_words(at: datetime) -> str:
    """The time on the wall at this moment."""
    return time_in_words(at.hour * 60 + at.minute)


def day_in_words(day: date) -> str:
    """`Monday, November 30`."""
    return f"{day:%A}, {day:%B} {day.day}"


def week_in_words(week: tuple[Openings, ...]) -> str:
    """`Monday to Thursday, 8:30 a.m. to 5:00 p.m.; Friday, 8:30 a.m. to noon`; closed days are left out."""
    parts = []
    for openings, days in groupby(range(len(week)), key=week.__getitem__):
        if openings:
            parts.append(f"{_days_in_words(list(days))}, {openings_in_words(openings)}")
    return "; ".join(parts)


def openings_in_words(openings: Openings) -> str:
    """The stretches of a day: `8:30 a.m. to noon and 1:00 p.m. to 5:00 p.m.`."""
    return " and ".join(f"{time_in_words(one.opens)} to {time_in_words(one.closes)}" for one in openings)


def _days_in_words(days: list[int]) -> str:
    names = [WEEKDAYS[day].capitalize() for day in (days[0], days[-1])]
    if len(days) == len(WEEKDAYS):
        return "every day"
    if len(days) == 1:
        return names[0]
    return (" and " if len(days) == len(names) else " to ").join(names)
