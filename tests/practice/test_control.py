"""The control API, in process and against a process of its own."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSlack
from bot.practice.__main__ import read_settings
from bot.practice.client import ControlClient, ControlFailed
from tests.practice.bolt_app import BUTTONS, MODAL
from tests.practice.listener import Listener, listening
from tests.practice.test_web_api import FILER, refused


@pytest.fixture
async def control(slack: PracticeSlack) -> AsyncIterator[ControlClient]:
    async with ControlClient(slack.url) as opened:
        yield opened


@pytest.fixture
async def app(control: ControlClient) -> AsyncIterator[Listener]:
    async with listening() as listener:
        await control.post("app", request_url=listener.url)
        yield listener


async def test_a_message_is_said_and_read_back(control: ControlClient, app: Listener) -> None:
    said = await control.post("say", person="filer", text="hi", thread_ts="1700000000.000001")
    assert said["acknowledged"] is True
    assert said["attempts"][0]["status"] == 200
    assert json.loads(app.bodies[0])["event"]["thread_ts"] == "1700000000.000001"
    stored = await control.get("messages", channel=said["channel"])
    assert stored["messages"][0]["message"]["text"] == "hi"
    assert (await control.get("messages"))["messages"] == stored["messages"]
    brief = (await control.get("messages", channel=said["channel"], brief=1))["messages"][0]
    assert (brief["user"], brief["text"], brief["how"]) == (FILER, "hi", ["posted"])
    short = (await control.get("deliveries", brief=1))["deliveries"][0]
    assert (short["acknowledged"], "body" in short) == (True, False)
    again = await control.get("deliveries", number=said["number"])
    assert again["deliveries"][0]["event_id"] == said["event_id"]


@pytest.mark.usefixtures("app")
async def test_everything_a_person_does_can_be_asked_for(
    control: ControlClient, client: AsyncWebClient
) -> None:
    said = await control.post("say", person="filer", text="hi")
    await control.post("edit", person="filer", ts=said["ts"], text="ho")
    await control.post("delete", person="filer", ts=said["ts"])
    posted = await client.chat_postMessage(channel=FILER, text="own?", blocks=BUTTONS)
    await control.post("press", person="filer", ts=posted["ts"], label="My own")
    typed = await control.post("command", person="filer", text="help")
    view = (await client.views_open(trigger_id=typed["trigger_id"], view=MODAL))["view"]
    await control.post("submit_view", person="filer", view_id=view["id"], values={})
    await control.post("open_home", person="filer")
    await control.post("event", event={"type": "tokens_revoked"})
    await control.post("deliver_raw", body="{}")
    sent = (await control.get("deliveries"))["deliveries"]
    mine = [one for one in sent if one["kind"] != "echo"]
    kinds = "event event event interactive command interactive event event raw".split()
    assert [one["kind"] for one in mine] == kinds
    assert all(one["acknowledged"] for one in mine)


async def test_calls_are_counted_between_marks(control: ControlClient, client: AsyncWebClient) -> None:
    await client.auth_test()
    mark = (await control.post("mark"))["mark"]
    await client.chat_postMessage(channel=FILER, text="hi")
    assert await control.get("counted", since=mark) == {
        "counted": {"chat.postMessage": 1}, "messages": 1,
    }  # fmt: skip
    calls = (await control.get("calls", since=mark, method="chat.postMessage"))["calls"]
    assert calls[0]["arguments"]["text"] == "hi"
    assert (await control.get("counted", until=mark))["counted"] == {"auth.test": 1}


async def test_people_and_channels_are_made_and_changed(slack: PracticeSlack, control: ControlClient) -> None:
    many = (await control.post("people", count=3, prefix="filer"))["people"]
    assert [one["name"] for one in many] == ["filer1", "filer2", "filer3"]
    await control.post("people", name="judge", is_restricted=True)
    await control.post("person", person="judge", deleted=True)
    assert slack.workspace.person("judge").deleted
    made = await control.post("channels", name="second", members=["UBOT00001"])
    await control.post("channels", id=made["id"], is_archived=True)
    assert slack.workspace.channel(made["id"]).is_archived
    state = await control.get("state")
    assert made["id"] in [one["id"] for one in state["workspace"]["channels"]]


async def test_scopes_and_mode_are_set(control: ControlClient, client: AsyncWebClient) -> None:
    await control.post("app", scopes=["users:read"], socket_mode=True)
    answer = await refused(client.chat_postMessage(channel=FILER, text="hi"))
    assert answer["error"] == "missing_scope"
    state = await control.get("state")
    assert state["app"]["socket_mode"] is True
    assert state["connections"] == 0


async def test_faults_are_set_told_and_cleared(
    control: ControlClient, client: AsyncWebClient, app: Listener
) -> None:
    await control.post(
        "faults",
        web=[{"kind": "refuse", "method": "auth.test", "code": "fatal_error"}],
        deliveries=[{"kind": "hold"}],
        no_metadata=True,
    )
    assert (await refused(client.auth_test()))["error"] == "fatal_error"
    held = await control.post("say", person="filer", text="hi")
    assert (held["state"], app.bodies) == ("held", [])
    assert (await control.post("release"))["released"] == [held["number"]]
    await control.post("idle")
    await control.post("redeliver", number=held["number"], retry_num=1)
    assert [one.get("x-slack-retry-num") for one in app.headers] == [None, "1"]
    assert (await control.get("faults"))["no_metadata"] is True
    assert (await control.clear_faults())["no_metadata"] is False


async def test_the_clock_and_the_sockets_are_moved(slack: PracticeSlack, control: ControlClient) -> None:
    before = slack.clock.now()
    assert (await control.post("clock", move=1900))["now"] >= before + 1900
    assert (await control.post("sockets", drop=True)) == {"connections": 0}
    assert (await control.post("sockets", disconnect="warning")) == {"connections": 0}


async def test_a_request_url_is_verified_on_demand(control: ControlClient, app: Listener) -> None:
    assert (await control.post("app", verify=True))["verified"] is False
    assert json.loads(app.bodies[0])["type"] == "url_verification"


@pytest.mark.parametrize(
    ("act", "asked", "why"),
    [
        ("say", {"person": "judge", "text": "hi"}, "nobody called judge"),
        ("say", {"who": "filer"}, "person"),
        ("press", {"person": "filer", "ts": "1.1"}, "there never was"),
        ("faults", {"web": [{"kind": "explode"}]}, "no such fault"),
        ("redeliver", {"number": 99}, "nothing was delivered"),
        ("sockets", {"disconnect": "boredom"}, "no such reason"),
    ],
)
async def test_a_wrong_request_is_answered_with_the_reason(
    control: ControlClient, act: str, asked: dict[str, object], why: str
) -> None:
    with pytest.raises(ControlFailed, match=why):
        await control.post(act, **asked)


async def test_wrong_reads_and_broken_json_are_told_too(slack: PracticeSlack, control: ControlClient) -> None:
    with pytest.raises(ControlFailed, match="no channel C1"):
        await control.get("messages", channel="C1")
    async with aiohttp.ClientSession() as plain:
        answer = await plain.post(slack.url + "/control/say", data="{")
        assert answer.status == 400


async def test_whispers_and_views_are_told(control: ControlClient, client: AsyncWebClient) -> None:
    channel = (await client.conversations_open(users=FILER))["channel"]["id"]
    await client.chat_postEphemeral(channel=channel, user=FILER, text="psst")
    await client.views_publish(user_id=FILER, view={"type": "home", "blocks": []})
    whispers = (await control.get("ephemerals"))["ephemerals"]
    assert (whispers[0]["person"], whispers[0]["message"]["text"]) == (FILER, "psst")
    views = (await control.get("views"))["views"]
    assert (views[0]["person"], views[0]["open"]) == (FILER, True)


async def test_it_runs_as_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "bot.practice", "--port", "0", "--json", "--no-echo"]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    told = json.loads(await process.stdout.readline())
    client = AsyncWebClient(base_url=told["api_url"], token=told["bot_token"])
    await client.chat_postMessage(channel=FILER, text="hi")
    async with ControlClient(told["control_url"]) as control:
        assert len((await control.get("messages"))["messages"]) == 1
        assert (await control.get("deliveries"))["deliveries"] == []
    process.terminate()
    assert await process.wait() == 0


def test_the_command_line_takes_every_setting() -> None:
    line = ["--socket-mode", "--retry-scale", "0.5", "--settings", '{"retry_delays": [1], "scopes": ["x"]}']
    settings, as_json = read_settings(line)
    assert (settings.socket_mode, settings.retry_scale, as_json) == (True, 0.5, False)
    assert (settings.retry_delays, settings.scopes) == ((1,), ("x",))
