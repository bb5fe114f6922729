"""Parts of a message that state nothing: questions, and what follows an "if"."""

from itertools import pairwise

from bot.matching.fold import Heard
from bot.matching.politeness import POLITE

_ASKING = frozenset("how what when where which who whom whose why".split())
_AFTER_ASKING = frozenset(
    "about am are can could did do does else exactly happens has have if is kind long many may"
    " means might much must one ones shall should sort to type was were will would".split()
)
_MODAL = frozenset("can could does may must shall should will would".split())
_PLAIN = frozenset("am are did do had has have is was were".split())
_PERSONS = frozenset("anybody anyone everyone he i people she somebody someone they we you".split())
_THINGS = frozenset("a an any it my our that the there these this those your".split())
_CONDITIONS = frozenset({"if", "whether", "unless"})
_TRIGGERS = _ASKING | _CONDITIONS | _MODAL | _PLAIN


def states_nothing(heard: Heard) -> frozenset[int]:
    """The positions of words in questions ("how do I link?") and conditions ("if shared")."""
    if _TRIGGERS.isdisjoint(heard.words):
        return frozenset()
    silent: set[int] = set()
    for start, end in clauses(heard):
        if is_question(heard, start, end):
            silent.update(range(start, end))
        else:
            condition = (at for at in range(start, end) if heard.words[at] in _CONDITIONS)
            silent.update(range(next(condition, end), end))
    return frozenset(silent)


def clauses(heard: Heard) -> list[tuple[int, int]]:
    """From where to where each stretch between punctuation goes."""
    length = len(heard.words)
    edges = [0, *(at for at in sorted(heard.breaks) if 0 < at < length), length]
    return list(pairwise(edges))


def is_question(heard: Heard, start: int, end: int) -> bool:
    """True where the clause from `start` to `end` asks something.

    "Did it" and "is my own" are short for statements, unless a question mark follows.
    """
    words = heard.words
    at = POLITE.start(words, start)
    if at >= end:
        return False
    first, second = words[at], words[at + 1] if at + 1 < end else ""
    if first in _ASKING:
        return first == "why" or second in _AFTER_ASKING
    if second in _PERSONS:
        return first in _MODAL or first in _PLAIN
    if second in _THINGS:
        return first in _MODAL or (first in _PLAIN and heard.breaks.get(end) == "?")
    return False
