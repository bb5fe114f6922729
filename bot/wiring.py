"""Puts the parts together: the only place that chooses implementations, and starts and stops them."""

import asyncio
import logging
import os
import signal
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import uvloop

from bot import __version__, flow_folder
from bot.engine.book import Book
from bot.engine.book import build as build_book
from bot.errors import FlowError, SettingsError
from bot.logs import write_logs
from bot.service.casework.refit import refit
from bot.service.checkup import Checkup
from bot.service.desk import HelpDesk
from bot.service.habits import Habits
from bot.service.handled import Handled
from bot.service.keeper import Keeper
from bot.service.kept_flows import keep_flows
from bot.service.ports import Clock, Store
from bot.service.sender import Sender
from bot.service.timed_store import TimedStore
from bot.service.timekeeper import Timekeeper
from bot.service.voice import Voice
from bot.settings import Settings
from bot.slack.answers import Answers
from bot.slack.app import SlackApp, Surroundings
from bot.slack.client import open_pool, web_client
from bot.slack.clouds import cloud
from bot.slack.installation import Installation
from bot.slack.introduction import introduced
from bot.slack.messenger import SlackMessenger
from bot.slack.people import People
from bot.slack.socket import Socket
from bot.storage.database import open_store
from bot.web.app import web_app
from bot.web.health import health_app
from bot.web.metrics import Build, Metrics
from bot.web.server import HttpServer

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

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
    """Serve until SIGTERM, SIGINT or SIGHUP. Raises the errors of `build` and of `Bot.start`."""
    write_logs(settings.log_level)
    uvloop.run(build(settings).serve())


