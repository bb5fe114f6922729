"""Puts the parts together: the only place that chooses implementations, and starts and stops them."""

import asyncio
import logging
import os
import signal
import time
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import uvloop
from pydantic import TypeAdapter

from bot import flow_folder
from bot.engine.book import Book
from bot.engine.book import build as build_book
from bot.errors import FlowError, Refused, SettingsError, SurfaceError, TryLater
from bot.flow.model import Flow
from bot.logs import write_logs
from bot.service.desk import HelpDesk
from bot.service.habits import Habits
from bot.service.keeper import Keeper
from bot.service.ports import Clock, Store, Unit
from bot.service.sender import Sender
from bot.service.voice import Voice
from bot.settings import Settings
from bot.slack.answers import Answers
from bot.slack.app import SlackApp, Surroundings
from bot.slack.client import open_pool, web_client
from bot.slack.clouds import cloud
from bot.slack.installation import Installation
from bot.slack.messenger import SlackMessenger
from bot.slack.people import People
from bot.slack.socket import Socket
from bot.storage.database import open_store
from bot.web.app import web_app
from bot.web.server import HttpServer

FIRST_CALLS = 5
"""How often Slack is asked who we are before the start is given up."""

FLOW = TypeAdapter(Flow)

log = logging.getLogger(__name__)


class SystemClock:
    """The time of this machine."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Parts:
    """What is chosen before anything runs; a test may choose otherwise."""

    settings: Settings
    book: Book
    store: Store
    clock: Clock
    habits: Habits


def build(settings: Settings, habits: Habits | None = None) -> "Bot":
    """The bot of these settings: flows loaded, database opened and brought up to date; nothing runs yet.

    Raises FlowError, SettingsError or StorageError.
    """
    cloud(settings.cloud, settings.practice_url)
    book = open_book(settings)
    store = open_store(settings.database, settings.court)
    return Bot(Parts(settings, book, store, SystemClock(), habits or Habits()))


def open_book(settings: Settings) -> Book:
    """The flows of the court that is set. Raises FlowError when they cannot be used."""
    folder = flow_folder.find(Path(settings.flows) if settings.flows else None, os.environ, Path())
    library, problems = flow_folder.read(folder)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if library is None or errors:
        raise FlowError(f"The flow files in {folder} cannot be used.", "Run: helpdesk check", errors)
    if settings.court not in library.courts:
        courts = ", ".join(sorted(library.courts))
        raise SettingsError(f"HELPDESK_COURT is {settings.court!r}.", f"Courts here: {courts}.")
    return build_book(library, settings.court)


def run(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT. Raises the errors of `build` and of `Bot.start`."""
    write_logs(settings.log_level)
    uvloop.run(build(settings).serve())


