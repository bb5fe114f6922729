"""Answers as filers type them are heard, and nothing is read into a message that does not say it."""

from functools import cache

import pytest

from bot.engine.book import Rules, build
from bot.matching.types import Reading
from tests.flows.shipped import TODAY, library
from tests.flows.typed import NEVER_GUESSED, SEVERAL_FACTS, TYPED

TOLD_BY_THE_SAME_WORDS = {
    "filer": {"kind", "practice"},
    "kind": {"filer"},
    "created": {"upgraded"},
    "upgraded": {"created"},
    "practice": {"filer"},
}


@cache
def rules() -> Rules:
    """The flow compiled for the default court."""
    return build(library(), "moeb").flows["nextgen"]


def read(question: str, text: str) -> Reading:
    """What is read when this is typed to a question, with all other questions open."""
    others = [one for one in rules().asked if one != question]
    return rules().reader.read(text, question, others, TODAY)


CASES = [(question, text, answer) for question, typed in TYPED.items() for text, answer in typed]


@pytest.mark.parametrize(("question", "text", "answer"), CASES)
def test_what_a_filer_types_is_heard_as_the_answer(question: str, text: str, answer: str) -> None:
    reading = read(question, text)
    assert reading.unclear == {}
    assert reading.answers[question].answer == answer
    assert reading.answers.keys() - {question} <= TOLD_BY_THE_SAME_WORDS.get(question, set())


@pytest.mark.parametrize(("question", "text"), NEVER_GUESSED)
def test_what_says_no_answer_is_never_guessed(question: str, text: str) -> None:
    assert read(question, text).answers == {}


@pytest.mark.parametrize(("question", "text", "told"), SEVERAL_FACTS)
def test_several_facts_in_one_message_are_all_heard(question: str, text: str, told: dict[str, str]) -> None:
    answers = read(question, text).answers
    assert {one: match.answer for one, match in answers.items()} == told


def test_every_label_and_phrase_means_its_own_answer() -> None:
    for question in rules().flow.questions:
        for answer in question.answers:
            for phrase in answer.also:
                read_as = read(question.id, phrase).answers.get(question.id)
                assert read_as is not None, f"{question.id}: {phrase}"
                assert read_as.answer == answer.id, f"{question.id}: {phrase}"
