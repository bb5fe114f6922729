"""Messages that cannot be read: other words, then the answers, then a person."""

import pytest

from tests.unit.engine.talk import Talk


def test_the_first_miss_asks_in_other_words() -> None:
    talk = Talk().say("hi", "blah")
    assert talk.said.startswith("<rephrase_lead>\n\nIs it yours alone?")


def test_the_second_miss_offers_the_answers() -> None:
    assert Talk().say("hi", "blah", "blah").said.startswith("<offer_answers>\n\nWhose account is it?")


def test_the_third_miss_offers_a_person() -> None:
    assert Talk().say("hi", "blah", "blah", "blah").said.startswith("<offer_person>")


def test_the_fourth_miss_hands_over() -> None:
    talk = Talk().say("hi", "blah", "blah", "blah", "blah")
    assert talk.state == "hand_over:not_understood"
    assert talk.last.case is not None


def test_an_answer_in_between_begins_the_count_again() -> None:
    talk = Talk().say("hi", "blah", "blah", "mine", "blah")
    assert talk.conversation.misses == 1


def test_saying_an_answer_again_begins_the_count_again() -> None:
    talk = Talk().say("hi", "mine", "blah", "blah", "attorney account", "blah")
    assert talk.conversation.misses == 1


def test_a_question_without_other_words_is_asked_again_as_it_is() -> None:
    assert Talk().say("hi", "mine", "blah").said.startswith("<rephrase_lead>\n\nWhen was it made?")


def test_an_empty_message_hears_that_it_had_no_words() -> None:
    assert Talk().say("hi", " ").said.startswith("<nothing_heard>")


@pytest.mark.parametrize("greeting", ["hi", "Hello again!", "good morning, sir", "hey there, hi"])
def test_a_greeting_hears_the_question_again_and_is_no_miss(greeting: str) -> None:
    talk = Talk().say("hi", "blah", greeting)
    assert talk.said.startswith("Whose account is it?")
    assert talk.events == ["greeted"]
    assert talk.conversation.misses == 1


@pytest.mark.parametrize("words", ["thanks", "ok", "sorry", "hi blah"])
def test_other_words_of_politeness_are_a_miss(words: str) -> None:
    assert Talk().say("hi", words).conversation.misses == 1


def test_an_answer_after_a_greeting_is_heard() -> None:
    assert Talk().say("hi", "hi, mine").told == {"account": "own"}


def test_after_the_checklist_the_steps_stay_in_view() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "never").say("blah")
    assert talk.said.startswith("<after_answer>")
    assert "Ask the court." in talk.said


def test_while_waiting_a_message_hears_that_the_request_waits() -> None:
    talk = Talk().say("hi", "person", "blah")
    assert talk.said == "<waiting_unnumbered>"
    assert talk.last.case is None


def test_a_miss_while_two_answers_are_in_doubt_asks_the_doubt_again() -> None:
    talk = Talk().say("hi", "mine", "2019", "it says legacy", "blah")
    assert "<which_holds>" in talk.said
