"""Finds many phrases in one message at once, as whole words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.matching.fold import Heard
from bot.matching.negation import is_denied

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase in a message: from which word to which, what it means, and whether denied."""

    start: int
    end: int
    meaning: T
    denied: bool


class Phrasebook(Generic[T]):
    """Phrases by their first word, so that a message is read once whatever their number."""

    def __init__(
        self, phrases: Mapping[tuple[str, ...], T], is_weak: Callable[[T], bool] | None = None
    ) -> None:
        """Keep folded phrases of one word or more; a weak one gives way where it overlaps another."""
        self._is_weak = is_weak
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words, meaning in phrases.items():
            self._by_first.setdefault(words[0], []).append((words, meaning))

    def hits(self, heard: Heard) -> list[Hit[T]]:
        """What occurs in the message, in order.

        A phrase hides those inside it; of others that overlap the longest wins, and any
        wins over a weak one.  A denied phrase is among them, and it hides others, too.
        """
        words, found = heard.words, []
        for start, word in enumerate(words):
            for phrase, meaning in self._by_first.get(word, ()):
                end = start + len(phrase)
                if len(phrase) == 1 or words[start:end] == phrase:
                    found.append((start, end, meaning))
        if len(found) > 1:
            found = self._longest(_outermost(found))
        return [Hit(start, end, meaning, is_denied(heard, start, end)) for start, end, meaning in found]

    def _longest(self, found: list[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
        """The strong before the weak, the longest of those that overlap, the earlier of two as long."""
        taken: set[int] = set()
        kept = []
        for hit in sorted(found, key=self._rank):
            positions = range(hit[0], hit[1])
            if taken.isdisjoint(positions):
                taken.update(positions)
                kept.append(hit)
        kept.sort(key=lambda hit: hit[0])
        return kept

    def _rank(self, hit: tuple[int, int, T]) -> tuple[bool, int, int]:
        is_weak = self._is_weak is not None and self._is_weak(hit[2])
        return is_weak, hit[0] - hit[1], hit[0]


def _outermost(found: list[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """Those that lie in no longer one, in order."""
    kept: list[tuple[int, int, T]] = []
    for hit in sorted(found, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[1] > kept[-1][1]:
            kept.append(hit)
    return kept
