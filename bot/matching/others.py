"""What a message says about questions that are not on the screen: declared phrases alone."""

from collections.abc import Collection, Iterator

from bot.matching.fold import Heard
from bot.matching.lexicon import Meaning
from bot.matching.politeness import POLITE
from bot.matching.scan import Hit
from bot.matching.typed import Typed
from bot.matching.types import Match

_JOINING = frozenset({"also", "and", "but", "or", "plus", "so"})
_POINTING = frozenset(
    "2 3 4 5 a after again already always an and any applied are before both bunch did do done earlier"
    " error every fails failed failing few five forgot forgotten four gives got had have i in is it just"
    " keep keeps know later login lost many more multiple my never newer not of older on once one"
    " over password remember request review saved second sent several still submitted than that the"
    " them then these they this three time times tried twice two under was".split()
)
"""Words that name no thing of their own: what failed, and how many of what, was said before."""

_WHOSE = frozenset({"my", "our", "his", "her", "their"})
_PEOPLE = frozenset("assistant attorney clerk lawyer paralegal secretary staff trustee".split())


def stated(typed: Typed, asked: str | None, open_questions: Collection[str]) -> Iterator[tuple[str, Match]]:
    """The questions and answers that phrases in the message state.

    Words of a group, denied phrases and one with "not sure" beside it say nothing here.
    Small words ("own", "never") count only as a part of a list, "attorney, own, 2009", and
    for one question alone.  Any other phrase that is declared under two questions
    ("paralegal", "Legacy PACER Account") tells both.  Words that only point ("it failed",
    "many times") speak of whatever stands before them, which may be another thing.
    """
    core = POLITE.core(typed.heard.words)
    for hit in typed.hits:
        if hit.denied or hit.meaning.group or typed.is_unsure_of([hit]):
            continue
        if _is_of_another(typed.heard, hit):
            continue
        if hit.meaning.is_small and not _is_alone(typed.heard, hit, core):
            continue
        how = "exact" if (hit.start, hit.end) == core else "phrase"
        for question, answers in hit.meaning.answers.items():
            if question != asked and question in open_questions and len(answers) == 1:
                yield question, Match(answers[0], how, typed.said(hit))


def _is_of_another(heard: Heard, hit: Hit[Meaning]) -> bool:
    """True for "it failed", whatever it is, and for "my secretary", who is not the one that writes."""
    if _POINTING.issuperset(heard.words[hit.start : hit.end]):
        return True
    return heard.words[hit.end - 1] in _PEOPLE and not _WHOSE.isdisjoint(
        heard.words[max(0, hit.start - 1) : hit.start + 1]
    )


def _is_alone(heard: Heard, hit: Hit[Meaning], core: tuple[int, int]) -> bool:
    """True where the phrase is a clause of its own beside others, and answers one question."""
    if len(hit.meaning.answers) > 1:
        return False
    if (hit.start, hit.end) == core:
        return False
    begins = hit.start == core[0] or hit.start in heard.breaks or heard.words[hit.start - 1] in _JOINING
    return begins and (heard.ends_at(hit.end) or heard.words[hit.end] in _JOINING)
