"""The first guide, followed at the practice Slack, ends in the first answer: in Socket Mode and over HTTP."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT

import pytest

from bot.doctor.finding import Level
from bot.practice import PracticeSettings, PracticeSlack
from bot.slack.needs import SCOPES, names
from tests.doctor.court_setup import APP_TOKEN, SetUp, practice_slack
from tests.e2e.waiting import until
from tests.guides.page import GUIDES, Block, Commands, blocks, parts
from tests.guides.reader import Reader, differs
from tests.guides.serving import serving

GUIDE = GUIDES / "first-answer.md"
SIGNING_SECRET = "0123456789abcdef0123456789abcdef"


def filled_in(block: Block, slack: PracticeSlack) -> dict[str, str]:
    """What the reader writes into `.env`: what the block says, with the notes taken on the way."""
    notes = {
        "HELPDESK_STAFF_CHANNEL": "CSTAFF001",
        "SLACK_BOT_TOKEN": slack.app.bot_token,
        "SLACK_APP_TOKEN": slack.app.app_token,
    }
    lines = dict(line.split("=", 1) for line in block.text.splitlines())
    assert notes.keys() < lines.keys(), "the block names what the reader took a note of"
    return lines | notes


def shown_in_slack() -> str:
    """What the guide says that the reader sees in Slack."""
    return next(block.text for block in blocks(GUIDE) if block.title == "Slack")


async def says_hi(reader: Reader, slack: PracticeSlack) -> None:
    """Steps nine and ten: start the bot, say "hi", see the answer, and stop with Ctrl-C."""
    async with serving(reader) as bot:
        await slack.act.say("filer", "hi")
        channel = slack.workspace.direct_channel("filer").id
        await until(lambda: len(slack.messages(channel)) == 2, "the bot has answered")
        seen = str(slack.messages(channel)[-1].content["text"])
        assert not differs(shown_in_slack(), seen), seen
        await bot.stop(SIGINT)


@pytest.mark.timeout(240)
async def test_whoever_follows_the_first_guide_gets_the_first_answer(tmp_path: Path) -> None:
    async with PracticeSlack(PracticeSettings(socket_mode=True, scopes=names(SCOPES))) as slack:
        reader = Reader(tmp_path)
        reader.environment |= {
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": slack.url,
            "HEALTH_PORT": "0",
        }
        for part in parts(GUIDE):
            if isinstance(part, Block):
                reader.fill_in(part.title, filled_in(part, slack))
            elif part.block.starts:
                await says_hi(reader, slack)
            else:
                await asyncio.to_thread(reader.follow, part)


@pytest.mark.timeout(240)
async def test_the_first_guide_leads_to_an_answer_over_http_too(tmp_path: Path) -> None:
    settings = PracticeSettings(scopes=names(SCOPES), signing_secret=SIGNING_SECRET)
    async with PracticeSlack(settings) as slack:
        reader = Reader(tmp_path)
        copied = next(
            part for part in parts(GUIDE) if isinstance(part, Commands) and ".env" in part.block.text
        )
        reader.follow(copied)
        block = next(block for block in blocks(GUIDE) if block.title == ".env")
        http = {"HELPDESK_MODE": "http", "SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": SIGNING_SECRET}
        reader.fill_in(block.title, filled_in(block, slack) | http)
        port = reader.free_port()
        slack.app.request_url = f"http://127.0.0.1:{port}/slack/events"
        reader.environment |= {
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": slack.url,
            "HELPDESK_PORT": str(port),
            "HEALTH_PORT": "0",
        }
        await says_hi(reader, slack)


BREAKS: dict[str, Callable[[SetUp], None]] = {
    "SLACK_BOT_TOKEN is missing.": lambda one: one.set(SLACK_BOT_TOKEN=""),
    "SLACK_BOT_TOKEN holds an app-level token (xapp-).": lambda one: one.set(SLACK_BOT_TOKEN=APP_TOKEN),
    "Slack does not take SLACK_BOT_TOKEN: invalid_auth.": lambda one: one.set(SLACK_BOT_TOKEN="xoxb-no"),
    "There is no channel HELPDESK_STAFF_CHANNEL that the bot can see.": lambda one: one.set(
        HELPDESK_STAFF_CHANNEL="CNOTHERE1"
    ),
    "Slack is out of reach.": lambda one: one.set(HELPDESK_SLACK_URL="http://127.0.0.1:9"),
    "Requests that differ by 5 minutes are refused.": lambda one: one.clock_is(360),
}


@pytest.mark.parametrize("sentence", BREAKS)
async def test_what_the_guide_says_of_the_doctor_is_what_the_doctor_says(
    sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with practice_slack() as slack:
        setup = SetUp(slack, tmp_path, monkeypatch)
        BREAKS[sentence](setup)
        said = [str(finding) for finding in await setup.examined() if finding.level is Level.BAD]
    assert any(sentence in one for one in said), said


def test_each_trouble_of_the_guide_is_tried() -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(rows) == BREAKS.keys()
