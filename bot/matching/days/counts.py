"""How many of a thing a person says: "ten", "a couple of", "10+", "10 to 12"."""

import re
from dataclasses import dataclass

from bot.matching.days.tokens import SPACED_DASH, Tokens

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_VAGUE = {"couple": (2, 3), "few": (2, 6), "several": (3, 15), "a": (1, 1), "an": (1, 1)}
COUNTED = frozenset({*_NUMBERS, *_TENS, *_VAGUE})
"""The words that a count may begin with."""

_FIGURES = re.compile(r"([0-9]{1,2})(?:-([0-9]{1,2}))?")
_MORE = frozenset({"+", "plus"})
_JOINING = frozenset({"or", "to", "-", SPACED_DASH})


@dataclass(frozen=True, slots=True)
class Count:
    """The fewest and the most that a count stands for, and the token position after it."""

    fewest: int
    most: int
    after: int
    or_more: bool = False


def count(tokens: Tokens, position: int) -> Count | None:
    """The count that begins here, or None."""
    first = _single(tokens, position)
    if first is None:
        return None
    if tokens.at(first.after) in _JOINING:
        second = _single(tokens, first.after + 1)
        if second is not None:
            first = Count(min(first.fewest, second.fewest), max(first.most, second.most), second.after)
    if tokens.at(first.after) in _MORE:
        return Count(first.fewest, first.most, first.after + 1, or_more=True)
    if tokens.at(first.after) == "of":
        return Count(first.fewest, first.most, first.after + 1)
    return first


def _single(tokens: Tokens, position: int) -> Count | None:
    """One number in figures or words, or "a few"."""
    token, following = tokens.at(position), tokens.at(position + 1)
    figures = _FIGURES.fullmatch(token)
    if figures is not None:
        first, last = int(figures[1]), int(figures[2] or figures[1])
        return Count(min(first, last), max(first, last), position + 1)
    if token == "a" and following in _VAGUE:
        return Count(*_VAGUE[following], position + 2)
    if token in _VAGUE:
        return Count(*_VAGUE[token], position + 1)
    if token in _TENS and _NUMBERS.get(following, 10) < 10:
        number = _TENS[token] + _NUMBERS[following]
        return Count(number, number, position + 2)
    if token in _TENS or token in _NUMBERS:
        number = _TENS.get(token) or _NUMBERS[token]
        return Count(number, number, position + 1)
    return None
