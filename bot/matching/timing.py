"""Which dates of a message tell when an account was made, and not when something else was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.matching.dates import DateFound, spans
from bot.matching.fold import Heard
from bot.matching.typed import Typed

_COUNTED = frozenset(
    "ago back day days decade decades eighties last month months nineties old seventies today week"
    " weeks year years yesterday".split()
)
_OTHER_EVENTS = frozenset(
    "accessed admission admitted bar born case cases changed converted died efile efiled efiling"
    " expired file filed files filing filings golive graduated hired joined left licensed link"
    " linked live locked logged login merged moved passed practice practiced practicing retired"
    " renewed reset switched updated upgrade upgraded".split()
)
_MAKING = frozenset("account accounts created got made obtained opened pacer registered set signed".split())
_PARTING = frozenset("although and because but so then though while".split())


def dates_in(text: str, heard: Heard, today: date) -> list[tuple[DateFound, range]]:
    """The dates of a message, each with the positions of its words."""
    if _COUNTED.isdisjoint(heard.words) and not any(_has_digit(word) for word in heard.words):
        return []
    return list(_placed(heard, spans(text, today)))


def dates_told(typed: Typed) -> list[DateFound]:
    """The dates of a message that may answer the question on the screen.

    One whose clause speaks of filing, linking, upgrading or another thing done is left out.
    """
    return [found for found, _ in _told(typed)]


def dates_told_beside(typed: Typed, question: str) -> list[DateFound]:
    """The dates with a year that tell of a question which is not on the screen.

    A clause that says that an account was made does; any other only where it names no
    answer of another question, and where no yes or no opens the message: in "yes, in
    2009" the year belongs to the yes.
    """
    is_led = typed.is_led
    return [
        found
        for found, clause in _told(typed)
        if found.year_named
        and (_tells_of_making(typed.heard, clause) or not (is_led or typed.names_other(question, clause)))
    ]


def _has_digit(word: str) -> bool:
    return word[0].isdigit() or word[-1].isdigit()


def _told(typed: Typed) -> Iterator[tuple[DateFound, range]]:
    """The dates that the message states of no other thing, with the clause of each."""
    heard = typed.heard
    for found, place in typed.dates:
        clause = _clause(heard, place)
        if _OTHER_EVENTS.isdisjoint(heard.words[at] for at in clause if at not in place):
            yield found, clause


def _tells_of_making(heard: Heard, clause: range) -> bool:
    return not _MAKING.isdisjoint(heard.words[clause.start : clause.stop])


def _placed(heard: Heard, found: Sequence[DateFound]) -> Iterator[tuple[DateFound, range]]:
    """Each date with the positions of its words; all positions where they are not found."""
    begin = 0
    for date_found in found:
        words = tuple(date_found.words.split())
        starts = range(begin, len(heard.words) - len(words) + 1)
        start = next((at for at in starts if heard.words[at : at + len(words)] == words), None)
        if start is None:
            yield date_found, range(len(heard.words))
        else:
            begin = start + len(words)
            yield date_found, range(start, begin)


def _clause(heard: Heard, place: range) -> range:
    """The positions of the clause around a date; "and" and "but" part clauses, too."""
    start, stop = place.start, place.stop
    while start > 0 and start not in heard.breaks and heard.words[start - 1] not in _PARTING:
        start -= 1
    while not heard.ends_at(stop) and heard.words[stop] not in _PARTING:
        stop += 1
    return range(start, stop)