class Bot:
    """One running help desk: `start`, `stop`, or `serve` for both with signals.

    `url` is where Slack's deliveries are taken, over HTTP, once started; `sender` carries the outbox.
    """

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.url = ""
        self.sender: Sender | None = None
        self._socket: Socket | None = None
        self._stack = AsyncExitStack()
        self._stopping = asyncio.Event()
        self._broken: BaseException | None = None

    async def serve(self, ready: Callable[[], None] = lambda: None) -> None:
        """Start, call `ready`, and stop in good order when a signal asks for it."""
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, self._stopping.set)
        await self.start()
        try:
            ready()
            await self._stopping.wait()
        finally:
            await self.stop()
        if self._broken is not None:
            raise self._broken

    async def start(self) -> None:
        """Connect and answer. Raises SettingsError for what an operator must mend; then nothing runs."""
        self._stack.push_async_callback(self.parts.store.close)
        try:
            await self._start()
        except BaseException:
            await self._stack.aclose()
            raise
        log.info("ready mode=%s court=%s", self.parts.settings.mode, self.parts.settings.court)

    async def stop(self) -> None:
        """Take nothing new, finish what was begun, close. What was started last is stopped first."""
        await self._stack.aclose()
        log.info("stopped")

    async def is_ready(self) -> bool:
        """Whether deliveries can reach us."""
        return bool(self.url) or (self._socket is not None and await self._socket.is_connected())

    async def _start(self) -> None:
        parts, settings = self.parts, self.parts.settings
        row = cloud(settings.cloud, settings.practice_url)
        pool = await self._stack.enter_async_context(open_pool())
        client = web_client(pool, row, settings.bot_token.get_secret_value())
        installation = Installation(client, row, settings.teams)
        await _introduced(installation)
        people = People(client, settings.staff_channel)
        await people.check_channel()
        await parts.store.run(partial(_keep_flows, parts.book))
        answers = Answers(pool, row)
        self.sender = Sender(parts.store, SlackMessenger(client, answers), parts.clock, parts.habits)
        sending = self._background(self.sender.run())
        self._stack.push_async_callback(_ended, self.sender, sending)
        keeper = Keeper(parts.store, parts.clock)
        self._stack.push_async_callback(_ended, keeper, self._background(keeper.run()))
        desk = HelpDesk(parts.book, parts.store, parts.clock, self.sender.wake, settings.staff_channel)
        around = Surroundings(people, answers, _clock_of(parts), _not_staff_of(parts))
        slack = SlackApp(desk, client, installation, around)
        self._stack.push_async_callback(slack.drain, settings.drain)
        await self._listen(slack)

    async def _listen(self, slack: SlackApp) -> None:
        """Let Slack's deliveries in, the way that is set."""
        settings = self.parts.settings
        if settings.mode == "socket":
            self._socket = Socket(slack.bolt, settings.app_token.get_secret_value())
            self._stack.push_async_callback(self._socket.close, settings.drain)
            await self._socket.open()
            self._background(self._socket.watch())
            return
        app = web_app(slack.answer, settings.signing_secret.get_secret_value(), time.time, _refused)
        server = HttpServer(app, settings.host, settings.port)
        self._stack.push_async_callback(server.stop, settings.drain)
        await server.start()
        self.url = f"http://{settings.host}:{server.port}/slack/events"

    def _background(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        """Run beside everything else. If it ever fails the program ends, so that it is started again."""
        task = asyncio.create_task(work)
        task.add_done_callback(self._notice)
        self._stack.callback(task.cancel)
        return task

    def _notice(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a part of the program failed error=%s", type(error).__name__)
            self._broken = error
            self._stopping.set()


async def _introduced(installation: Installation) -> None:
    """Ask Slack who we are. Raises SettingsError for a bad token, SurfaceError when Slack is out of reach."""
    for attempt in range(1, FIRST_CALLS + 1):
        try:
            await installation.authorize()
            return
        except Refused as error:
            raise SettingsError(
                f"Slack does not take SLACK_BOT_TOKEN: {error.code}.",
                "Copy the bot token (xoxb-...) of this app, and install the app in the workspace.",
            ) from error
        except TryLater as error:
            if attempt == FIRST_CALLS:
                raise SurfaceError(
                    "Slack is out of reach.", "Open port 443 to Slack in the firewall."
                ) from error
            log.warning("Slack is out of reach attempt=%s", attempt)
            await asyncio.sleep(error.seconds)


def _keep_flows(book: Book, unit: Unit) -> None:
    """Keep today's flows by their fingerprints, so that an answer given by them can be shown later."""
    for rules in book.flows.values():
        unit.keep_flow(rules.flow.fingerprint, rules.flow.id, FLOW.dump_json(rules.flow).decode())


async def _ended(part: Sender | Keeper, running: asyncio.Task[None]) -> None:
    """Let a part finish what is on its way."""
    part.stop()
    with suppress(Exception):
        await running


def _clock_of(parts: Parts) -> Callable[[], int]:
    """The time in microseconds since 1970, as Slack's ts are read."""
    return lambda: int(parts.clock.now().timestamp() * 1_000_000)


def _not_staff_of(parts: Parts) -> Callable[[], str]:
    """The sentence for somebody who presses a button that is for staff."""
    voice = Voice(parts.book)
    return lambda: voice.say("not_staff", parts.clock.now())


def _refused(reason: str) -> None:
    log.warning("request refused reason=%s", reason.replace(" ", "_"))
