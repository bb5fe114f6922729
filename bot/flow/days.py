"""Days of facts: as a value, in words, and whether a fact holds or has grown stale."""

from datetime import date

from bot.flow.model import Fact


def day_of(fact: Fact) -> date | None:
    """The day that a date fact names; None when the fact is no day."""
    try:
        return date.fromisoformat(fact.value) if fact.kind == "date" else None
    except ValueError:
        return None


def in_words(fact: Fact) -> str:
    """A fact as it stands in a sentence: `August 11, 2014` for a date, the value as written for the rest."""
    day = day_of(fact)
    return f"{day:%B} {day.day}, {day.year}" if day else fact.value


def holds(fact: Fact, today: date) -> bool:
    """Whether a fact is in force on this day: from its first day to its last, both included."""
    return (fact.start is None or fact.start <= today) and (fact.until is None or today <= fact.until)


def is_stale(fact: Fact, today: date) -> bool:
    """Whether a fact should have been looked up again by now."""
    return today > fact.expires
