"""Slack's deliveries, acknowledged only when the desk has kept them.

An event is acknowledged after its turn is committed: a failure is no acknowledgement, and Slack delivers
again. Presses and commands are not delivered again, so that when they cannot be saved in time the one who
acted is asked to do it once more. See docs/decisions, "Slack is the inbox".
"""

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Protocol

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BotError, SurfaceError
from bot.service.incoming import Ack, FromStaff, Incoming, StaffMessage
from bot.slack.answers import Answers
from bot.slack.dropped import Dropped
from bot.slack.inbound import read
from bot.slack.installation import Installation
from bot.slack.modals import Modals, answer_of
from bot.slack.people import People
from bot.slack.plain_text import to_slack
from bot.slack.quiet import silent
from bot.slack.render import named
from bot.slack.staff_door import StaffDoor
from bot.slack.wire import Json, text_of

SAVE_SECONDS = 2.3
"""How long a press may take to be saved, so that the answer is there within Slack's three seconds."""

ANYTHING = re.compile(".*", re.DOTALL)

log = logging.getLogger(__name__)


class Desk(Protocol):
    """What the desk does for Slack; `bot.service.desk.HelpDesk` is one."""

    async def handle(self, incoming: Incoming | FromStaff) -> Ack:
        """Carry it out and commit. Raises StorageError when nothing was done."""

    async def refuse(self, asked: FromStaff) -> Ack:
        """Write down that somebody who is not staff asked for this, and say so. Raises StorageError."""

    def sorry(self) -> str:
        """What to say when it could not be saved."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the app needs beside the desk. `received` is the time now, in microseconds since 1970.

    `say` gives one of the court's sentences by its key.
    """

    people: People
    answers: Answers
    received: Callable[[], int]
    say: Callable[[str], str]