class Bot:
    """One running help desk: `start`, `stop`, or `serve` for both with signals.

    `url` is where Slack's deliveries are taken, over HTTP, once started, and `health_url` where health and
    figures are told; `sender` carries the outbox.
    """

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.url = ""
        self.health_url = ""
        self._metrics = Metrics(_build_of(parts))
        self._checkup = Checkup(parts.store, parts.clock, self.is_ready)
        self._store = TimedStore(parts.store, self._metrics)
        self._ends = 0.0
        self.sender: Sender | None = None
        self._socket: Socket | None = None
        self._stack = AsyncExitStack()
        self._stopping = asyncio.Event()
        self._broken: BaseException | None = None

    async def serve(self, ready: Callable[[], None] = lambda: None) -> None:
        """Start, call `ready`, and stop in good order when a signal asks for it; at once at the second."""
        for name in _heeded():
            asyncio.get_running_loop().add_signal_handler(name, self._asked_to_stop)
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
        settings, port = self.parts.settings, urlsplit(self.url).port or "none"
        health = urlsplit(self.health_url).port or "none"
        log.info("ready mode=%s court=%s port=%s health=%s", settings.mode, settings.court, port, health)

    async def stop(self) -> None:
        """Take nothing new, finish what was begun, close. What was started last is stopped first.

        All parts together have the seconds that are set; health answers, as not ready, until the end.
        """
        log.info("stopping")
        self._checkup.is_draining = True
        self._ends = asyncio.get_running_loop().time() + self.parts.settings.drain
        await self._stack.aclose()
        log.info("stopped")

    async def is_ready(self) -> bool:
        """Whether deliveries can reach us."""
        return bool(self.url) or (self._socket is not None and await self._socket.is_connected())

    async def _start(self) -> None:
        parts, settings, store = self.parts, self.parts.settings, self._store
        await self._tell_health()
        row = cloud(settings.cloud, settings.practice_url)
        pool = await self._stack.enter_async_context(open_pool())
        client = web_client(pool, row, settings.bot_token.get_secret_value(), self._metrics)
        installation = Installation(client, row, settings.teams)
        await introduced(installation)
        people = People(client, settings.staff_channel, parts.book.court.casework.staff_group)
        await people.check_channel()
        await store.run(partial(keep_flows, parts.book))
        answers = Answers(pool, row, self._metrics)
        messenger = SlackMessenger(client, answers)
        sender = self.sender = Sender(store, messenger, parts.clock, parts.habits, self._metrics)
        desk = HelpDesk(parts.book, store, parts.clock, self._handled, settings.staff_channel)
        sender.after = desk.ended
        await desk.begin()
        sending = self._background(sender.run())
        self._stack.push_async_callback(_ended, lambda: sender.stop(self._time_left()), sending)
        keeper = Keeper(store, parts.clock, parts.book.court.keep)
        self._stack.push_async_callback(_ended, keeper.stop, self._background(keeper.run()))
        self._background(refit(store, Voice(parts.book), parts.clock))
        timekeeper = Timekeeper(store, parts.clock, desk.ring, sender.wake, parts.habits.look)
        self._stack.push_async_callback(_ended, timekeeper.stop, self._background(timekeeper.run()))
        around = Surroundings(people, answers, _clock_of(parts), _saying_of(parts))
        slack = SlackApp(desk, client, installation, around)
        self._stack.push_async_callback(self._in_time, slack.drain)
        await self._listen(slack)

    async def _listen(self, slack: SlackApp) -> None:
        """Let Slack's deliveries in, the way that is set."""
        settings = self.parts.settings
        if settings.mode == "socket":
            self._socket = Socket(slack.bolt, settings.app_token.get_secret_value(), self._metrics)
            self._stack.push_async_callback(self._in_time, self._socket.close)
            await self._socket.open()
            self._background(self._socket.watch())
            return
        app = web_app(slack.answer, settings.signing_secret.get_secret_value(), time.time, _refused)
        server = HttpServer(app, settings.host, settings.port, "HELPDESK_HOST and HELPDESK_PORT")
        self._stack.push_async_callback(self._in_time, server.stop)
        await server.start()
        self.url = f"http://{settings.host}:{server.port}/slack/events"

    async def _tell_health(self) -> None:
        """Answer those who watch over us, from the beginning to the end. Raises SettingsError."""
        settings = self.parts.settings
        if settings.health_port is None:
            return
        app = health_app(self._checkup.look, self._metrics.text, settings.mode)
        server = HttpServer(app, settings.health_host, settings.health_port, "HEALTH_HOST and HEALTH_PORT")
        self._stack.push_async_callback(server.stop, 1)
        await server.start()
        self.health_url = f"http://{settings.health_host}:{server.port}"

    def _handled(self, handled: Handled) -> None:
        """Something was handled: the outbox may have something new."""
        self._metrics.handled(handled)
        if self.sender is not None:
            self.sender.wake()

    def _asked_to_stop(self) -> None:
        """The first signal asks for a stop in good order; the next is the system's, and ends us at once."""
        self._stopping.set()
        for name in _heeded():
            asyncio.get_running_loop().remove_signal_handler(name)
            signal.signal(name, signal.SIG_DFL)

    def _time_left(self) -> float:
        """Seconds that a stop may still take."""
        return max(self._ends - asyncio.get_running_loop().time(), 0.0)

    async def _in_time(self, end: Callable[[float], Awaitable[None]]) -> None:
        """Let a part end in what is left of the time."""
        await end(self._time_left())

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


def _heeded() -> list[signal.Signals]:
    """The signals that ask for a stop; under `nohup` a terminal that is closed does not."""
    return [one for one in SIGNALS if one != signal.SIGHUP or signal.getsignal(one) != signal.SIG_IGN]


async def _ended(stop: Callable[[], None], running: asyncio.Task[None]) -> None:
    """Let a part finish what is on its way."""
    stop()
    with suppress(Exception):
        await running


def _build_of(parts: Parts) -> Build:
    """What is running, for the figures."""
    flow = parts.book.rules(parts.book.default).flow
    settings = parts.settings
    return Build(__version__, settings.court, flow.id, flow.fingerprint, settings.mode)


def _clock_of(parts: Parts) -> Callable[[], int]:
    """The time in microseconds since 1970, as Slack's ts are read."""
    return lambda: int(parts.clock.now().timestamp() * 1_000_000)


def _saying_of(parts: Parts) -> Callable[[str], str]:
    """The court's own sentences by their keys, for what the app says without a turn."""
    voice = Voice(parts.book)
    return lambda key: voice.say(key, parts.clock.now())


def _refused(reason: str) -> None:
    log.warning("request refused reason=%s", reason.replace(" ", "_"))
