"""Where the dates of a message stand: each with the clause around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.matching.dates import DateFound, spans
from bot.matching.fold import Heard

_COUNTED = frozenset(
    "ago back day days decade decades eighties last month months nineties old seventies today week"
    " weeks year years yesterday".split()
)
_PARTING = frozenset("although and because but so then though when while".split())


@dataclass(frozen=True, slots=True)
class Placed:
    """A date in a message: the positions of its words, and the other words of its clause."""

    found: DateFound
    place: range
    clause: range
    around: frozenset[str]


def placed(text: str, heard: Heard, today: date) -> list[Placed]:
    """The dates of a message and where they stand."""
    if _COUNTED.isdisjoint(heard.words) and not any(_has_digit(word) for word in heard.words):
        return []
    return list(_placed(heard, spans(text, today)))


def _has_digit(word: str) -> bool:
    return word[0].isdigit() or word[-1].isdigit()


def _placed(heard: Heard, found: Sequence[DateFound]) -> Iterator[Placed]:
    begin = 0
    for date_found in found:
        place = _place(heard, tuple(date_found.words.split()), begin)
        begin = place.stop
        clause = _clause(heard, place)
        around = frozenset(heard.words[at] for at in clause if at not in place)
        yield Placed(date_found, place, clause, around)


def _place(heard: Heard, words: tuple[str, ...], begin: int) -> range:
    """Where these words stand next; the rest of the message where folding changed them."""
    for start in range(begin, len(heard.words) - len(words) + 1):
        if heard.words[start : start + len(words)] == words:
            return range(start, start + len(words))
    return range(begin, len(heard.words))


def _clause(heard: Heard, place: range) -> range:
    """The positions of the clause around a date; "and" and "but" part clauses, too."""
    start, stop = place.start, place.stop
    while start > 0 and start not in heard.breaks and heard.words[start - 1] not in _PARTING:
        start -= 1
    while not heard.ends_at(stop) and heard.words[stop] not in _PARTING:
        stop += 1
    return range(start, stop)