class _Authorize(AsyncAuthorize):
    """Tells Bolt who we are. It raises where Bolt's own would acknowledge the delivery and lose it."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation

    async def __call__(self, **_: object) -> AuthorizeResult:
        return await self._installation.authorize()


class SlackApp:
    """One path for events, presses and commands, over HTTP and in Socket Mode alike."""

    def __init__(
        self, desk: Desk, client: AsyncWebClient, installation: Installation, around: Surroundings
    ) -> None:
        self._desk = desk
        self._installation = installation
        self._around = around
        self._door = StaffDoor(desk, around.people, around.say)
        self._modals = Modals(client)
        self._whispers: set[asyncio.Task[None]] = set()
        self.bolt = self._listening(client)

    async def answer(self, body: str, headers: dict[str, str]) -> tuple[int, str, str]:
        """The status, content type and body for one signed and verified request over HTTP."""
        try:
            request = AsyncBoltRequest(body=body, query="", headers=dict(headers))
        except (ValueError, AttributeError, TypeError, RecursionError):
            return 400, "text/plain", ""
        parsed: object = request.body
        if not isinstance(parsed, dict) or not parsed:
            return 400, "text/plain", ""
        response = await self.bolt.async_dispatch(request)
        kind = response.headers.get("content-type", ["text/plain"])[0]
        return response.status, kind, response.body or ""

    async def drain(self, seconds: float) -> None:
        """Wait for what people are still to be told, at most so long."""
        if self._whispers:
            await asyncio.wait(self._whispers, timeout=seconds)

    def _listening(self, client: AsyncWebClient) -> AsyncApp:
        """The Bolt app with our few listeners: each one tried before the right one costs 20 microseconds."""
        app = AsyncApp(
            name="helpdesk",
            logger=silent("slack_bolt"),
            client=client,
            authorize=_Authorize(self._installation),
            process_before_response=True,
            raise_error_for_unhandled_request=True,
            request_verification_enabled=False,
            ignoring_self_events_enabled=True,
            attaching_function_token_enabled=False,
        )
        app.event(ANYTHING)(self._on_event)
        app.action(ANYTHING)(self._on_press)
        app.command(ANYTHING)(self._on_command)
        app.view(ANYTHING)(self._on_form)
        app.error(_unhandled)
        return app

    async def _on_event(self, body: Json, ack: AsyncAck) -> None:
        incoming = self._read(body)
        if isinstance(incoming, StaffMessage):
            await self._door.take(incoming)
        elif isinstance(incoming, Incoming):
            await self._desk.handle(await self._recognised(incoming))
        await ack()

    async def _on_command(self, body: Json, ack: AsyncAck) -> None:
        done = await self._done(body)
        said = await self._shown(body, done)
        await ack(text=_with_names(said, done)) if said else await ack()

    async def _on_press(self, body: Json, ack: AsyncAck) -> None:
        """App Home has no address to answer at: what could not be saved there is left to Slack's own sign."""
        done = await self._done(body)
        said = await self._shown(body, done)
        address = text_of(body, "response_url")
        if said and not address:
            raise SurfaceError("A press in App Home was not saved.", "Slack marks it as failed.")
        await ack()
        if said:
            self._whisper(address, said)

    async def _on_form(self, body: Json, ack: AsyncAck) -> None:
        """A form that was handed in, or a modal that is none of ours: nothing of that is read."""
        done = await self._done(body)
        await ack(**answer_of(body, done, self._around.say("form_title")))

    async def _shown(self, body: Json, done: Ack) -> str:
        """Show the form that is called for, and give back what remains to be told."""
        if done.form is None:
            return done.text
        try:
            await self._modals.show(body, done.form)
        except SurfaceError as error:
            log.warning("form not shown error=%s", type(error).__name__)
            return self._desk.sorry()
        return done.text

    def _read(self, body: Json) -> Incoming | FromStaff | Dropped:
        """What the body says, if it comes from a workspace and a person of ours."""
        if not self._installation.is_ours(body):
            return _dropped("team")
        found = read(body, self._around.received())
        return _dropped(found.reason) if isinstance(found, Dropped) else found

    async def _done(self, body: Json) -> Ack:
        """What the one who acted is told at once; a request to try again when nothing could be saved."""
        incoming = self._read(body)
        if isinstance(incoming, Dropped):
            return Ack()
        try:
            async with asyncio.timeout(SAVE_SECONDS):
                if not isinstance(incoming, Incoming):
                    return await self._door.take(incoming)
                return await self._desk.handle(await self._recognised(incoming))
        except (BotError, TimeoutError) as error:
            log.warning("not saved how=%s error=%s", type(incoming).__name__, type(error).__name__)
            return Ack(self._desk.sorry())

    async def _recognised(self, incoming: Incoming) -> Incoming:
        """Who asks for help or is on App Home is looked at, since staff see more."""
        if incoming.message.command != "help" and not incoming.in_home:
            return incoming
        return replace(incoming, is_staff=await self._around.people.seems_staff(incoming.person))

    def _whisper(self, response_url: str, text: str) -> None:
        """Tell the one who pressed, after the acknowledgement has left."""
        task = asyncio.create_task(self._whispered(response_url, text))
        self._whispers.add(task)
        task.add_done_callback(self._whispers.discard)

    async def _whispered(self, response_url: str, text: str) -> None:
        try:
            await self._around.answers.whisper(response_url, text)
        except SurfaceError as error:
            log.warning("not told error=%s", type(error).__name__)


def _with_names(said: str, done: Ack) -> str:
    """A sentence as Slack's text, with the names of the people in it."""
    return reduce(named, done.people, to_slack(said))


def _dropped(reason: str) -> Dropped:
    log.debug("dropped reason=%s", reason)
    return Dropped(reason)


async def _unhandled(error: Exception) -> BoltResponse:
    """Nothing of Slack's is a 404: what we have no use for is acknowledged, what failed is not."""
    if isinstance(error, BoltUnhandledRequestError):
        return BoltResponse(status=200, body="")
    log.error("not acknowledged error=%s", type(error).__name__)
    return BoltResponse(status=500, body="")
