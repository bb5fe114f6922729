"""What was told leads to a state: forward, back, correction, old buttons and edits are all one thing."""

from bot.engine.machine import compile_machine
from bot.engine.settle import Settled, settle
from tests.unit.engine.small_flow import SMALL

MACHINE = compile_machine(SMALL)


def test_nothing_told_asks_the_first_question() -> None:
    assert settle(MACHINE, {}) == Settled("account", {})


def test_answers_told_ahead_wait_until_their_question_comes() -> None:
    assert settle(MACHINE, {"filed": "never", "role": "attorney"}) == Settled("account", {})
    told = {"filed": "never", "role": "attorney", "account": "shared"}
    assert settle(MACHINE, told) == Settled(
        "checklist", {"account": "shared", "filed": "never", "role": "attorney"}
    )


def test_an_answer_whose_question_is_no_longer_asked_does_not_count() -> None:
    told = {"account": "none", "created": "before", "filed": "never", "role": "other"}
    assert settle(MACHINE, told) == Settled("checklist", {"account": "none", "filed": "never"})


def test_an_answer_the_flow_no_longer_has_is_asked_again() -> None:
    assert settle(MACHINE, {"account": "firm", "filed": "never"}) == Settled("account", {})


def test_a_hand_over_stops_the_questions_and_waiving_it_goes_on() -> None:
    told = {"account": "shared", "filed": "unsure", "role": "attorney"}
    assert settle(MACHINE, told).state == "hand_over:unsure"
    assert settle(MACHINE, told, ["unsure"]) == Settled("checklist", told)


def test_what_was_heard_hands_over_and_keeps_the_path() -> None:
    assert settle(MACHINE, {"account": "own"}, (), "deadline") == Settled(
        "hand_over:deadline", {"account": "own"}
    )
