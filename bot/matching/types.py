"""What matching is given and what it gives back: frozen values, nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days: `start` belongs to it, `end` does not; None is open."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a question can end in, and the words and days that mean it.

    `phrases` are already expanded: a group's name was replaced by the group's words.
    """

    answer: str
    label: str
    phrases: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question as matching sees it: its id and its answers in order."""

    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The answer a message gives, how it was read, and the folded words that decided it."""

    answer: str
    how: str
    words: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The answers still possible (two or more, in the question's order), and why."""

    candidates: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says, by question id; a question stands in at most one of the two."""

    answers: Mapping[str, Match] = field(default_factory=dict)
    unclear: Mapping[str, Unclear] = field(default_factory=dict)
