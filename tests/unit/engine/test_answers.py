"""What the filer reads at the end, on which day, and after the flow file was changed."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.engine.turn import give_back
from tests.unit.engine.small_library import FLOW, small_book
from tests.unit.engine.talk import BOOK, NOON, Talk


def finished(now: datetime = NOON) -> Talk:
    """A talk with an old account and an old filing login."""
    talk = Talk(now=now).say("hi").press("account", "own").press("created", "before")
    return talk.press("upgraded", "no").press("filed", "earlier")


def test_the_answer_opens_with_the_next_step_and_ends_with_the_phones() -> None:
    said = finished().said
    assert said.startswith(
        "<next_step>\n1. Click *Upgrade*.\n   Bring your old login.\n   PACER page: https://pacer.uscourts.gov/"
    )
    assert "<after_that>\n2. Link it." in said
    assert "Good luck.\n\n<phones>" in said
    assert said.endswith("1. <worked_label>\n2. <else_label>\n3. <stuck_label>")


def test_a_step_that_is_not_open_yet_says_from_when() -> None:
    assert "2. Link it.\n   <not_yet> December 1, 2026" in finished().said
    assert "<not_yet>" not in finished(NOON + timedelta(days=8)).said


def test_a_step_that_is_not_open_yet_is_not_the_next_one() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "earlier")
    assert talk.said.startswith("<next_step>\n2. Sign in.")
    assert "<after_that>\n1. Link it.\n   <not_yet> December 1, 2026" in talk.said


def test_a_fact_that_was_not_checked_for_long_is_to_be_confirmed() -> None:
    assert "<confirm_fact>" not in finished().said
    assert "<confirm_fact> PACER page" in finished(NOON + timedelta(days=300)).said


def test_the_same_message_gives_the_same_bytes() -> None:
    assert finished().said == finished().said


def test_a_changed_flow_keeps_the_answers_and_says_that_it_changed() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "never")
    asked = FLOW.replace(
        "steps:\n  upgrade", "  new_one:\n    ask: New?\n    answers: {a: A, b: B}\nsteps:\n  upgrade", 1
    )
    talk.book = small_book(asked)
    talk.say("hello there")
    assert talk.state == "new_one"
    assert talk.told == {"account": "none", "filed": "never"}
    assert talk.said.startswith("<flow_changed>")


def test_a_change_of_words_alone_is_not_mentioned() -> None:
    talk = Talk().say("hi").press("account", "none")
    talk.book = small_book(FLOW.replace("Did you file here before?", "Have you filed here?"))
    talk.say("why")
    assert "<flow_changed>" not in talk.said
    assert "Have you filed here?" in talk.said


def test_when_staff_give_it_back_the_questions_go_on_where_they_stopped() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "unsure")
    assert talk.state == "hand_over:unsure"
    talk.conversation = give_back(
        BOOK, replace(talk.conversation, owner="human", helper="Maria", case="NG-1")
    )
    assert talk.conversation.owner == "returned"
    assert talk.conversation.waived == ("unsure",)
    assert (talk.conversation.helper, talk.conversation.case) == ("", "")
    assert talk.state == "checklist"
    assert "Sign in." in talk.say("status").said


def test_when_staff_give_back_a_question_for_a_person_the_same_question_is_asked() -> None:
    talk = Talk().say("hi").press("account", "none").say("person")
    talk.conversation = give_back(BOOK, talk.conversation)
    assert talk.state == "filed"
    assert talk.conversation.heard == ""


def test_giving_back_twice_is_the_same_as_once() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "unsure")
    once = give_back(BOOK, talk.conversation)
    assert give_back(BOOK, once) == once
