"""The life of a case: who may do what, and when."""

import pytest

from bot.engine.case import Act, Standing, act, listing
from bot.errors import AlreadyClaimed, CaseClosed, NotYours

CLAIMED = Standing("claimed", "S1")
ANSWERED = Standing("answered", "S1")
CLOSED = Standing("closed", "S1")


@pytest.mark.parametrize("waiting", [Standing(), Standing("reopened")])
def test_a_waiting_case_is_claimed_by_the_first_who_asks(waiting: Standing) -> None:
    assert act(waiting, "claim", "S1") == CLAIMED


@pytest.mark.parametrize("taken", [CLAIMED, ANSWERED])
def test_a_claimed_case_is_not_claimed_by_another(taken: Standing) -> None:
    with pytest.raises(AlreadyClaimed) as refused:
        act(taken, "claim", "S2")
    assert refused.value.by == "S1"


@pytest.mark.parametrize("taken", [CLAIMED, ANSWERED])
def test_claiming_what_one_has_changes_nothing(taken: Standing) -> None:
    assert act(taken, "claim", "S1") == taken


def test_any_of_the_staff_answers_a_case_that_somebody_has() -> None:
    assert act(CLAIMED, "answer", "S1") == ANSWERED
    assert act(ANSWERED, "answer", "S2") == ANSWERED


@pytest.mark.parametrize("waiting", [Standing(), Standing("reopened")])
def test_nobody_answers_a_case_that_nobody_has(waiting: Standing) -> None:
    with pytest.raises(NotYours):
        act(waiting, "answer", "S2")


@pytest.mark.parametrize("taken", [CLAIMED, ANSWERED])
def test_a_case_is_taken_over_by_another(taken: Standing) -> None:
    assert act(taken, "take_over", "S2").owner == "S2"


@pytest.mark.parametrize("standing", [Standing(), Standing("reopened"), CLAIMED, ANSWERED])
def test_anybody_assigns_a_case_to_anybody(standing: Standing) -> None:
    after = act(standing, "assign", "S3", to="S2")
    assert after.owner == "S2"
    assert after.state == ("answered" if standing is ANSWERED else "claimed")


def test_what_the_filer_writes_makes_an_answered_case_wait_for_staff() -> None:
    assert act(ANSWERED, "hear", "U1") == CLAIMED
    assert act(Standing(), "hear", "U1") == Standing()
    assert act(Standing("reopened"), "hear", "U1") == Standing("reopened")


@pytest.mark.parametrize("taken", [CLAIMED, ANSWERED])
def test_the_owner_lets_a_case_go_and_gives_it_back(taken: Standing) -> None:
    assert act(taken, "let_go", "S1") == Standing()
    assert act(taken, "give_back", "S1") == CLOSED
    for deed in ("let_go", "give_back"):
        with pytest.raises(NotYours):
            act(taken, deed, "S2")


@pytest.mark.parametrize("taken", [CLAIMED, ANSWERED])
def test_only_the_owner_closes_a_claimed_case(taken: Standing) -> None:
    assert act(taken, "close", "S1") == CLOSED
    with pytest.raises(NotYours):
        act(taken, "close", "S2")


def test_any_of_the_staff_closes_a_case_nobody_has() -> None:
    assert act(Standing(), "close", "S2") == Standing("closed")


@pytest.mark.parametrize("standing", [Standing(), CLAIMED, ANSWERED, Standing("reopened")])
def test_the_filer_takes_a_request_back_from_anybody(standing: Standing) -> None:
    assert act(standing, "withdraw", "U1").state == "closed"


@pytest.mark.parametrize(
    "deed", ["claim", "take_over", "assign", "answer", "hear", "let_go", "give_back", "close", "withdraw"]
)
def test_nothing_but_reopening_can_be_done_to_a_closed_case(deed: Act) -> None:
    with pytest.raises(CaseClosed):
        act(CLOSED, deed, "S1")


def test_a_reopened_case_belongs_to_nobody() -> None:
    assert act(CLOSED, "reopen", "U1") == Standing("reopened")


def test_a_case_that_is_not_closed_cannot_be_reopened() -> None:
    with pytest.raises(NotYours):
        act(CLAIMED, "reopen", "S1")


def test_every_state_can_be_closed_and_left_again() -> None:
    arrows = listing()
    assert {source for source, _, target in arrows if target == "closed"} == {
        "open",
        "claimed",
        "answered",
        "reopened",
    }
    assert ("closed", "reopen", "reopened") in arrows
