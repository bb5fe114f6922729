"""An outbox, a small Slack, a clock that tests move, and a sender between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.engine.reply import Reply
from bot.service.case_row import CaseRow
from bot.service.content import Card, Content
from bot.service.habits import Habits
from bot.service.ports import DeadLetter, Delivery, Store, Unit
from bot.service.sender import Sender
from bot.storage.memory import MemoryStore
from tests.unit.service.office import MovedClock
from tests.unit.service.slack_double import SlackDouble

Result = TypeVar("Result")


@dataclass
class Dispatch:
    """Rows go in, messages come out."""

    store: Store = field(default_factory=lambda: MemoryStore("test"))
    slack: SlackDouble = field(default_factory=SlackDouble)
    clock: MovedClock = field(default_factory=MovedClock)
    habits: Habits = field(default_factory=Habits)

    def __post_init__(self) -> None:
        self.sender = self.new_sender()

    def new_sender(self) -> Sender:
        """Another process with the same outbox and the same Slack."""
        return Sender(self.store, self.slack, self.clock, self.habits)

    async def put(self, *deliveries: Delivery) -> None:
        """Rows into the outbox, due now."""
        for row in deliveries:
            due = replace(row, due=self.clock.time)
            await self.run(lambda unit, due=due: unit.enqueue(due))  # type: ignore[misc]

    async def send(self, seconds: float = 0) -> None:
        """Let time go by, and the sender do all that it can do then."""
        self.clock.move(seconds)
        while await self.sender.round():
            await self.sender.settle()

    async def restart(self) -> None:
        """The process was killed; a new one takes over."""
        self.sender = self.new_sender()
        await self.sender.release()

    async def letters(self) -> Sequence[DeadLetter]:
        """What the operator is told."""
        return await self.run(lambda unit: unit.dead_letters())

    async def waiting(self) -> int:
        """How many rows are still to be sent."""
        return (await self.run(lambda unit: unit.backlog(self.clock.time)))[0]

    async def run(self, work: Callable[[Unit], Result]) -> Result:
        """One transaction."""
        return await self.store.run(work)


def post(key: str, person: str = "U1") -> Delivery:
    """A message to a person that says its own key."""
    content = Content(reply=Reply("information", lines=(key,)))
    return Delivery(key, f"person:{person}", "post", content, MovedClock().time)


def replacement(key: str, ts: str) -> Delivery:
    """A question that takes the place of the message with this ts."""
    return replace(post(key), act="replace", ts=ts, response_url=f"https://answer/{ts}")


def card(key: str, title: str, *, update: bool = False) -> Delivery:
    """The card of NG-1001, new or changed."""
    content = Content(card=Card(title=title, lines=()))
    row = Delivery(key, "channel:C9", "post", content, MovedClock().time, case="NG-1001")
    return replace(row, act="update") if update else row


def case() -> CaseRow:
    """The case NG-1001."""
    content = Content(card=Card(title="", lines=()))
    return CaseRow("NG-1001", "test", "U1", "U1.own.1", "asked_for_person", False, "open", content)
