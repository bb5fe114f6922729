"""The days that a text speaks of, in a form that is short to write down."""

from bot.matching.dates import choose_among, spans
from bot.matching.types import Match
from tests.unit.matching.questions import CREATED, TODAY


def days(text: str) -> list[tuple[str, str]]:
    """Start and end of each span in ISO form, "" where it is open."""
    return [(str(found.span.start or ""), str(found.span.end or "")) for found in spans(text, TODAY)]


def answer(text: str) -> str | tuple[str, ...] | None:
    """The one answer that a text's dates fall in, the several they touch, or None."""
    chosen = choose_among(spans(text, TODAY), CREATED.options)
    return chosen.answer if isinstance(chosen, Match) else chosen.candidates if chosen else None
