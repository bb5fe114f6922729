"""Boxes of the checklist: a tick is kept, counts while its step applies, and moves nothing else."""

from dataclasses import replace

import pytest

from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.engine.ticks import Tick, ticked
from tests.unit.engine.talk import BOOK, Talk


@pytest.fixture
def talk() -> Talk:
    """A talk at its checklist: upgrade, link, sign_in."""
    return Talk().say("hi", "my own", "legacy", "no", "before go-live")


def tick(talk: Talk, *steps: str, is_done: bool = True) -> Talk:
    """Tick these boxes, or take their ticks away."""
    for step in steps:
        talk.conversation, _ = ticked(BOOK, talk.conversation, Tick(talk.conversation.id, step, is_done))
    return talk


def test_a_tick_is_kept_and_told(talk: Talk) -> None:
    after, events = ticked(BOOK, talk.conversation, Tick("key.1", "link", True))
    assert after == replace(talk.conversation, done=("link",))
    assert events == (Event("ticked", {"step": "link"}),)


def test_a_tick_that_is_there_already_changes_nothing(talk: Talk) -> None:
    tick(talk, "link")
    assert ticked(BOOK, talk.conversation, Tick("key.1", "link", True)) == (talk.conversation, ())


def test_a_tick_taken_away_leaves_the_others(talk: Talk) -> None:
    tick(talk, "upgrade", "link")
    after, events = ticked(BOOK, talk.conversation, Tick("key.1", "upgrade", False))
    assert after.done == ("link",)
    assert events == (Event("unticked", {"step": "upgrade"}),)


def test_a_tick_that_was_not_there_is_not_taken_away(talk: Talk) -> None:
    assert ticked(BOOK, talk.conversation, Tick("key.1", "upgrade", False)) == (talk.conversation, ())


def unchanged(conversation: Conversation, *steps: str) -> bool:
    return all(ticked(BOOK, conversation, Tick("key.1", step, True)) == (conversation, ()) for step in steps)


def test_only_steps_that_apply_have_boxes(talk: Talk) -> None:
    assert unchanged(talk.conversation, "ask_court", "nonsense", "")


def test_a_box_of_another_talk_changes_nothing(talk: Talk) -> None:
    box = Tick(talk.conversation.id, "link", True)
    again = talk.say("restart", "my own", "legacy", "no", "before go-live").conversation
    assert ticked(BOOK, again, box) == (again, ())


def test_a_talk_that_is_over_has_no_boxes(talk: Talk) -> None:
    assert unchanged(talk.press("do", "worked").conversation, "link")


def test_an_open_question_has_no_boxes(talk: Talk) -> None:
    assert unchanged(talk.say("back").conversation, "link", "sign_in")


def test_a_restart_clears_all_ticks(talk: Talk) -> None:
    tick(talk, "upgrade").say("restart")
    assert talk.conversation.done == ()


def test_a_correction_keeps_the_ticks_of_steps_that_remain(talk: Talk) -> None:
    tick(talk, "upgrade", "sign_in").press("upgraded", "yes").command("status")
    assert talk.state == "checklist"
    assert "<steps_ticked> 2 1" in talk.said, "of link and sign_in one is ticked; upgrade does not count"


def test_a_tick_changes_neither_the_path_nor_the_state(talk: Talk) -> None:
    before = talk.conversation
    after = tick(talk, "upgrade", "link", "sign_in").conversation
    assert replace(after, done=()) == before


def test_status_counts_ticks_once_there_are_some(talk: Talk) -> None:
    assert "steps_ticked" not in talk.say("status").said
    assert "<status_checklist> <steps_ticked> 3 1" in tick(talk, "link").say("status").said
