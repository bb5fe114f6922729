"""Connections come and go: what was acknowledged is answered, and wrong tokens are named at once."""

import asyncio

import pytest

from bot.errors import SettingsError
from bot.practice.faults import WebFault
from bot.service.desk import HelpDesk
from bot.service.incoming import Ack, Incoming, StaffPress
from bot.wiring import build
from tests.e2e.line import HABITS, Line
from tests.e2e.waiting import until


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_after_a_disconnect_messages_are_answered_again(socket_line: Line, reason: str) -> None:
    await socket_line.say("hi")
    await socket_line.slack.sockets.disconnect(reason)
    await socket_line.slack.sockets.wait_for(1)
    await socket_line.say("attorney")
    assert await socket_line.told() == {"filer": "attorney"}


async def test_after_a_connection_was_cut_messages_are_answered_again(socket_line: Line) -> None:
    await socket_line.say("hi")
    socket_line.slack.sockets.drop()
    await until(socket_line.bot.is_ready, "connected again", seconds=30)
    await socket_line.slack.sockets.wait_for(1)
    await socket_line.say("attorney")
    assert await socket_line.told() == {"filer": "attorney"}


async def test_what_is_being_handled_is_acknowledged_before_the_program_ends(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, handle = asyncio.Event(), asyncio.Event(), HelpDesk.handle

    async def slowly(desk: HelpDesk, incoming: Incoming | StaffPress) -> Ack:
        begun.set()
        await go_on.wait()
        return await handle(desk, incoming)

    monkeypatch.setattr(HelpDesk, "handle", slowly)
    delivery = await line.slack.act.say("filer", "hi", wait=False)
    await begun.wait()
    stopping = asyncio.create_task(line.bot.stop())
    await asyncio.sleep(0)
    go_on.set()
    await stopping
    assert [one.acknowledged for one in delivery.attempts] == [True]
    await line.start()
    await line.quiet()
    assert len(line.said()) == 1


async def test_a_message_that_was_not_sent_before_the_end_is_sent_after_the_start(line: Line) -> None:
    await line.bot.stop()
    await line.start(HELPDESK_DRAIN_SECONDS="1")
    line.slack.faults.add(WebFault("ratelimited", "chat.postMessage", seconds=2))
    await line.slack.act.say("filer", "hi")
    await until(lambda: line.slack.record.counted().get("chat.postMessage"), "it was tried")
    await line.bot.stop()
    assert line.said() == []
    await line.start()
    await line.quiet()
    assert len(line.said()) == 1


@pytest.mark.parametrize(
    ("name", "value"), [("SLACK_BOT_TOKEN", "xoxb-wrong"), ("SLACK_APP_TOKEN", "xapp-wrong")]
)
async def test_a_token_slack_does_not_take_is_named_at_once(socket_line: Line, name: str, value: str) -> None:
    other = build(socket_line.settings(**{name: value}), HABITS)
    with pytest.raises(SettingsError, match=f"does not take {name}"):
        await other.start()


async def test_an_address_that_is_taken_is_named(http_line: Line) -> None:
    port = http_line.bot.url.split(":")[2].split("/")[0]
    other = build(http_line.settings(HELPDESK_PORT=port), HABITS)
    with pytest.raises(SettingsError, match=f"127.0.0.1:{port} cannot be used"):
        await other.start()


async def test_a_start_while_slack_is_out_of_reach_goes_on_when_it_is_back(line: Line) -> None:
    await line.bot.stop()
    line.slack.faults.add(WebFault("error_before", "auth.test"))
    await line.start()
    await line.say("hi")
    assert len(line.said()) == 1


async def test_it_says_whether_slack_can_reach_it(line: Line) -> None:
    assert await line.bot.is_ready()
