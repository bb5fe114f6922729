"""Days of the calendar in a court's file: `2026-12-24`, or `2026-12-24 to 2026-12-31`."""

from datetime import date, timedelta

from bot.flow.model import Place
from bot.flow.reading import as_day
from bot.flow.report import Report

LONGEST = 366


def parse_days(text: str, place: Place, report: Report) -> tuple[date, ...]:
    """All days from the first to the last, both included; none, and a problem, when they make no sense."""
    first_text, _, last_text = text.partition(" to ")
    first = as_day(first_text.strip(), place, report, "The day")
    last = as_day(last_text.strip(), place, report, "The last day") if last_text else first
    if first is None or last is None:
        return ()
    if last < first:
        report.error(place, "days_reversed", f"{text} ends before it begins.", "Write the earlier day first.")
        return ()
    days = (last - first).days + 1
    if days > LONGEST:
        report.error(
            place, "too_many_days", f"{text} are {days} days.", "Look at the years; write a year at most."
        )
        return ()
    return tuple(first + timedelta(days=number) for number in range(days))
