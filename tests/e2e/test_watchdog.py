"""A Socket Mode connection that is dead is noticed and replaced, however it died."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.slack import connection, watchdog
from tests.e2e.line import Line
from tests.e2e.observed import figures
from tests.e2e.waiting import until


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same watchdog, with shorter waits."""
    monkeypatch.setattr(connection, "PING_SECONDS", 0.4)
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 0.6)
    monkeypatch.setattr(watchdog, "CHECK_SECONDS", 0.05)
    monkeypatch.setattr(watchdog, "FIRST_PAUSE", 0.1)
    monkeypatch.setattr(watchdog, "LONGEST_PAUSE", 0.4)
    monkeypatch.setattr(watchdog, "ALARM_SECONDS", 1.0)


async def lost(line: Line) -> None:
    """Wait until the loss is noticed."""
    await until(lambda: _is(line, ready=False), "the loss is noticed")


async def back(line: Line) -> None:
    """Wait until there is a connection again, and see that a message is answered."""
    await until(lambda: _is(line, ready=True), "connected again")
    before = len(line.said())
    await line.say("hi" if not before else "attorney")
    assert len(line.said()) == before + 1


async def _is(line: Line, *, ready: bool) -> bool:
    return await line.bot.is_ready() is ready


def told(line: Line, event: str) -> list[dict[str, str]]:
    """The log lines of this event."""
    lines = [json.loads(one) for one in line.logs.getvalue().splitlines()]
    return [one for one in lines if one["event"] == event]


async def test_a_connection_that_answers_no_ping_is_replaced(socket_line: Line) -> None:
    socket_line.slack.faults.mute = True
    await lost(socket_line)
    socket_line.slack.faults.mute = False
    await back(socket_line)
    assert (await figures(socket_line))["helpdesk_socket_connections_total"] >= 2
    assert told(socket_line, "not connected to Slack")
    assert told(socket_line, "connected to Slack again")


async def test_a_connection_that_was_cut_is_replaced(socket_line: Line) -> None:
    await socket_line.say("hi")
    socket_line.slack.sockets.drop()
    await lost(socket_line)
    await back(socket_line)


async def test_socket_mode_switched_off_is_an_error_in_the_log_until_it_is_on_again(
    socket_line: Line,
) -> None:
    await socket_line.slack.sockets.disconnect("link_disabled")
    await lost(socket_line)
    assert [one["level"] for one in told(socket_line, "the app's Socket Mode is switched off")] == ["ERROR"]
    await until(lambda: told(socket_line, "Slack refuses a connection"), "another was asked for")
    assert told(socket_line, "Slack refuses a connection")[0]["error"] == "forbidden_team"
    socket_line.slack.app.socket_mode = True
    await back(socket_line)


async def test_no_connection_for_long_is_one_error_in_the_log(socket_line: Line) -> None:
    socket_line.slack.app.socket_mode = False
    socket_line.slack.sockets.drop()
    await until(lambda: told(socket_line, "no connection to Slack"), "the alarm")
    refused = len(told(socket_line, "Slack refuses a connection"))
    await until(lambda: len(told(socket_line, "Slack refuses a connection")) > refused + 1, "it goes on")
    assert [one["level"] for one in told(socket_line, "no connection to Slack")] == ["ERROR"]
    socket_line.slack.app.socket_mode = True
    await back(socket_line)


async def test_too_many_connections_are_an_error_and_no_storm(socket_line: Line) -> None:
    sockets = socket_line.slack.sockets
    mark = socket_line.slack.record.mark()
    for _ in range(3):
        (held,) = sockets.connections
        await held.send_str(json.dumps({"type": "disconnect", "reason": "too_many_websockets"}))
        await held.close()
        await until(lambda: _is(socket_line, ready=False), "it is gone")
        await until(lambda: _is(socket_line, ready=True), "it is back")
    assert len(told(socket_line, "too many programs use the app-level token")) == 3
    assert socket_line.slack.record.counted(mark)["apps.connections.open"] == 3, "once each time"
    await back(socket_line)


async def test_an_address_that_refuses_is_not_tried_for_ever(socket_line: Line) -> None:
    sockets = socket_line.slack.sockets
    open_to_all = sockets.settings
    sockets.settings = replace(open_to_all, max_connections=0)
    sockets.drop()
    await lost(socket_line)
    await until(lambda: told(socket_line, "no connection"), "one attempt failed")
    sockets.settings = open_to_all
    await back(socket_line)


@asynccontextmanager
async def black_hole() -> AsyncIterator[str]:
    """The address of a server that takes connections and says nothing."""

    async def swallow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(swallow, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def test_a_network_that_swallows_everything_is_not_waited_for(socket_line: Line) -> None:
    world = socket_line.slack.world
    good = world.url
    async with black_hole() as nowhere:
        world.url = nowhere
        socket_line.slack.sockets.drop()
        await lost(socket_line)
        await until(lambda: told(socket_line, "no connection"), "one attempt was given up")
        world.url = good
        await back(socket_line)


async def test_a_change_of_servers_is_no_alarm(socket_line: Line) -> None:
    await socket_line.slack.sockets.disconnect("refresh_requested", after=0.3)
    await until(lambda: len(socket_line.slack.sockets.connections) == 1)
    await back(socket_line)
    lines = [json.loads(one) for one in socket_line.logs.getvalue().splitlines()]
    assert [one["event"] for one in lines if one["level"] == "ERROR"] == []
