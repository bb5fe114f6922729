"""A healthy set-up at the practice Slack, which a test may break in one way."""

import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.doctor.examination import Examination
from bot.doctor.finding import Finding
from bot.practice import PracticeSettings, PracticeSlack
from bot.practice.channels import Channel
from bot.practice.clock import PracticeClock
from bot.settings import look_up
from bot.slack.clouds import CLOUDS, Cloud
from bot.slack.needs import SCOPES, names
from bot.storage.database import open_store

FLOWS = Path(__file__).parents[2] / "flows"
NOW = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
APP_TOKEN = "xapp-1-APRACTICE1-1-hush"
BOT_TOKEN = "xoxb-hush"
SIGNING_SECRET = "0123456789abcdef0123456789abcdef"
STAFF = "CSTAFF001"


def practice_slack() -> PracticeSlack:
    """A practice Slack whose app is set up as the manifest says, and whose clock stands at NOW."""
    settings = PracticeSettings(
        socket_mode=True, scopes=names(SCOPES), bot_token=BOT_TOKEN, app_token=APP_TOKEN
    )
    return PracticeSlack(settings, PracticeClock(NOW.timestamp))


@dataclass
class SetUp:
    """Slack, the values of the settings, a folder for files, and this machine's clock."""

    slack: PracticeSlack
    folder: Path
    patch: pytest.MonkeyPatch
    now: datetime = NOW
    values: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values |= {
            "HELPDESK_COURT": "example",
            "HELPDESK_FLOWS": str(FLOWS),
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": self.slack.url,
            "HELPDESK_DATABASE": f"sqlite:///{self.database}",
            "HELPDESK_STAFF_CHANNEL": STAFF,
            "HEALTH_PORT": "0",
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
        }

    @property
    def database(self) -> Path:
        """Where the database lies, or will."""
        return self.folder / "helpdesk.db"

    @property
    def channel(self) -> Channel:
        """The staff channel."""
        return self.slack.workspace.channel(STAFF)

    @property
    def port_of_slack(self) -> str:
        """A port of this machine that is taken."""
        return self.slack.url.rpartition(":")[2]

    async def examined(self) -> Sequence[Finding]:
        """What the doctor finds."""
        return await Examination(look_up(self.values), now=lambda: self.now).run()

    def set(self, **values: str) -> None:
        """Change settings."""
        self.values |= values

    def over_http(self, **values: str) -> None:
        """Slack calls us, instead of Socket Mode."""
        self.set(HELPDESK_MODE="http", HELPDESK_PORT="0", SLACK_SIGNING_SECRET=SIGNING_SECRET)
        self.set(**values)

    def in_cloud(self, name: str, workspace: str) -> None:
        """Let the practice Slack stand for a real cloud, and its workspace have this address."""
        row = CLOUDS[name]
        self.patch.setitem(CLOUDS, name, Cloud(name, self.slack.api_url, row.answers, row.domain))
        self.slack.app.workspace_url = workspace
        self.values |= {"HELPDESK_CLOUD": name, "HELPDESK_SLACK_URL": ""}

    def clock_is(self, seconds: float) -> None:
        """This machine's clock is ahead of Slack's by so much."""
        self.now = NOW + timedelta(seconds=seconds)

    def secret_file(self, content: str, mode: int = 0o600) -> Path:
        """The bot token lies in a file."""
        path = self.folder / "bot_token"
        path.write_text(content, encoding="utf-8")
        path.chmod(mode)
        del self.values["SLACK_BOT_TOKEN"]
        self.values["SLACK_BOT_TOKEN_FILE"] = str(path)
        return path

    def write_env_file(self, mode: int) -> None:
        """The settings stand in `.env`, in the folder that the program is started in."""
        self.patch.chdir(self.folder)
        path = self.folder / ".env"
        path.write_text("".join(f"{name}={value}\n" for name, value in self.values.items()), encoding="utf-8")
        path.chmod(mode)

    async def make_database(self, *statements: str) -> None:
        """A database as the bot leaves it; then these statements are run on it."""
        await open_store(self.values["HELPDESK_DATABASE"], "example").close()
        connection = sqlite3.connect(self.database)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    def flows_with(self, file: str, old: str, new: str) -> None:
        """A copy of the flow files, one of them changed in one place."""
        copy = self.folder / "flows"
        shutil.copytree(FLOWS, copy)
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} does not stand in {file}"
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        self.values["HELPDESK_FLOWS"] = str(copy)
