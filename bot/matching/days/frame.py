"""The words around a date that move its edges: before, after, about, or later, not."""

from dataclasses import dataclass
from datetime import date

from bot.matching.days.names import MONTHS, SEASONS
from bot.matching.days.parts import PARTS
from bot.matching.days.stretch import Stretch, years_before
from bot.matching.days.tokens import Tokens
from bot.matching.types import Span

_DIRECTIONS = {
    **dict.fromkeys(("before", "prior", "earlier", "older", "pre"), "before"),
    **dict.fromkeys(("after", "later", "newer", "post"), "after"),
    **dict.fromkeys(("until", "till", "by", "up"), "until"),
}
_TURNED = {"before": "from", "after": "until", "until": "from"}
"""What a denied direction means: not before 2014 is 2014 or later."""

_LOOSENED = {"before": "until", "after": "from"}

_ABOUT = frozenset("~ about almost approx approximately around ca circa nearly roughly".split())
_SAYING_LITTLE = frozenset(
    "- at back day just like maybe of on probably right sometime the to way well".split()
)
_SAYING_MORE = frozenset(
    "between during for from in last least less month more over past since some than under within"
    " year".split()
)
_EVENTS = frozenset("change changeover conversion cutoff switch transition update upgrade".split())
"""Before "the change in 2014" is before some day of that year, not before the year."""
_NOT = frozenset("cannot didnt isnt neither never nor not wasnt".split())
_NOT_DENYING = frozenset("certain know long much only recall remember sure just".split())
_TAILS: dict[tuple[str, ...], str] = {
    **{(joint, word): "until" for joint in ("or", "and") for word in ("before", "earlier", "older")},
    **{(joint, word): "from" for joint in ("or", "and") for word in ("after", "later", "newer", "up")},
    **{(word,): "from" for word in ("+", "onward", "onwards", "forward")},
    **{("and", word): "from" for word in ("on", "onward", "onwards")},
    **{(word,): "about" for word in ("ish", "thereabouts", "roughly", "approximately", "approx")},
    ("-", "ish"): "about",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("give", "or", "take"): "about",
}
_JOINING = frozenset({"or", "to", "-", "/", "and", "through", "thru"})
_REACH = 6


@dataclass(frozen=True, slots=True)
class Framed:
    """A date with the words around it: its days (None: denied), and its tokens."""

    span: Span | None
    first: int
    after: int


def framed(tokens: Tokens, position: int, found: Stretch) -> Framed:
    """The date found at `position`, its edges moved by the words before and after it."""
    first, direction, is_about = _before(tokens, position)
    tail, after = _tail(tokens, found.after)
    start, end = _years_around(tokens, position, found)
    if is_about or tail == "about":
        start = start and years_before(start, 1)
        end = end and years_before(end, -1)
    if found.unit == "ago":
        direction = ""
    elif direction and not _EVENTS.isdisjoint(tokens.texts[first : found.after + 1]):
        direction = _LOOSENED.get(direction, direction)
        after += tokens.at(after) in _EVENTS
    denied = _denied(tokens, first, bool(direction))
    if denied is not None:
        if not direction:
            return Framed(None, first, after)
        first, direction = denied, _TURNED[direction]
    span = _moved(Span(start, end), direction)
    if tail in {"from", "until"}:
        span = _moved(span, tail)
    return Framed(span, first, after)


def _moved(span: Span, direction: str) -> Span:
    """The span opened or turned outside by a direction; days that could be any stay so."""
    if span == Span(None, None) or not direction:
        return span
    if direction == "before":
        return Span(None, span.start)
    if direction == "after":
        return Span(span.end, None)
    return Span(None, span.end) if direction == "until" else Span(span.start, None)


def _before(tokens: Tokens, position: int) -> tuple[int, str, bool]:
    """The first token that belongs to the date, the direction before it, and any "about"."""
    first, direction, is_about = position, "", False
    for at in range(position - 1, max(-1, position - 1 - _REACH), -1):
        token = tokens.at(at)
        if token in _DIRECTIONS:
            first, direction = at, _DIRECTIONS[token]
        elif token in _ABOUT:
            first, is_about = at, True
        elif token in _SAYING_MORE or token in _EVENTS:
            first = at
        elif token not in _SAYING_LITTLE:
            break
    return first, direction, is_about


def _tail(tokens: Tokens, after: int) -> tuple[str, int]:
    """What the words after the date do to it, and the position after them."""
    for length in (3, 2, 1):
        words = tokens.texts[after : after + length]
        if words in _TAILS:
            return _TAILS[words], after + len(words)
    return "", after


def _denied(tokens: Tokens, first: int, has_direction: bool) -> int | None:
    """The position of the word that denies the date, at most four words before it."""
    if has_direction and tokens.at(first - 1) == "no":
        return first - 1
    for at in range(first - 1, max(-1, first - 5), -1):
        token = tokens.at(at)
        if not token[0].isalnum() or token in _NOT_DENYING:
            return None
        if token in _NOT or token.endswith("n't"):
            return at
    return None


def _years_around(tokens: Tokens, position: int, found: Stretch) -> tuple[date | None, date | None]:
    """The days found; the whole years where half a date stands before: "summer or fall 2014"."""
    start, end = found.start, found.end
    at = position - 1
    while tokens.at(at) in {"the", "in", "of"}:
        at -= 1
    if start is None or end is None or tokens.at(at) not in _JOINING:
        return start, end
    if not _is_half(tokens.at(at - 1)):
        return start, end
    return date(start.year - 1, 12, 1), date(end.year + 1, 1, 1)


def _is_half(token: str) -> bool:
    """True for a piece of a date that has no year of its own."""
    number = token.rstrip("stndrh")
    return (
        token in MONTHS
        or token in SEASONS
        or token in PARTS
        or token == "winter"
        or (len(number) < 3 and number.isdigit())
    )
