"""Days that a text speaks of, as spans, and the answer that a span falls in.

US order: 8/11/14 is August 11, 2014.  A span is as wide as the words leave it, so what
lies across a cut-off is asked back and never guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.matching.days.counts import COUNTED
from bot.matching.days.frame import framed
from bot.matching.days.names import NAMES, with_names
from bot.matching.days.numbers import in_figures
from bot.matching.days.parts import PARTS_NAMED, in_part
from bot.matching.days.relative import from_today
from bot.matching.days.stretch import Stretch, unreal
from bot.matching.days.tokens import SPACED_DASH, Tokens, tokens
from bot.matching.types import Match, Option, Span, Unclear

_JOINING = frozenset({"-", SPACED_DASH, "/", "or", "to", "through", "thru", "till", "until"})
_AFTER_JOINING = frozenset({"about", "around", "in", "maybe", "the"})
_REACH = 4
_OPENING = frozenset({*NAMES, *PARTS_NAMED, *COUNTED, "yesterday", "today", "last", "this"})
"""The words that a date may begin with."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """Days named in a text and the folded words that name them.

    `year_named` is False for days counted from today ("ten years ago").
    """

    span: Span
    words: str
    year_named: bool = True


def spans(text: str, today: date) -> tuple[DateFound, ...]:
    """The days that a text speaks of, in order.

    Denied dates ("not 2014"), dates that no calendar has (2/31/2014) and days to come
    give nothing.  A date that only the day-first order makes possible (25/12/2013) gives
    a span that is open on both sides: it could be any day, so it has to be asked back.
    """
    return tuple(_found(tokens(text), today))


def choose(span: Span, options: Sequence[Option], words: str = "") -> Match | Unclear | None:
    """The answer whose days hold the whole span; all that it touches where it crosses a cut.

    None where it touches no answer, or only a part of it one answer alone.  `words` are
    handed on as the words that decided.
    """
    touched = [option for option in options if option.span is not None and _touches(span, option.span)]
    if len(touched) > 1:
        return Unclear(tuple(option.answer for option in touched), words)
    if touched and touched[0].span is not None and _holds(touched[0].span, span):
        return Match(touched[0].answer, "date", words)
    return None


def choose_among(found: Sequence[DateFound], options: Sequence[Option]) -> Match | Unclear | None:
    """What several dates of one message say together: one answer, or all that any touches."""
    chosen = [choose(date_found.span, options, date_found.words) for date_found in found]
    read = [one for one in chosen if one is not None]
    words = "; ".join(one.words for one in read)
    possible: set[str] = set()
    for one in read:
        possible.update((one.answer,) if isinstance(one, Match) else one.candidates)
    if len(possible) == 1:
        return Match(possible.pop(), "date", words)
    candidates = tuple(option.answer for option in options if option.answer in possible)
    return Unclear(candidates, words) if candidates else None


def _found(cut: Tokens, today: date) -> Iterator[DateFound]:
    position = 0
    while position < len(cut.texts):
        piece = _piece(cut, position, today)
        if piece is None:
            position += 1
            continue
        whole = _joined(cut, position, piece, today)
        framing = framed(cut, position, whole)
        span = framing.span
        if span is not None and whole.is_real and not (span.start and span.start > today):
            words = cut.folded(framing.first, framing.after)
            yield DateFound(span, words, whole.year_named)
        position = framing.after


def _piece(cut: Tokens, position: int, today: date) -> Stretch | None:
    """The date that begins at this token."""
    token = cut.at(position) or " "
    if token not in _OPENING and not (token[0].isdigit() or token[0] == "'"):
        return None
    return (
        in_part(cut, position, today)
        or from_today(cut, position, today)
        or with_names(cut, position, today)
        or in_figures(cut, position, today)
    )


def _joined(cut: Tokens, position: int, first: Stretch, today: date) -> Stretch:
    """From one date to another: "2010 to 2012", "2013 or 2014", "between 2010 and 2012"."""
    joining = _JOINING
    if "between" in cut.texts[max(0, position - _REACH) : position]:
        joining = joining | {"and"}
    while cut.at(first.after) in joining:
        second = _piece(cut, cut.skip(first.after + 1, _AFTER_JOINING), today)
        if second is None:
            break
        first = _together(first, second)
    return first


def _together(first: Stretch, second: Stretch) -> Stretch:
    """From the earlier edge to the later; any day where one of them could be any day."""
    if not (first.is_real and second.is_real):
        return unreal(second.after)
    named = first.year_named and second.year_named
    start = min(first.start, second.start) if first.start and second.start else None
    end = max(first.end, second.end) if first.end and second.end else None
    return Stretch(start, end, second.after, year_named=named)


def _touches(one: Span, other: Span) -> bool:
    """True where two spans share a day."""
    return _precedes(one.start, other.end) and _precedes(other.start, one.end)


def _precedes(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end


def _holds(outer: Span, inner: Span) -> bool:
    """True where no day of the inner span lies outside the outer one."""
    starts = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends
