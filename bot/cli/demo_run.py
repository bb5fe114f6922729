"""The demo at work: a practice Slack, and the bot of `bot.wiring` at it, until a signal ends both."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.parse import quote

from bot.cli.demo_inside import inside
from bot.cli.opened import folder
from bot.errors import SettingsError
from bot.practice import PracticeSettings, PracticeSlack
from bot.settings import Settings, read_settings
from bot.wiring import Bot, build

COURTS = ("example", "moeb")
"""The court of a demo that names none: the first of these that has a file."""
STAFF_CHANNEL = "CSTAFF001"
COMMANDS = (
    ("/nextgen", "start, or go on"),
    ("/nextgen help", "what you can say"),
    ("/nextgen status", "where you are"),
    ("/nextgen phone", "the phone numbers"),
    ("/nextgen restart", "start again"),
    ("/nextgen person", "a person of the court"),
)
STAFF_COMMANDS = (
    ("/nextgen queue", "the open requests"),
    ("/nextgen mine", "the requests that you have"),
    ("/nextgen case NG-1001", "one request in full"),
    ("/nextgen find NG-1001", "look for a request"),
    ('/nextgen outage on "PACER is down." until 17:30', "a sentence before every answer"),
    ("/nextgen outage", "the sentence that is on"),
    ("/nextgen outage off", "take it away"),
)


@dataclass(frozen=True, slots=True)
class Demo:
    """What was asked for. `court` may be empty; `database` None keeps nothing."""

    port: int
    mode: Literal["socket", "http"]
    court: str
    flows: Path | None
    database: Path | None


async def run(demo: Demo, ready: Callable[[str], None]) -> None:
    """Run until SIGINT, SIGTERM or SIGHUP; `ready` is called once with the page's address.

    Raises FlowError, SettingsError (also for a port that is taken) or StorageError; then nothing runs.
    """
    court = demo.court or default_court(demo.flows)
    slack = PracticeSlack(PracticeSettings(port=demo.port, socket_mode=demo.mode == "socket"))
    with kept_in(demo.database) as database:
        await _open(slack, demo.port)
        try:
            bot = build(_settings(slack, demo, court, database))
            await bot.serve(lambda: _connect(slack, bot, ready))
        finally:
            await slack.stop()


def default_court(flows: Path | None) -> str:
    """The example court where the flow files have one. Raises FlowError when there are no flow files."""
    files = folder(flows) / "courts"
    return next((one for one in COURTS if (files / f"{one}.yaml").exists()), COURTS[-1])


@contextmanager
def kept_in(database: Path | None) -> Iterator[Path]:
    """Where the data lies: the file that is named, or one that is gone afterwards. Raises SettingsError."""
    if database is not None:
        yield database
        return
    try:
        place = TemporaryDirectory(prefix="helpdesk-demo-")
    except OSError as error:
        raise SettingsError(
            "There is no folder for what is thrown away afterwards.",
            "Name one that may be written in TMPDIR, or a file with --database.",
        ) from error
    with place:
        yield Path(place.name) / "demo.db"


async def _open(slack: PracticeSlack, port: int) -> None:
    try:
        await slack.start()
    except OSError as error:
        await slack.stop()
        raise SettingsError(
            f"Port {port} is taken by another program, or may not be used.",
            "Choose another: make demo PORT=8090, or helpdesk demo --port 8090.",
        ) from error


def _settings(slack: PracticeSlack, demo: Demo, court: str, database: Path) -> Settings:
    """The settings of the bot at this practice Slack; nothing of the environment counts."""
    return read_settings(
        {
            "HELPDESK_COURT": court,
            "HELPDESK_FLOWS": str(demo.flows or ""),
            "HELPDESK_MODE": demo.mode,
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": slack.url,
            "HELPDESK_DATABASE": f"sqlite:///{quote(str(database))}",
            "HELPDESK_PORT": "0",
            "HELPDESK_STAFF_CHANNEL": STAFF_CHANNEL,
            "HEALTH_PORT": "",
            "SLACK_BOT_TOKEN": slack.app.bot_token,
            "SLACK_APP_TOKEN": slack.app.app_token,
            "SLACK_SIGNING_SECRET": slack.app.signing_secret,
        }
    )


def _connect(slack: PracticeSlack, bot: Bot, ready: Callable[[str], None]) -> None:
    """The bot runs: let the deliveries and the page reach it."""
    slack.app.request_url = bot.url
    slack.page.inside = inside(bot.parts.store, bot.parts.book, bot.parts.clock)
    slack.page.commands = COMMANDS
    slack.page.staff_commands = STAFF_COMMANDS
    ready(slack.url)
