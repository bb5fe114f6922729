"""Slack delivers more than once, late, and in another order; every message is answered, and once."""

import asyncio

import pytest

from bot.practice.faults import DeliveryFault
from tests.e2e.line import Line


@pytest.mark.parametrize("copies", [1, 4])
async def test_copies_of_one_delivery_give_one_reply(line: Line, copies: int) -> None:
    line.slack.faults.add(DeliveryFault("duplicate", ["event"], copies=copies, retry_headers=True))
    await line.say("hi")
    assert len(line.said()) == 1
    assert line.slack.record.counted_messages() == 1


async def test_copies_under_other_event_ids_give_one_reply(line: Line) -> None:
    first = await line.say("hi")
    again = await line.slack.act.event(first.body["event"])
    assert again.event_id != first.event_id
    await line.quiet()
    assert len(line.said()) == 1


async def test_a_delivery_that_comes_again_much_later_is_not_answered_again(line: Line) -> None:
    first = await line.say("hi", "attorney")
    await line.say("my own", "2009")
    before = len(line.said())
    attempt = await line.slack.postman.redeliver(first.number)
    await line.quiet()
    assert attempt.acknowledged
    assert len(line.said()) == before


async def test_two_messages_swapped_give_the_state_of_the_right_order_and_no_silence(line: Line) -> None:
    await line.say("hi")
    before = len(line.said())
    line.slack.faults.add(DeliveryFault("reorder", ["event"]))
    await line.slack.act.say("filer", "attorney", wait=False)
    await line.slack.act.say("filer", "my own", wait=False)
    await line.quiet()
    assert await line.told() == {"filer": "attorney", "account": "own"}
    assert len(line.said()) == before + 2


async def test_the_first_of_two_delivered_again_after_a_minute_changes_nothing_that_came_later(
    line: Line,
) -> None:
    await line.say("hi")
    line.slack.faults.add(DeliveryFault("hold", ["event"]))
    await line.slack.act.say("filer", "attorney", wait=False)
    line.slack.clock.move(60)
    await line.say("my own")
    before = len(line.said())
    (late,) = line.slack.postman.release()
    await line.quiet()
    assert late.acknowledged
    assert await line.told() == {"filer": "attorney", "account": "own"}
    assert len(line.said()) == before + 1
    await line.slack.postman.redeliver(late.number)
    await line.quiet()
    assert await line.told() == {"filer": "attorney", "account": "own"}
    assert len(line.said()) == before + 1


async def test_a_late_message_that_contradicts_a_later_one_is_asked_about(line: Line) -> None:
    await line.say("hi")
    line.slack.faults.add(DeliveryFault("hold", ["event"]))
    await line.slack.act.say("filer", "paralegal", wait=False)
    line.slack.clock.move(60)
    await line.say("attorney")
    line.slack.postman.release()
    await line.quiet()
    assert (await line.told())["filer"] == "attorney"
    assert "attorney" in line.words().lower()
    assert (await line.conversation()).doubt is not None  # type: ignore[union-attr]


async def test_many_messages_at_once_are_all_answered(line: Line) -> None:
    await line.say("hi")
    before = len(line.said())
    await asyncio.gather(*(line.slack.act.say("filer", "what is PACER?", wait=False) for _ in range(10)))
    await line.quiet()
    assert len(line.said()) == before + 10


@pytest.mark.parametrize(
    "event",
    [
        {"type": "message", "subtype": "bot_message", "bot_id": "B9", "text": "hi", "channel_type": "im"},
        {"type": "message", "user": "USLACKBOT", "text": "hi", "channel_type": "im"},
        {
            "type": "message",
            "user": "USTAFF001",
            "text": "hi",
            "channel": "CSTAFF001",
            "channel_type": "group",
        },
        {"type": "app_home_opened", "user": "UFILER001", "tab": "home"},
        {"type": "channel_archive", "channel": "CSTAFF001", "user": "USTAFF001"},
        {"type": "tokens_revoked", "tokens": {"bot": ["U1"]}},
        {"type": "something_new", "what": 1},
    ],
)
async def test_what_is_no_message_to_us_is_acknowledged_and_not_answered(
    line: Line, event: dict[str, object]
) -> None:
    stamped = {
        "channel": "D9",
        **event,
        "ts": line.slack.clock.next_ts(),
        "event_ts": line.slack.clock.next_ts(),
    }
    delivery = await line.slack.act.event(stamped)
    await line.quiet()
    assert delivery.acknowledged
    assert line.slack.record.counted_messages() == 0


async def test_a_delivery_of_another_workspace_is_acknowledged_and_not_answered(line: Line) -> None:
    first = await line.say("hi")
    foreign = {**first.body["event"], "user_team": "TFOREIGN1", "ts": line.slack.clock.next_ts()}
    delivery = await line.slack.act.event(foreign)
    await line.quiet()
    assert delivery.acknowledged
    assert len(line.said()) == 1
