"""Socket Mode, as the real SDK client meets it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSettings, PracticeSlack


class Listener:
    """Keeps each envelope, and acknowledges all but the first `silent` ones."""

    def __init__(self, slack: PracticeSlack) -> None:
        web = AsyncWebClient(base_url=slack.api_url, token=slack.app.bot_token)
        self.client = SocketModeClient(slack.app.app_token, web_client=web, ping_interval=0.2)
        self.client.socket_mode_request_listeners.append(self.hear)
        self.heard: list[SocketModeRequest] = []
        self.silent = 0
        self.payload: dict[str, Any] | None = None

    async def hear(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        self.heard.append(request)
        if len(self.heard) > self.silent:
            answer = SocketModeResponse(request.envelope_id, payload=self.payload)
            await client.send_socket_mode_response(answer)


@pytest.fixture
async def app(slack: PracticeSlack) -> AsyncIterator[Listener]:
    slack.app.socket_mode = True
    listener = Listener(slack)
    await listener.client.connect()  # type: ignore[no-untyped-call]
    await slack.sockets.wait_for(1)
    yield listener
    await listener.client.close()  # type: ignore[no-untyped-call]


async def test_an_envelope_is_acknowledged(slack: PracticeSlack, app: Listener) -> None:
    said = await slack.act.say("filer", "hi")
    assert said.acknowledged
    request = app.heard[0]
    assert (request.type, request.retry_attempt) == ("events_api", 0)
    assert request.accepts_response_payload is False
    assert request.payload["event_id"] == said.event_id


async def test_half_of_a_surrogate_pair_reaches_the_app(slack: PracticeSlack, app: Listener) -> None:
    assert (await slack.act.say("filer", "cut \ud83d off")).acknowledged
    assert app.heard[0].payload["event"]["text"] == "cut \ud83d off"


async def test_an_answer_may_ride_on_the_acknowledgement(slack: PracticeSlack, app: Listener) -> None:
    app.payload = {"text": "phone 800-676-6856"}
    typed = await slack.act.command("filer", "/nextgen", "phone")
    assert (app.heard[0].type, app.heard[0].accepts_response_payload) == ("slash_commands", True)
    assert typed.answer == {"text": "phone 800-676-6856"}
    assert slack.ephemerals[0].content["text"] == "phone 800-676-6856"


async def test_an_envelope_without_acknowledgement_comes_again(slack: PracticeSlack, app: Listener) -> None:
    app.silent = 2
    said = await (await slack.act.say("filer", "hi", wait=False)).settled()
    assert said.acknowledged
    assert [one.retry_attempt for one in app.heard] == [0, 1, 2]
    assert app.heard[1].retry_reason == "timeout"


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_the_client_comes_back_after_a_disconnect(slack: PracticeSlack, reason: str) -> None:
    assert await slack.sockets.disconnect(reason) == 1
    await slack.sockets.wait_for(1)
    assert (await (await slack.act.say("filer", "hi")).settled()).acknowledged


@pytest.mark.usefixtures("app")
async def test_the_client_comes_back_after_a_cut(slack: PracticeSlack) -> None:
    assert slack.sockets.drop() == 1
    said = await slack.act.say("filer", "hi")
    assert said.attempts[0].failure == "connection_failed"
    await asyncio.wait_for(slack.sockets.wait_for(1), 10)
    assert (await slack.postman.redeliver(said.number)).acknowledged


async def test_a_switched_off_link_lets_nobody_back(slack: PracticeSlack) -> None:
    slack.app.socket_mode = True
    address = f"{slack.url}/link/?ticket={slack.sockets.ticket()}"
    async with aiohttp.ClientSession() as plain, plain.ws_connect(address) as socket:
        assert (await socket.receive_json())["type"] == "hello"
        leaving = asyncio.create_task(slack.sockets.disconnect("link_disabled"))
        assert (await socket.receive_json())["reason"] == "link_disabled"
        assert (await socket.receive()).type == aiohttp.WSMsgType.CLOSE
        await leaving
    assert slack.app.socket_mode is False


async def test_a_pass_is_good_for_one_connection(slack: PracticeSlack) -> None:
    address = f"{slack.url}/link/?ticket={slack.sockets.ticket()}"
    async with aiohttp.ClientSession() as plain:
        async with plain.ws_connect(address) as socket:
            hello = await socket.receive_json()
            assert (hello["type"], hello["num_connections"]) == ("hello", 1)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await plain.ws_connect(address)


async def test_ten_connections_share_the_work_and_an_eleventh_is_refused(
    slack: PracticeSlack,
) -> None:
    slack.app.socket_mode = True
    async with aiohttp.ClientSession() as plain:
        links = [f"{slack.url}/link/?ticket={slack.sockets.ticket()}" for _ in range(11)]
        sockets = [await plain.ws_connect(one) for one in links[:10]]
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await plain.ws_connect(links[10])
        for _ in range(10):
            await slack.act.say("filer", "hi", wait=False)
        for one in sockets:
            assert (await one.receive_json())["type"] == "hello"
            envelope = await one.receive_json()
            await one.send_json({"envelope_id": envelope["envelope_id"]})
        await slack.postman.idle()
        assert all(one.acknowledged for one in slack.postman.sent)
        for one in sockets:
            await one.close()


async def test_an_acknowledgement_may_come_on_another_connection(slack: PracticeSlack) -> None:
    slack.app.socket_mode = True
    async with aiohttp.ClientSession() as plain:
        links = [f"{slack.url}/link/?ticket={slack.sockets.ticket()}" for _ in range(2)]
        first, second = [await plain.ws_connect(one) for one in links]
        said = await slack.act.say("filer", "hi", wait=False)
        await first.receive_json()
        envelope = await first.receive_json()
        await second.send_json({"envelope_id": envelope["envelope_id"]})
        assert (await said.settled()).acknowledged
        await first.close()
        await second.close()


async def test_pings_are_answered_unless_the_connection_is_half_open(slack: PracticeSlack) -> None:
    async with aiohttp.ClientSession() as plain:
        address = f"{slack.url}/link/?ticket={slack.sockets.ticket()}"
        async with plain.ws_connect(address, autoping=False) as socket:
            await socket.receive()
            await socket.ping(b"are you there")
            assert (await socket.receive()).type == aiohttp.WSMsgType.PONG
            slack.faults.mute = True
            await socket.ping(b"are you there")
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(socket.receive(), 0.2)


async def test_only_this_machine_is_served() -> None:
    with pytest.raises(ValueError, match=r"binds 127\.0\.0\.1 only"):
        PracticeSettings(host="0.0.0.0")
