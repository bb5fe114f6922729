"""The `desk` of a court's file: its hours, closures and targets."""

from collections.abc import Iterator
from datetime import date

from bot.flow.grammar import TARGETS
from bot.flow.model import Place
from bot.flow.openings import openings
from bot.flow.parse_days import parse_days
from bot.flow.parse_duration import duration
from bot.flow.parse_week import Week, parse_week
from bot.flow.reading import Section, as_list, as_text
from bot.flow.report import Report
from bot.flow.timetable import Desk, Openings, Targets, Timetable
from bot.flow.written import Block, Items

NO_HOLIDAYS = "none"
PART_OF_HOURS = ("holidays", "closed", "open")
"""Keys that say something about hours, and nothing without them."""


def parse_desk(section: Section) -> Desk | None:
    """The desk; None where its hours are missing or wrong, so that nothing is promised."""
    if not section.has("hours"):
        _hours_missing(section)
        return None
    week = _week(section)
    if not any(week):
        return None
    opened = dict(_open(section))
    timetable = Timetable(
        week=week,
        holidays=section.text("holidays") != NO_HOLIDAYS,
        closed=dict(_closed(section, opened)),
        open=opened,
    )
    return Desk(timetable, _targets(section, timetable))


def _week(section: Section) -> Week:
    report, told = section.report, len(section.report.problems())
    lines = (
        (entry.key, as_list(entry.value, report, "The hours"), entry.place)
        for entry in section.entries("hours")
    )
    week = parse_week(lines, report)
    if not any(week) and len(report.problems()) == told:
        advice = "Write a line such as monday to friday: 8:30 to 17:00."
        report.error(section.under("hours"), "never_open", "The desk is never open.", advice)
    return week


def _hours_missing(section: Section) -> None:
    place, advice = section.place, 'Add "hours:" under "desk:", or take this out.'
    if section.has("targets"):
        what = "Targets count only while the desk is open, and it has no hours."
        section.report.error(section.under("targets"), "targets_without_hours", what, advice)
    elif any(section.has(key) for key in PART_OF_HOURS):
        section.report.error(place, "missing_key", 'The key "hours" is missing in the desk.', advice)


def _open(section: Section) -> Iterator[tuple[date, Openings]]:
    seen: set[date] = set()
    for entry in section.entries("open"):
        hours = openings(as_list(entry.value, section.report, "The hours"), entry.place, section.report)
        for day in parse_days(entry.key, entry.place, section.report):
            _once(day, seen, entry.place, section.report)
            yield day, hours


def _closed(section: Section, opened: dict[date, Openings]) -> Iterator[tuple[date, str]]:
    seen = set(opened)
    for text, reason, place in _closures(section):
        for day in parse_days(text, place, section.report):
            _once(day, seen, place, section.report)
            yield day, reason


def _closures(section: Section) -> Iterator[tuple[str, str, Place]]:
    """Days, reason and place of each closure: a list of days, or a reason after each."""
    value = section.value("closed")
    if isinstance(value, Block):
        for entry in value.entries:
            yield entry.key, as_text(entry.value, section.report, "The reason") or "", entry.place
    elif isinstance(value, Items):
        for item in value.values:
            yield as_text(item, section.report, "The day") or "", "", item.place
    else:
        for text in section.texts("closed"):
            yield text, "", section.under("closed")


def _once(day: date, seen: set[date], place: Place, report: Report) -> None:
    if day in seen:
        what = f"{day} is written twice among the days that differ."
        report.error(place, "day_twice", what, 'Keep it in one place, under "closed:" or under "open:".')
    seen.add(day)


def _targets(section: Section, timetable: Timetable) -> Targets:
    """Business time; a day is as long as the longest day of the week."""
    value = section.value("targets")
    if value is None:
        return Targets()
    targets = Section(value, TARGETS, section.report, "the targets")
    return Targets(
        first_response=duration(targets, "first response", timetable.day),
        next_response=duration(targets, "next response", timetable.day),
        resolution=duration(targets, "resolution", timetable.day),
    )
