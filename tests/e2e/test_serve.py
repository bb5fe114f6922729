"""The program itself: `helpdesk serve` as a process of its own, started, used and stopped by a signal."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import pytest

from bot.practice import PracticeSettings, PracticeSlack
from tests.e2e.waiting import until

SERVE = "from bot.cli.main import main; main()"


async def serving(slack: PracticeSlack, folder: Path, **values: str) -> Process:
    """`helpdesk serve` at this practice Slack."""
    told = {
        "HELPDESK_CLOUD": "practice",
        "HELPDESK_SLACK_URL": slack.url,
        "HELPDESK_DATABASE": f"sqlite:///{folder / 'helpdesk.db'}",
        "HELPDESK_STAFF_CHANNEL": "CSTAFF001",
        "HEALTH_PORT": "0",
        "SLACK_BOT_TOKEN": slack.app.bot_token,
        "SLACK_APP_TOKEN": slack.app.app_token,
        **values,
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVE, "serve", env={**os.environ, **told}, stderr=PIPE, stdout=PIPE
    )


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_until_a_signal_and_ends_in_good_order(tmp_path: Path, name: signal.Signals) -> None:
    async with PracticeSlack(PracticeSettings(socket_mode=True)) as slack:
        process = await serving(slack, tmp_path)
        await asyncio.wait_for(slack.sockets.wait_for(1), 30)
        said = await slack.act.say("filer", "hi")
        await until(lambda: slack.record.counted().get("chat.postMessage"), "it has answered")
        process.send_signal(name)
        _, errors = await process.communicate()
    assert said.acknowledged
    assert process.returncode == 0
    events = [json.loads(line)["event"] for line in errors.decode().splitlines()]
    assert events.index("ready") < events.index("turn")
    assert events[-1] == "stopped"


async def test_a_setting_that_makes_no_sense_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    async with PracticeSlack(PracticeSettings(socket_mode=True)) as slack:
        process = await serving(slack, tmp_path, SLACK_BOT_TOKEN="xoxb-wrong")
        _, errors = await process.communicate()
    assert process.returncode == 2
    assert "Slack does not take SLACK_BOT_TOKEN" in errors.decode()
    assert "Traceback" not in errors.decode()
