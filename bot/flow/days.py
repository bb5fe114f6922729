"""Days of facts: as a value, in words, and whether a fact holds or has grown stale."""

from datetime import date

from bot.flow.clock_words import week_in_words, zone_in_words
from bot.flow.model import Fact
from bot.flow.parse_week import Week, week_of
from bot.flow.report import Report


def day_of(fact: Fact) -> date | None:
    """The day that a date fact names; None when the fact is no day."""
    try:
        return date.fromisoformat(fact.value) if fact.kind == "date" else None
    except ValueError:
        return None


def hours_of(fact: Fact) -> Week:
    """The week of a fact of kind hours; `load` has told what was wrong with it."""
    return week_of(fact.value, fact.place, Report())


def in_words(fact: Fact) -> str:
    """A fact as it stands in a sentence: dates as `August 11, 2014`, hours with their days and their zone.

    All others are as they were written.
    """
    if fact.kind == "hours":
        return f"{week_in_words(hours_of(fact))} {zone_in_words(fact.zone)}"
    day = day_of(fact)
    return f"{day:%B} {day.day}, {day.year}" if day else fact.value


def holds(fact: Fact, today: date) -> bool:
    """Whether a fact is in force on this day: from its first day to its last, both included."""
    return (fact.start is None or fact.start <= today) and (fact.until is None or today <= fact.until)


def is_stale(fact: Fact, today: date) -> bool:
    """Whether a fact should have been looked up again by now."""
    return today > fact.expires
