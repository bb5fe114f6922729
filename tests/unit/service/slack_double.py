"""A messenger that keeps what it is given, and fails as told: before or after the message has landed."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.errors import Refused
from bot.service.content import Content
from bot.service.refusals import PERSON_GONE
from tests.unit.service.office import words


class Crash(BaseException):
    """The process is killed: nothing that would run afterwards runs."""


@dataclass(frozen=True)
class Fault:
    """What a call raises, and whether it took effect first."""

    error: BaseException
    lands: bool = False


@dataclass
class Posted:
    """A message in a channel."""

    ts: str
    channel: str
    thread: str
    key: str
    content: Content

    @property
    def text(self) -> str:
        """What it says."""
        return words(self.content)


@dataclass
class SlackDouble:
    """A small Slack; `faults` holds what the next calls of each method do."""

    messages: list[Posted] = field(default_factory=list)
    homes: dict[str, Content] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    faults: dict[str, deque[Fault | None]] = field(default_factory=lambda: defaultdict(deque))
    is_blind: bool = False
    gone: set[str] = field(default_factory=set)
    looked_from: list[datetime] = field(default_factory=list)

    def fail(self, method: str, *errors: BaseException, lands: bool = False) -> None:
        """The next calls of this method raise these errors."""
        self.faults[method].extend(Fault(error, lands) for error in errors)

    def texts(self) -> Sequence[str]:
        """What all messages say, in the order they stand."""
        return [message.text for message in self.messages]

    async def open_direct(self, person: str) -> str:
        """The direct message with a person."""
        fault = self._begin("open_direct")
        self._end(fault)
        return f"D-{person}"

    async def check_person(self, person: str) -> None:
        """Pass for somebody who still has an account."""
        if person in self.gone:
            raise Refused(PERSON_GONE)

    async def post(self, channel: str, thread: str, content: Content, key: str) -> str:
        """A new message."""
        fault = self._begin("post")
        ts = f"{len(self.messages) + 1}.5"
        self.messages.append(Posted(ts, channel, thread, key, content))
        self._end(fault)
        return ts

    async def update(self, channel: str, ts: str, content: Content, key: str) -> None:
        """Another content in a message."""
        fault = self._begin("update")
        self._change(ts, content, key, channel)
        self._end(fault)

    async def replace(self, response_url: str, content: Content, key: str) -> None:
        """Another content in the message the address belongs to: `https://answer/TS`."""
        fault = self._begin("replace")
        self._change(response_url.rpartition("/")[2], content, key)
        self._end(fault)

    async def publish(self, person: str, content: Content) -> None:
        """Another content on a person's App Home."""
        fault = self._begin("publish")
        self.homes[person] = content
        self._end(fault)

    async def find(self, channel: str, thread: str, key: str, since: datetime) -> str | None:
        """The message with this key."""
        fault = self._begin("find")
        self._end(fault)
        self.looked_from.append(since)
        found = (one for one in self.messages if (one.channel, one.thread, one.key) == (channel, thread, key))
        return None if self.is_blind else next((one.ts for one in found), None)

    def _change(self, ts: str, content: Content, key: str, channel: str = "") -> None:
        (message,) = (one for one in self.messages if one.ts == ts and channel in ("", one.channel))
        message.content, message.key = content, key

    def _begin(self, method: str) -> Fault | None:
        self.calls.append(method)
        waiting = self.faults[method]
        fault = waiting.popleft() if waiting else None
        if fault is not None and not fault.lands:
            raise fault.error
        return fault

    def _end(self, fault: Fault | None) -> None:
        if fault is not None:
            raise fault.error


@dataclass
class SlowSlack(SlackDouble):
    """A Slack that takes and finds a message only when the test lets it go on."""

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def post(self, channel: str, thread: str, content: Content, key: str) -> str:
        """A new message, some time after the call has arrived."""
        self.arrived.set()
        await self.go_on.wait()
        return await super().post(channel, thread, content, key)

    async def find(self, channel: str, thread: str, key: str, since: datetime) -> str | None:
        """The message with this key, some time after it was asked for."""
        self.arrived.set()
        await self.go_on.wait()
        return await super().find(channel, thread, key, since)
