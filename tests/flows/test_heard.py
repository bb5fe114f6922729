"""Words that bring a person are heard in a sentence, and ordinary answers do not sound like them."""

from functools import cache

import pytest

from bot.matching.groups import expand
from bot.matching.phrases import PhraseIndex
from tests.flows.shipped import library

BRINGS_A_PERSON = {
    "my reply brief is due today and I cannot log in": "deadline_today",
    "I have to file tonight!": "deadline_today",
    "the deadline is tomorrow": "deadline_today",
    "it must be filed by midnight": "deadline_today",
    "I got a phishing email that looks like a notice": "fake_notice",
    "is this email from the court?": "fake_notice",
    "I think my account was hacked": "fake_notice",
    "Here's my password so you can check": "secret_pasted",
    "oh no I posted my password in here": "secret_pasted",
    "My license was suspended last year": "discipline",
    "i was disbarred in 2012": "discipline",
    "how do I file under seal": "sealed",
    "It is a sealed case": "sealed",
    "What should I file to stop a foreclosure?": "legal_question",
    "how long do i have to appeal": "legal_question",
    "what does this order mean": "legal_question",
    "which chapter is best for me": "legal_question",
    "No hablo inglés": "other_language",
    "¿Habla español?": "other_language",
    "I need an interpreter": "other_language",
    "can I talk to a real person?": "asked_for_person",
    "I want to speak with someone": "asked_for_person",
    "please have someone call me": "asked_for_person",
    "you don't understand": "not_understood",
    "this is not helping at all": "not_understood",
    "I want to kill myself": "not_understood",
    "my answer is due in two hours": "deadline_today",
    "I need to file right now": "deadline_today",
    "the bar date is tomorrow": "deadline_today",
    "soy abogado": "other_language",
}
BRINGS_NOBODY = (
    "my password is saved in my browser",
    "I forgot my password",
    "my pacer password does not work",
    "I lost my login and password",
    "my account is suspended at PACER",
    "I want to file a motion",
    "I need to file in your court",
    "we share one account",
    "a person in my office set it up",
    "an attorney and a trustee",
    "my request was denied",
    "I was admitted last year",
    "do I need to link",
    "how do I register",
    "the email from PACER never came",
    "I asked the help desk last week",
    "I file chapter 13 cases",
    "the deadline was last month",
    "I speak English",
    "I understand",
    "no help from PACER",
    "are you a real person?",
    "how many days do I have to wait for the token letter",
)


@cache
def heard() -> PhraseIndex:
    """The words of every hand-over."""
    flow = library().flows["nextgen"]
    return PhraseIndex({one.id: one.heard for one in flow.hand_overs if one.heard})


def brought(text: str) -> set[str]:
    """The hand-overs that a message sounds like."""
    return {found.key for found in heard().found(text)}


@pytest.mark.parametrize("text", BRINGS_A_PERSON)
def test_words_that_need_a_person_are_heard_in_a_sentence(text: str) -> None:
    assert BRINGS_A_PERSON[text] in brought(text)


@pytest.mark.parametrize("text", BRINGS_NOBODY)
def test_an_ordinary_sentence_brings_nobody(text: str) -> None:
    assert brought(text) == set()


def test_no_answer_of_any_question_sounds_like_a_hand_over() -> None:
    found = library()
    for question in found.flows["nextgen"].questions:
        for answer in question.answers:
            for phrase in expand((answer.label, *answer.also), found.groups):
                assert brought(phrase) == set(), f"{question.id} {answer.id}: {phrase}"


def test_no_word_that_always_works_sounds_like_a_hand_over_of_another_kind() -> None:
    commands = library().commands
    for name, phrases in commands.items():
        for phrase in phrases:
            assert brought(phrase) <= ({"asked_for_person"} if name == "person" else set()), phrase
