"""One typed message, cut up once for everybody who looks into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.matching.fold import Heard
from bot.matching.lexicon import Meaning
from bot.matching.scan import Hit


@dataclass(frozen=True, slots=True)
class Typed:
    """A message: its text, its words, the phrases it states, and the day it was read.

    `silent` are the positions of words in questions and conditions, which state nothing.
    """

    text: str
    heard: Heard
    silent: frozenset[int]
    hits: Sequence[Hit[Meaning]]
    today: date

    def said(self, hit: Hit[Meaning]) -> str:
        """The words of a phrase."""
        return " ".join(self.heard.words[hit.start : hit.end])

    def names_other(self, question: str, clause: range) -> bool:
        """True where a phrase in the clause means an answer, but none of this question."""
        return any(
            hit.start in clause and hit.meaning.answers and question not in hit.meaning.answers
            for hit in self.hits
        )
