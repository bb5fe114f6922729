"""Small questions that filers put to any help desk are answered, and the question is asked again."""

from functools import cache

import pytest

from bot.engine.book import Book, build
from tests.flows.shipped import library

ASKED = {
    "phone number?": "phones",
    "What is your phone number": "phones",
    "who do I call": "phones",
    "what are your hours?": "hours",
    "are you a real person?": "this_bot",
    "Am I talking to a human?": "this_bot",
    "what does upgraded mean": "upgraded_account",
    "what does linked mean?": "linking",
    "what is a PAA": "paa",
}


@cache
def book() -> Book:
    """The shipped flows for the default court."""
    return build(library(), "moeb")


@pytest.mark.parametrize("text", ASKED)
def test_a_small_question_finds_its_answer(text: str) -> None:
    assert book().asked_about(text) == ASKED[text]


@pytest.mark.parametrize("text", ["call me", "I hope you can help", "my phone was stolen", "two hours ago"])
def test_other_sentences_ask_about_no_word(text: str) -> None:
    assert book().asked_about(text) == ""
