"""Buttons: answers, old answers corrected, and acts."""

import pytest

from tests.unit.engine.talk import Talk


def test_a_button_answers_and_the_next_question_replaces_it() -> None:
    talk = Talk().say("hi").press("account", "own")
    assert talk.state == "created"
    assert talk.last.how == {"account": "button"}
    assert not talk.last.fresh
    assert talk.last.echo == "Whose account is it?\n<you_said> My own"


def test_a_checklist_is_always_a_new_message() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "never")
    assert talk.state == "checklist"
    assert talk.last.fresh
    assert talk.last.echo == ""
    assert talk.events == ["answered", "finished"]
    assert talk.last.events[1].data == {"steps": "ask_court,sign_in"}


def test_the_first_press_of_all_begins_the_conversation_with_a_new_message() -> None:
    talk = Talk().press("account", "none", of="")
    assert talk.state == "filed"
    assert talk.last.fresh


def test_an_old_button_corrects_the_earlier_answer() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "never").press("account", "own")
    assert talk.state == "created"
    assert talk.told == {"account": "own", "filed": "never"}
    assert talk.last.fresh
    assert talk.events == ["corrected", "answered"]
    assert "<corrected> " in talk.said
    assert "My own" in talk.said
    assert "Whose account is it?" in talk.said


def test_a_press_that_changes_nothing_says_nothing() -> None:
    talk = Talk().say("hi").press("account", "own").press("account", "own")
    assert talk.last.reply is None
    assert talk.state == "created"


def test_a_button_of_another_conversation_is_over() -> None:
    talk = Talk().say("hi").press("account", "own", of="key.7")
    assert talk.told == {}
    assert talk.said.startswith("<talk_over>")
    assert "Whose account is it?" in talk.said


def test_after_a_restart_the_buttons_of_before_are_over() -> None:
    talk = Talk().say("hi")
    before = talk.conversation.id
    talk.say("restart").press("account", "own", of=before)
    assert talk.told == {}
    assert talk.said.startswith("<talk_over>")


@pytest.mark.parametrize(
    ("question", "answer"), [("account", "firm"), ("gone", "own"), ("do", "dance"), ("do", "flow:x")]
)
def test_a_button_the_flow_no_longer_has_changes_nothing(question: str, answer: str) -> None:
    talk = Talk().say("hi").press(question, answer)
    assert talk.told == {}
    assert talk.said.startswith("<old_button>")


def test_a_button_of_the_default_flow_opens_it_from_another_flow() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "never").press("do", "flow:mfa")
    assert talk.conversation.flow == "mfa"
    assert "Now the second check." in talk.said
    talk.press("account", "own")
    assert talk.conversation.flow == "nextgen"
    assert talk.state == "created"
    assert talk.last.fresh


def test_a_step_offers_its_other_flow_as_a_button() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "never")
    assert talk.last.reply is not None
    assert [choice.label for choice in talk.last.reply.choices] == [
        "<worked_label>", "<else_label>", "<stuck_label>", "Set up MFA",
    ]  # fmt: skip


def test_an_answer_leaves_a_hand_over_that_was_only_said() -> None:
    talk = Talk().say("hi", "talk to somebody")
    assert talk.state == "hand_over:asked_for_person"
    talk.press("account", "none")
    assert talk.state == "filed"


def test_pressing_an_answer_again_settles_a_hand_over_that_was_said() -> None:
    talk = Talk().say("hi").press("account", "none").say("talk to somebody").press("account", "none")
    assert talk.state == "filed"
    assert "Did you file here before?" in talk.said


def test_a_late_press_that_contradicts_a_later_one_asks_which_holds() -> None:
    talk = Talk().say("hi", at=100).press("account", "shared", at=300).press("account", "own", at=200)
    assert talk.told == {"account": "shared"}
    assert talk.said.startswith("<which_holds>")
    assert [choice.answer for choice in talk.last.reply.choices] == ["shared", "own", "person"]  # type: ignore[union-attr]


def test_the_filer_settles_which_answer_holds() -> None:
    talk = Talk().say("hi", at=100).press("account", "shared", at=300).press("account", "own", at=200)
    talk.press("account", "own", at=400)
    assert talk.told == {"account": "own"}
    assert talk.state == "created"
    assert talk.conversation.doubt is None


def test_keeping_the_later_answer_goes_on() -> None:
    talk = Talk().say("hi", at=100).press("account", "shared", at=300).press("account", "own", at=200)
    talk.press("account", "shared", at=400)
    assert talk.told == {"account": "shared"}
    assert talk.conversation.doubt is None
    assert talk.state == "filed"
