"""What staff get with a case: the steps that were shown before, and which of them are ticked."""

from dataclasses import replace

from bot.engine.evidence import evidence_now
from bot.engine.turn import asked_again
from tests.unit.engine.talk import BOOK, NOON, Talk


def test_a_hand_over_after_the_checklist_shows_its_steps_and_the_ticks() -> None:
    talk = Talk().say("hi", "none", "before go-live")
    assert talk.state == "checklist"
    talk.conversation = replace(talk.conversation, done=("sign_in",))
    talk.say("person")
    case = talk.last.case
    assert case is not None
    assert (case.steps, case.done) == (("Link it.", "Sign in."), ("Sign in.",))
    assert not case.blocks_filing


def test_who_asks_for_a_person_before_the_checklist_has_seen_no_step() -> None:
    case = Talk().say("hi", "person").last.case
    assert case is not None
    assert (case.steps, case.done) == ((), ())


def test_the_evidence_of_a_talk_that_was_handed_over_can_be_had_again() -> None:
    talk = Talk().say("hi", "my own", "person")
    assert evidence_now(BOOK, talk.conversation, NOON) == talk.last.case
    assert evidence_now(BOOK, Talk().say("hi").conversation, NOON) is None


def test_what_is_asked_again_has_its_buttons_on_the_screen() -> None:
    asked, reply = asked_again(BOOK, Talk().say("hi").conversation, NOON, "We go on.")
    assert reply.lines == ("We go on.",)
    assert asked.offered == tuple((one.question, one.answer) for one in reply.choices)
