"""Desks with hours, for the tests of business time."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.engine.federal_holidays import federal_holiday
from bot.engine.hours import Hours
from bot.flow.timetable import Opening, Openings, Timetable

CHICAGO = ZoneInfo("America/Chicago")
OFFICE = (Opening(8 * 60 + 30, 17 * 60),)
LUNCH = (Opening(8 * 60 + 30, 12 * 60), Opening(13 * 60, 17 * 60))
NIGHT = (Opening(0, 24 * 60),)
CLOSED: Openings = ()
WEEKDAYS = (OFFICE,) * 5 + (CLOSED,) * 2


def desk(
    week: tuple[Openings, ...] = WEEKDAYS,
    closed: Mapping[date, str] | None = None,
    opened: Mapping[date, Openings] | None = None,
    *,
    holidays: bool = True,
) -> Hours:
    """A desk in Chicago, open Monday to Friday from 8:30 to 17:00 unless told otherwise."""
    return Hours(Timetable(week, holidays, closed or {}, opened or {}), CHICAGO, federal_holiday)


def at(text: str) -> datetime:
    """A time on the wall in Chicago: `2026-10-09 16:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO)
