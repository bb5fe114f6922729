"""Buttons: the newest, an old one, one of another talk, one pressed twice, one that nobody made."""

import json
from typing import Any

import pytest

from bot.practice.deliveries import Delivery
from bot.practice.faults import WebFault
from bot.practice.messages import StoredMessage
from tests.e2e.line import Line

OWN, SHARED = "My own, nobody else uses it", "One that we share"


async def test_the_newest_question_is_replaced_by_the_answer_and_the_next_question(line: Line) -> None:
    await line.say("hi")
    question, mark = line.newest(), line.slack.record.mark()
    await line.press("An attorney")
    assert line.slack.record.counted(mark) == {"response_url": 1}
    assert len(line.said()) == 1
    assert "You said: An attorney" in line.words()
    assert "Which PACER account" in line.words()
    assert [one.how for one in question.versions] == ["posted", "replaced"]


async def test_an_old_button_corrects_the_earlier_answer_in_a_new_message(line: Line) -> None:
    await line.say("hi", "attorney", "shared")
    old = next(one for one in line.said() if "Which PACER account" in str(one.content["text"]))
    await line.press(OWN, old)
    assert await line.told() == {"filer": "attorney", "account": "own"}
    assert len(line.said()) == 4


async def test_pressing_the_same_answer_again_says_nothing(line: Line) -> None:
    await line.say("hi", "attorney", "shared")
    old = next(one for one in line.said() if "Which PACER account" in str(one.content["text"]))
    await line.press(SHARED, old)
    assert len(line.said()) == 3


async def test_a_button_of_a_talk_that_is_over_changes_nothing_and_says_so(line: Line) -> None:
    await line.say("hi", "attorney")
    old = line.newest()
    await line.say("restart", "paralegal")
    await line.press(OWN, old)
    assert "account" not in await line.told()
    assert "talk that is over" in line.words()


@pytest.mark.parametrize(
    "value", ["", "{", "null", '{"v":7,"q":"account","a":"own"}', '{"v":1,"q":"no_such","a":"x"}']
)
async def test_a_button_that_nobody_made_is_answered_as_an_old_one(line: Line, value: str) -> None:
    await line.say("hi")
    pressed = await press_raw(line, value)
    assert pressed.acknowledged
    assert "no longer works" in line.words()
    assert await line.told() == {}


async def test_two_presses_at_once_give_one_of_the_answers_and_no_silence(line: Line) -> None:
    await line.say("hi", "attorney")
    question = line.newest()
    for label in (OWN, SHARED):
        await line.slack.act.press("filer", question.ts, label=label, wait=False)
    await line.quiet()
    told = await line.told()
    assert told["account"] in {"own", "shared"}
    assert len(line.said()) + len(question.versions) - 1 >= 3


async def test_a_press_delivered_twice_counts_once(line: Line) -> None:
    await line.say("hi")
    mark = line.slack.record.mark()
    pressed = await line.press("An attorney")
    await line.slack.postman.redeliver(pressed.number)
    await line.quiet()
    assert line.slack.record.counted_messages(mark) == 1


async def test_a_press_after_the_address_has_expired_is_answered_by_a_new_message(line: Line) -> None:
    await line.say("hi")
    line.slack.faults.add(WebFault("refuse", "response_url", code="expired_url"))
    await line.press("An attorney")
    assert "Which PACER account" in line.words()
    assert len(line.said()) == 2


async def test_a_press_in_somebody_elses_name_changes_nothing_of_theirs(line: Line) -> None:
    await line.say("hi", "attorney")
    value = json.loads(button(line.newest(), OWN)["value"])
    await line.say("hi", person="other_filer")
    await press_raw(line, json.dumps(value), person="other_filer")
    assert await line.told() == {"filer": "attorney"}
    assert await line.told("UFILER002") == {}


def button(message: StoredMessage, label: str) -> dict[str, Any]:
    """A button of a message, by its words."""
    rows = [one["elements"] for one in message.content["blocks"] if one["type"] == "actions"]
    return next(one for row in rows for one in row if one["text"]["text"] == label)


async def press_raw(line: Line, value: str, person: str = "filer") -> Delivery:
    """Press a button of the newest message that carries something else than we put there."""
    ts = line.slack.clock.next_ts()
    action = {"type": "button", "action_id": "helpdesk:x:y", "block_id": "b", "value": value, "action_ts": ts}
    message = line.newest(person)
    delivery = await line.slack.act.press(person, message.ts, channel=message.channel, actions=[action])
    await line.quiet()
    return delivery
