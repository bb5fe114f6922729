"""What a message says about questions that are not on the screen: declared phrases alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.matching.fold import Heard
from bot.matching.lexicon import Meaning
from bot.matching.politeness import POLITE
from bot.matching.scan import Hit
from bot.matching.typed import Typed
from bot.matching.types import Match


def stated(
    typed: Typed, asked: str | None, open_questions: Collection[str]
) -> Iterator[tuple[str, Match]]:
    """The questions and answers that phrases in the message state.

    Words of a group and denied phrases say nothing here, nor does a phrase that the
    question on the screen or a second open question could mean.  Small words ("own",
    "never") count only as a part of a list: "attorney, own, 2009".
    """
    core = POLITE.core(typed.heard.words)
    for hit in typed.hits:
        meaning = hit.meaning
        if hit.denied or meaning.group or asked in meaning.answers:
            continue
        questions = [one for one in meaning.answers if one in open_questions]
        if len(questions) != 1 or (meaning.is_small and not _is_listed(typed.heard, hit, core)):
            continue
        answers = meaning.answers[questions[0]]
        if len(answers) == 1:
            how = "exact" if (hit.start, hit.end) == core else "phrase"
            yield questions[0], Match(answers[0], how, typed.said(hit))


def _is_listed(heard: Heard, hit: Hit[Meaning], core: tuple[int, int]) -> bool:
    """True where the phrase is a clause of its own beside others."""
    begins = hit.start == core[0] or hit.start in heard.breaks
    return begins and heard.ends_at(hit.end) and (hit.start, hit.end) != core
