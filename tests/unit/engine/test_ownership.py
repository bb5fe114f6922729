"""Who has the word with a filer."""

import pytest
from transitions import MachineError

from bot.engine import ownership
from bot.engine.conversation import Owner
from bot.engine.ownership import after


@pytest.mark.parametrize("owner", ["bot", "returned"])
def test_a_hand_over_lets_the_filer_wait_for_a_person(owner: Owner) -> None:
    assert after(owner, "hand_over") == "waiting"


def test_a_second_hand_over_takes_the_word_from_nobody() -> None:
    assert after("waiting", "hand_over") == "waiting"
    assert after("human", "hand_over") == "human"


def test_a_claim_gives_the_word_to_a_person_and_letting_go_takes_it_away() -> None:
    assert after("waiting", "claim") == "human"
    assert after("human", "let_go") == "waiting"


def test_nobody_claims_a_talk_that_the_bot_has() -> None:
    with pytest.raises(MachineError):
        after("bot", "claim")


@pytest.mark.parametrize("owner", ["waiting", "human"])
def test_staff_return_a_talk_to_the_bot(owner: Owner) -> None:
    assert after(owner, "give_back") == "returned"


@pytest.mark.parametrize("owner", ["bot", "waiting", "human", "returned"])
def test_a_filer_who_stops_talks_to_the_bot_again(owner: Owner) -> None:
    assert after(owner, "withdraw") == "bot"


def test_where_there_is_no_desk_the_bot_keeps_the_word() -> None:
    assert after("waiting", "nobody_there") == "bot"


@pytest.mark.parametrize("owner", ["bot", "returned"])
def test_a_reopened_case_waits_for_a_person(owner: Owner) -> None:
    assert after(owner, "reopen") == "waiting"


def test_every_owner_leads_back_to_the_bot() -> None:
    arrows = ownership.listing()
    assert {source for source, _, target in arrows if target == "bot"} == {
        "bot",
        "waiting",
        "human",
        "returned",
    }
