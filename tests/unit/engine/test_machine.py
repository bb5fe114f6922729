"""The compiled flow: where each answer leads, and what guards the way."""

import pytest

from bot.engine.machine import CHECKLIST, HAND_OVER, compile_machine
from tests.unit.engine.small_flow import SMALL

MACHINE = compile_machine(SMALL)


def test_a_conversation_begins_at_the_first_question() -> None:
    assert MACHINE.first() == "account"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ({"account": "own"}, "created"),
        ({"account": "shared"}, "filed"),
        ({"account": "none"}, "filed"),
        ({"account": "own", "created": "before"}, "filed"),
        ({"account": "own", "created": "before", "filed": "never"}, "role"),
        ({"account": "own", "created": "before", "filed": "earlier"}, CHECKLIST),
        ({"account": "own", "created": "after", "filed": "earlier"}, HAND_OVER + "odd"),
        ({"account": "none", "filed": "never"}, CHECKLIST),
        ({"account": "shared", "filed": "earlier"}, "role"),
        ({"account": "shared", "filed": "unsure"}, HAND_OVER + "unsure"),
        ({"account": "shared", "filed": "never", "role": "other"}, HAND_OVER + "odd"),
        ({"account": "shared", "filed": "never", "role": "attorney"}, CHECKLIST),
    ],
)
def test_an_answer_leads_to_the_next_state_whose_rule_holds(path: dict[str, str], target: str) -> None:
    assert MACHINE.next(list(path)[-1], path) == target


def test_a_waived_hand_over_is_passed_over() -> None:
    path = {"account": "shared", "filed": "unsure"}
    assert MACHINE.next("filed", path, ["unsure"]) == "role"


def test_an_answer_that_the_question_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        MACHINE.next("created", {"account": "own", "created": "own"})


def test_words_hand_over_from_any_state() -> None:
    for path in ({}, {"account": "own"}, {"account": "none", "filed": "never"}):
        spot = MACHINE.begin()
        for answer in path.values():
            MACHINE.answer(spot, answer)
        MACHINE.hear(spot, "deadline")
        assert spot.state == HAND_OVER + "deadline"
        assert spot.path == path


def test_the_listing_shows_only_guards_that_can_hold() -> None:
    arrows = [(one.answer, one.guard, one.target) for one in MACHINE.listing() if one.source == "filed"]
    assert arrows == [
        ("earlier", "created is after", "hand_over:odd"),
        ("earlier", "account is shared", "role"),
        ("earlier", "", "checklist"),
        ("never", "account is own; or account is shared", "role"),
        ("never", "", "checklist"),
        ("unsure", "", "hand_over:unsure"),
        ("unsure", "account is shared", "role"),
        ("unsure", "", "checklist"),
    ]


def test_the_states_are_the_questions_and_the_outcomes() -> None:
    assert MACHINE.states == (
        "start", "account", "created", "filed", "role", "checklist",
        "hand_over:unsure", "hand_over:odd", "hand_over:deadline",
    )  # fmt: skip


def test_one_machine_serves_many_conversations_at_once() -> None:
    spots = [MACHINE.begin() for _ in range(3)]
    for spot, answer in zip(spots, ("own", "shared", "none"), strict=True):
        MACHINE.answer(spot, answer)
    assert [spot.state for spot in spots] == ["created", "filed", "filed"]
