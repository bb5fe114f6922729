"""All phrases of a flow's questions, each with the answers it means."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.fold import words
from bot.matching.negation import NEGATORS
from bot.matching.types import Prompt

_SMALL = NEGATORS | frozenset(
    "a after again all am an and another applied approved are asked before both declined denied did"
    " different done else error failed first forgot forgotten get golive got has have having here i"
    " it just known last later linked login lost me mine more multiple my new none now of old older"
    " once one other others own password pending refused rejected same saved several since some"
    " someone still than that them then these they this time times tried turned twice two upgraded"
    " waiting was we".split()
)
_LEADING_ON = frozenset("after before earlier later newer older prior since until".split()) | NEGATORS


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means: answers by question, and the group that its words are from.

    `group` is yes, no, not sure or empty.  `is_small` says that the words alone, within
    a sentence, say too little ("own", "other", "never"); `leads_on` that they lead on
    to what they are about ("never", "before"), so that they answer only where a clause ends.
    """

    answers: Mapping[str, tuple[str, ...]]
    group: str
    is_small: bool
    leads_on: bool


def grouped(groups: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], str]:
    """Folded words -> the group they are from; the first group to name them has them."""
    group_of: dict[tuple[str, ...], str] = {}
    for group, members in groups.items():
        for member in members:
            group_of.setdefault(words(member), group)
    return group_of


def meanings(
    prompts: Sequence[Prompt], group_of: Mapping[tuple[str, ...], str]
) -> dict[tuple[str, ...], Meaning]:
    """Folded phrase -> what it means, over all questions; group words are there in any case."""
    answers: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {phrase: {} for phrase in group_of}
    for prompt in prompts:
        for phrase, found in wholes(prompt).items():
            answers.setdefault(phrase, {})[prompt.question] = found
    answers.pop((), None)
    return {
        phrase: Meaning(
            by_question,
            group_of.get(phrase, ""),
            is_small=_SMALL.issuperset(phrase),
            leads_on=_LEADING_ON.issuperset(phrase),
        )
        for phrase, by_question in answers.items()
    }


def wholes(prompt: Prompt) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Folded label or phrase -> the answers of this question it means, mostly one.

    A label means its own answer, whatever other answers claim the same words.
    """
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for option in prompt.options:
        for phrase in option.phrases:
            before = found.get(words(phrase), ())
            if option.answer not in before:
                found[words(phrase)] = (*before, option.answer)
    labels: dict[tuple[str, ...], tuple[str, ...]] = {}
    for option in prompt.options:
        label = words(option.label)
        labels[label] = (*labels.get(label, ()), option.answer)
    found.update(labels)
    found.pop((), None)
    return found


def heard_for(question: str, phrases: Mapping[tuple[str, ...], Meaning]) -> dict[tuple[str, ...], Meaning]:
    """The phrases to listen for while this question is on the screen: almost all.

    Left out are other questions' labels that are made of yes, no and never alone: "no,
    never" and "no, not yet" are two replies to this question and not one to another.
    """
    replies = {phrase for phrase, meaning in phrases.items() if meaning.group}
    replies |= {(word,) for word in NEGATORS}
    return {
        phrase: meaning
        for phrase, meaning in phrases.items()
        if meaning.group or question in meaning.answers or not _is_made_of(replies, phrase)
    }


def _is_made_of(replies: Container[tuple[str, ...]], phrase: tuple[str, ...]) -> bool:
    """True where the phrase is one reply after the other."""
    return not phrase or any(
        phrase[:end] in replies and _is_made_of(replies, phrase[end:]) for end in range(1, len(phrase) + 1)
    )


def is_weak(meaning: Meaning) -> bool:
    """True for words of a group, which say less than any other phrase: "no I do not" have one."""
    return bool(meaning.group)
