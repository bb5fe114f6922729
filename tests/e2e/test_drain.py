"""A stop: nothing new is taken, what began is finished, what is due goes out, and it has an end."""

import asyncio
import json
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.practice import PracticeSettings, PracticeSlack
from bot.practice.faults import WebFault
from bot.service.stock import Stock
from bot.storage.database import open_store
from tests.e2e.line import STAFF
from tests.e2e.observed import fetched
from tests.e2e.test_serve import serving
from tests.e2e.waiting import until

MODES = ["socket", "http"]


async def heard(process: Process, event: str) -> dict[str, str]:
    """Wait for this line of the program's log."""
    assert process.stderr is not None
    async for line in process.stderr:
        told: dict[str, str] = json.loads(line)
        if told["event"] == event:
            return told
    raise AssertionError(f"it ended without saying {event}")


@asynccontextmanager
async def program(
    mode: str, folder: Path, **values: str
) -> AsyncIterator[tuple[PracticeSlack, Process, str]]:
    """`helpdesk serve` in this mode at a practice Slack, and the address of its health."""
    async with PracticeSlack(PracticeSettings(socket_mode=mode == "socket", retry_scale=0.002)) as slack:
        wanted = {
            "HELPDESK_MODE": mode,
            "HELPDESK_PORT": "0",
            "SLACK_SIGNING_SECRET": slack.app.signing_secret,
        }
        process = await serving(slack, folder, **wanted, **values)
        try:
            told = await asyncio.wait_for(heard(process, "ready"), 60)
            if mode == "http":
                slack.app.request_url = f"http://127.0.0.1:{told['port']}/slack/events"
            yield slack, process, f"http://127.0.0.1:{told['health']}"
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


async def kept(folder: Path) -> Stock:
    """What the program has left behind."""
    store = open_store(f"sqlite:///{folder / 'helpdesk.db'}", "moeb")
    try:
        return await store.run(lambda unit: unit.stock(datetime.now(UTC)))
    finally:
        await store.close()


def texts(slack: PracticeSlack) -> list[str]:
    """What the bot has said to the filer."""
    channel = slack.workspace.direct_channel("filer").id
    ours = slack.app.person
    return [str(one.content["text"]) for one in slack.messages(channel) if one.content.get("user") == ours]


@pytest.mark.parametrize("mode", MODES)
async def test_what_a_slow_slack_is_taking_arrives_and_so_does_what_waits_behind(
    mode: str, tmp_path: Path
) -> None:
    async with program(mode, tmp_path) as (slack, process, health):
        slow = WebFault("slow_before", "chat.postMessage", seconds=2)
        slack.faults.add(slow)
        await slack.act.say("filer", "hi")
        await slack.act.say("filer", "attorney")
        await until(lambda: slow not in slack.faults.web, "the call is on its way")
        process.send_signal(signal.SIGTERM)
        await heard(process, "stopping")
        status, parts = await fetched(f"{health}/health/ready")
        assert (status, json.loads(parts)["draining"]) == (503, True)
        await heard(process, "stopped")
        assert await process.wait() == 0
        assert ["Hello" in one for one in texts(slack)] == [True, False]
    assert (await kept(tmp_path)).waiting == 0


@pytest.mark.parametrize("mode", MODES)
async def test_a_press_that_is_being_handled_is_finished_and_told(mode: str, tmp_path: Path) -> None:
    async with program(mode, tmp_path) as (slack, process, _):
        await slack.act.say("filer", "hi")
        await slack.act.say("filer", "person")
        await until(lambda: slack.messages(STAFF), "staff see the card")
        slow = WebFault("slow_before", "conversations.members", seconds=1)
        slack.faults.add(slow)
        (card,) = slack.messages(STAFF)
        press = await slack.act.press("staff", card.ts, channel=STAFF, label="Claim", wait=False)
        await until(lambda: slow not in slack.faults.web, "it is being handled")
        process.send_signal(signal.SIGTERM)
        await heard(process, "stopped")
        assert await process.wait() == 0
        await until(lambda: press.acknowledged, "the press was acknowledged")
        assert slack.workspace.person("staff").real_name in texts(slack)[-1]
    assert (await kept(tmp_path)).waiting == 0


@pytest.mark.parametrize("mode", MODES)
async def test_a_slack_that_never_answers_does_not_hold_the_stop(mode: str, tmp_path: Path) -> None:
    async with program(mode, tmp_path, HELPDESK_DRAIN_SECONDS="1") as (slack, process, _):
        slow = WebFault("slow_before", "chat.postMessage", seconds=60)
        slack.faults.add(slow)
        await slack.act.say("filer", "hi")
        await until(lambda: slow not in slack.faults.web, "the call is on its way")
        process.send_signal(signal.SIGTERM)
        await heard(process, "stopped")
        assert await process.wait() == 0
    assert (await kept(tmp_path)).waiting == 1, "it is looked up and sent after the next start"


async def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    async with program("socket", tmp_path, HELPDESK_DRAIN_SECONDS="60") as (slack, process, _):
        slow = WebFault("slow_before", "chat.postMessage", seconds=60)
        slack.faults.add(slow)
        await slack.act.say("filer", "hi")
        await until(lambda: slow not in slack.faults.web, "the call is on its way")
        process.send_signal(signal.SIGTERM)
        await heard(process, "stopping")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 15) == -signal.SIGTERM
