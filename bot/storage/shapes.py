"""The maps and lists of a conversation as JSON text, and back."""

import json
from collections.abc import Mapping

from bot.engine.conversation import Doubt, Told

write = json.JSONEncoder(separators=(",", ":")).encode
"""A value as JSON text, without spaces, in ASCII."""


def told_text(told: Mapping[str, Told]) -> str:
    """`{"account":["own",1700000000000000]}`, in the order it was told."""
    return write({question: (one.answer, one.at) for question, one in told.items()}) if told else "{}"


def told(text: str) -> dict[str, Told]:
    """What `told_text` wrote."""
    return {question: Told(answer, at) for question, (answer, at) in json.loads(text).items()}


def doubt_text(doubt: Doubt | None) -> str:
    """Question, earlier and later answer; empty when there is no doubt."""
    if doubt is None:
        return ""
    return write([doubt.question, doubt.early.answer, doubt.early.at, doubt.later.answer, doubt.later.at])


def doubt(text: str) -> Doubt | None:
    """What `doubt_text` wrote."""
    if not text:
        return None
    question, early, early_at, later, later_at = json.loads(text)
    return Doubt(question, Told(early, early_at), Told(later, later_at))


def words_text(words: tuple[str, ...]) -> str:
    """A list of texts."""
    return write(words) if words else "[]"


def words(text: str) -> tuple[str, ...]:
    """What `words_text` wrote."""
    return () if text == "[]" else tuple(json.loads(text))


def pairs_text(pairs: tuple[tuple[str, str], ...]) -> str:
    """A list of pairs of texts."""
    return write(pairs) if pairs else "[]"


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """What `pairs_text` wrote."""
    return () if text == "[]" else tuple((first, second) for first, second in json.loads(text))


def mapping(text: str) -> dict[str, str]:
    """A map of texts."""
    found: dict[str, str] = json.loads(text)
    return found
