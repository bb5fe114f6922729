"""What a filer sees on App Home, in each place a talk can be."""

from dataclasses import replace

import pytest

from bot.engine.home import Home, home
from bot.engine.turn import fresh
from tests.unit.engine.talk import BOOK, NOON, Talk
from tests.unit.engine.test_ticks import tick


@pytest.fixture
def talk() -> Talk:
    """A talk at its checklist: upgrade, link (not open yet), sign_in."""
    return Talk().say("hi", "my own", "legacy", "no", "before go-live")


def seen(talk: Talk) -> Home:
    return home(BOOK, talk.conversation, NOON)


def acts(shown: Home) -> list[str]:
    return [choice.answer for choice in shown.choices]


def first(shown: Home) -> str:
    assert shown.next_step is not None
    return shown.next_step.items[0].step


def test_who_never_wrote_is_greeted_and_can_start() -> None:
    shown = home(BOOK, fresh(BOOK, "U1.own", "U1"), NOON)
    assert shown.title == "<home_title>"
    assert shown.lines == ("<home_about>",)
    assert shown.after == ("<phones>",)
    assert (shown.ask, shown.boxes, acts(shown)) == ("", (), ["start"])


def test_a_talk_that_is_over_can_be_begun_again(talk: Talk) -> None:
    shown = seen(talk.press("do", "worked"))
    assert (shown.lines, shown.boxes, acts(shown)) == (("<home_about>",), (), ["start"])


def test_the_open_question_is_shown_with_the_ways_on() -> None:
    shown = seen(Talk().say("hi", "my own"))
    assert shown.ask == "<home_question> When was it made?"
    assert shown.after == ("<phones>",)
    assert acts(shown) == ["go_on", "person", "restart"]
    assert (shown.next_step, shown.boxes) == (None, ())


def test_the_checklist_is_shown_whole_with_its_boxes(talk: Talk) -> None:
    shown = seen(talk)
    assert [(box.item.step, box.item.number, box.is_done) for box in shown.boxes] == [
        ("upgrade", 1, False),
        ("link", 2, False),
        ("sign_in", 3, False),
    ]
    assert shown.boxes[0].label == "<home_box> 1 Click Upgrade.", "no marks beside a box"
    assert shown.boxes[0].item.links, "links stand with their steps"
    assert shown.progress == "<steps_ticked> 3 0"
    assert shown.after == ("Good luck.", "<phones>")
    assert (first(shown), shown.conversation) == ("upgrade", "key.1")
    assert acts(shown) == ["go_on", "person", "restart"]


def test_the_next_step_is_the_first_without_a_tick_that_is_open_today(talk: Talk) -> None:
    shown = seen(tick(talk, "upgrade"))
    assert first(shown) == "sign_in", "linking opens on December 1"
    assert [box.is_done for box in shown.boxes] == [True, False, False]


def test_a_step_that_opens_later_is_next_when_nothing_else_is_left(talk: Talk) -> None:
    shown = seen(tick(talk, "upgrade", "sign_in"))
    assert first(shown) == "link"
    assert shown.next_step is not None
    assert shown.next_step.items[0].notes == ("<not_yet> December 1, 2026",)


def test_when_all_is_ticked_no_step_is_next(talk: Talk) -> None:
    shown = seen(tick(talk, "upgrade", "link", "sign_in"))
    assert shown.next_step is None
    assert shown.progress == "<steps_ticked> 3 3 <home_all_ticked>"


def test_a_checklist_without_steps_has_no_boxes(talk: Talk) -> None:
    rules = BOOK.rules("nextgen")
    bare = replace(rules, flow=replace(rules.flow, steps=()))
    shown = home(replace(BOOK, flows={**BOOK.flows, "nextgen": bare}), talk.conversation, NOON)
    assert (shown.next_step, shown.progress, shown.boxes) == (None, "", ())


def test_a_request_that_waits_is_named_and_the_way_back_is_open(talk: Talk) -> None:
    talk.say("person")
    talk.conversation = replace(talk.conversation, case="NG-1001")
    shown = seen(talk)
    assert shown.lines == ("<status_waiting> NG-1001", "You asked for a person.")
    assert acts(shown) == ["back", "restart"]


def test_who_went_back_while_a_request_waits_sees_both(talk: Talk) -> None:
    talk.say("person")
    talk.conversation = replace(talk.conversation, case="NG-1001")
    shown = seen(talk.say("back"))
    assert shown.lines == ("<status_waiting> NG-1001",)
    assert len(shown.boxes) == 3
    assert acts(shown) == ["go_on", "restart"], "a person is asked for already"


def test_while_a_person_helps_there_is_nothing_to_press(talk: Talk) -> None:
    talk.conversation = replace(talk.conversation, owner="human", helper="Pat")
    shown = seen(talk)
    assert shown.lines == ("<status_human> Pat",)
    assert shown.choices == ()
    assert len(shown.boxes) == 3, "the steps can still be ticked"


def test_a_flow_that_was_edited_shows_where_the_talk_stands_now(talk: Talk) -> None:
    talk.conversation = replace(talk.conversation, state="a question that is gone", fingerprint="old")
    assert len(seen(talk).boxes) == 3


def test_the_start_button_begins_with_the_greeting() -> None:
    talk = Talk().press("do", "start", of="")
    assert talk.said.startswith("Welcome to the Test Court.")
    assert talk.state == "account"
