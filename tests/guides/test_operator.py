"""The operator's guide: its commands at a running bot, and its table of settings."""

import asyncio
import re
from pathlib import Path
from signal import SIGTERM

import pytest

from bot.practice import PracticeSettings, PracticeSlack
from bot.settings import NAMES
from bot.slack.needs import SCOPES, names
from scripts.settings_table import table, within
from tests.guides.page import GUIDES, Commands, parts
from tests.guides.reader import Reader
from tests.guides.serving import serving
from tests.house.source import files

GUIDE = GUIDES / "operator.md"
HEALTH_PORT = "8081"
"""As it stands in the guide; the tests take a free one."""


def test_the_settings_table_of_the_guide_is_what_the_code_says() -> None:
    page = GUIDE.read_text(encoding="utf-8")
    assert page == within(page), "Run: make settings"


def test_the_settings_table_has_every_setting() -> None:
    listed = {line.split("`")[1] for line in table().splitlines()[2:]}
    assert listed == NAMES


def test_the_log_has_the_events_that_the_guide_names() -> None:
    page = GUIDE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", page[page.index("## Logs") : page.index("## Stop")], re.MULTILINE)
    named = [event for row in rows for event in re.findall(r"`([^`]+)`", row)]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files("*.py", "bot"))
    assert len(named) > 5
    assert [event for event in named if not re.search(rf'log\.\w+\(\s*"{event}\b', code)] == []


@pytest.mark.timeout(240)
async def test_whoever_follows_the_operators_guide_sees_what_it_shows(tmp_path: Path) -> None:
    async with PracticeSlack(PracticeSettings(socket_mode=True, scopes=names(SCOPES))) as slack:
        reader = Reader(tmp_path)
        port = str(reader.free_port())
        reader.environment |= {
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": slack.url,
            "HELPDESK_STAFF_CHANNEL": "CSTAFF001",
            "HEALTH_PORT": port,
            "SLACK_BOT_TOKEN": slack.app.bot_token,
            "SLACK_APP_TOKEN": slack.app.app_token,
        }
        async with serving(reader) as bot:
            for part in parts(GUIDE):
                assert isinstance(part, Commands), f"line {part.line}: nobody can follow a block of this kind"
                if "helpdesk restore" in part.block.text:
                    await bot.stop(SIGTERM)
                await asyncio.to_thread(reader.follow, part.with_text(HEALTH_PORT, port))
