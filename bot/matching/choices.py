"""The number of a choice: "2", "#2", "option 2", "number two", "the second one"."""

from bot.matching.fold import words
from bot.matching.politeness import POLITE

_COUNTING = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ENDINGS = ("st", "nd", "rd", "th")
_NUMBERS = {word: number for number, word in enumerate(_COUNTING, 1)}
_ORDINALS = {word: number for number, word in enumerate(_ORDER, 1)} | {
    f"{number}{ending}": number for number in range(1, 100) for ending in _ENDINGS
}
_LEADS = frozenset("answer choice item no nr num number option".split())
_TAILS = frozenset("answer choice item one option".split())


def choice_number(text: str) -> int | None:
    """The number of the choice that the whole message, politeness aside, names."""
    heard = words(text)
    start, end = POLITE.core(heard)
    return number_of(heard[start:end])


def number_of(heard: tuple[str, ...]) -> int | None:
    """The number that these folded words name; None where they are anything else.

    A number alone has one or two digits: four are a year.  Words for numbers need company
    ("number two", "the second one"), since "one" and "second" alone may mean other things.
    """
    if not 0 < len(heard) <= 3:
        return None
    if len(heard) == 1:
        return _digits(heard[0])
    rest = heard[1:] if heard[0] == "the" else heard
    if len(rest) == 1:
        return _ORDINALS.get(rest[0])
    if len(rest) == 2 and rest[0] in _LEADS:
        return _digits(rest[1]) or _NUMBERS.get(rest[1])
    if len(rest) == 2 and rest[1] in _TAILS:
        return _ORDINALS.get(rest[0])
    return None


def _digits(word: str) -> int | None:
    """One or two digits as a number; None for 0, 07 and for words."""
    if len(word) <= 2 and word.isascii() and word.isdigit() and word[0] != "0":
        return int(word)
    return None
