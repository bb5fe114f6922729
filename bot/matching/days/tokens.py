"""A message cut into the tokens that dates are made of, with its marks kept."""

import re
from dataclasses import dataclass

from bot.matching.fold import clean, fold

_TOKEN = re.compile(
    r"[$#']?[0-9]+(?:[-/.:][0-9]+)*(?:'?[a-z]+)?"
    r"|[a-z]+(?:'[a-z]+)*[a-z0-9]*"
    r"|--+|[-\u2013\u2014/+~]|[,;.!?()\n:]"
)
_DASHES = frozenset("-\u2013\u2014")
SPACED_DASH = "--"
"""A dash with space around: it parts clauses, and it may stand between two years."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one message and where each stands in its cleaned text."""

    source: str
    texts: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def at(self, position: int) -> str:
        """The token at a position; empty before the first and after the last."""
        return self.texts[position] if 0 <= position < len(self.texts) else ""

    def skip(self, position: int, skipped: frozenset[str]) -> int:
        """The first position from this one on whose token is none of these."""
        while self.at(position) in skipped:
            position += 1
        return position

    def folded(self, start: int, end: int) -> str:
        """The words of the tokens from `start` to `end` (exclusive), folded."""
        return fold(self.source[self.places[start][0] : self.places[end - 1][1]])


def tokens(text: str) -> Tokens:
    """The date tokens of a text: numbers with their marks, words, punctuation."""
    source = clean(text)
    texts, places = [], []
    for found in _TOKEN.finditer(source):
        texts.append(_dash(source, found) if found[0] in _DASHES else found[0])
        places.append(found.span())
    return Tokens(source, tuple(texts), tuple(places))


def _dash(source: str, found: re.Match[str]) -> str:
    """A dash between two characters is a hyphen; one with space around parts clauses."""
    before, after = source[: found.start()][-1:], source[found.end() : found.end() + 1]
    return SPACED_DASH if before.isspace() or after.isspace() else "-"
