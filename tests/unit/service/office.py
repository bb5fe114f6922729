"""A help desk over a store in memory, with a clock that tests move: people act, and the outbox is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Literal, TypeVar

from bot.engine.conversation import Conversation
from bot.engine.message import Message, Press
from bot.engine.reply import plain
from bot.service.case_row import CaseRow
from bot.service.content import Content
from bot.service.desk import HelpDesk
from bot.service.handled import Handled
from bot.service.incoming import Ack, Incoming, StaffForm, StaffPress
from bot.service.ports import Delivery, Store, Unit
from bot.storage.memory import MemoryStore
from bot.storage.times import micros
from tests.unit.engine.small_library import small_book

Result = TypeVar("Result")

BOOK = small_book()
START = datetime(2026, 12, 7, 16, 0, tzinfo=UTC)
STAFF = "channel:C9"
FILER = "person:U1"


@dataclass
class MovedClock:
    """A clock that stands still until a test moves it."""

    time: datetime = START

    def now(self) -> datetime:
        """The time the test has set."""
        return self.time

    def move(self, seconds: float) -> None:
        """Let so many seconds go by."""
        self.time += timedelta(seconds=seconds)


@dataclass
class Office:
    """The desk with its store and clock, and a person U1 who writes to it."""

    store: Store = field(default_factory=lambda: MemoryStore("test"))
    clock: MovedClock = field(default_factory=MovedClock)
    staff_channel: str = "C9"
    handled: list[Handled] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self.desk = HelpDesk(BOOK, self.store, self.clock, self.handled.append, self.staff_channel)

    def ts(self) -> str:
        """The present as Slack writes it."""
        return f"{self.clock.time.timestamp():.6f}"

    def typed(self, text: str, how: Literal["said", "unreadable"] = "said") -> Incoming:
        """A message of U1, one second later, not handed in yet."""
        self.clock.move(1)
        message = Message(micros(self.clock.time), text)
        keys = (f"event:Ev{next(self._numbers)}", f"message:D1:{self.ts()}")
        return Incoming(keys, "U1", how, message, channel="D1")

    async def say(self, *texts: str) -> Ack:
        """U1 types these, one after the other."""
        ack = Ack()
        for text in texts:
            ack = await self.desk.handle(self.typed(text))
        return ack

    def pressed(self, question: str, answer: str, at: str = "", conversation: str = "U1.own.1") -> Incoming:
        """A press of U1 on the message with the ts `at`, not handed in yet."""
        self.clock.move(1)
        press = Press(question, answer, conversation, "nextgen")
        return Incoming(
            (f"trigger:{next(self._numbers)}",),
            "U1",
            "pressed",
            Message(micros(self.clock.time), press=press),
            channel="D1",
            pressed_at=at,
            response_url="https://answer" if at else "",
        )

    async def press(self, question: str, answer: str, at: str = "", conversation: str = "U1.own.1") -> Ack:
        """U1 presses a button."""
        return await self.desk.handle(self.pressed(question, answer, at, conversation))

    async def command(self, word: str, text: str = "") -> Ack:
        """U1 types a slash command somewhere."""
        self.clock.move(1)
        message = Message(micros(self.clock.time), text, command=word)
        return await self.desk.handle(
            Incoming((f"trigger:{next(self._numbers)}",), "U1", "commanded", message)
        )

    async def staff(self, name: str, act: str, case: str = "NG-1001") -> Ack:
        """A member of staff presses a button of the card."""
        return await self.desk.handle(self.press_of(name, act, case))

    def press_of(self, name: str, act: str, case: str = "NG-1001") -> StaffPress:
        """The press of a card's button, not handed in yet."""
        self.clock.move(1)
        return StaffPress((f"trigger:{next(self._numbers)}",), f"S-{name}", name, case, act, "C9", "5.5")

    async def form(self, name: str, form: str, case: str = "NG-1001", **values: str) -> Ack:
        """A member of staff hands a form in; of the people chosen in it those with `S-` are staff."""
        self.clock.move(1)
        key, who = f"trigger:{next(self._numbers)}", values.get("person", "")
        colleagues = {who: who.removeprefix("S-")} if who.startswith("S-") else {}
        return await self.desk.handle(
            StaffForm((key,), f"S-{name}", name, form, values, case, colleagues=colleagues)
        )

    async def acts(self, case: str = "NG-1001") -> list[str]:
        """What the audit says was done to a case, in order."""
        return [act.what for act in await self.run(lambda unit: unit.desk.acts(case))]

    async def sent(self) -> list[Delivery]:
        """Everything the outbox holds, in order, all marked as sent now."""
        rows: list[Delivery] = []
        while claimed := await self.run(lambda unit: unit.claim(self.clock.time, 60, 9)):
            rows += claimed
            for row in claimed:
                await self.run(lambda unit, row=row: mark(unit, row, f"{row.id}.0", self.clock.time))  # type: ignore[misc]
        return sorted(rows, key=lambda row: row.id)

    async def conversation(self) -> Conversation:
        """U1's conversation as it is kept."""
        kept = await self.run(lambda unit: unit.conversation("U1.own"))
        assert kept is not None
        return kept

    async def case(self, number: str = "NG-1001") -> CaseRow:
        """A case as it is kept."""
        kept = await self.run(lambda unit: unit.case(number))
        assert kept is not None
        return kept

    async def run(self, work: Callable[[Unit], Result]) -> Result:
        """One transaction."""
        return await self.store.run(work)


def mark(unit: Unit, row: Delivery, ts: str, now: datetime) -> None:
    """Mark a row as the sender does."""
    unit.sent(row, row.ts or ts, now)
    if row.is_card and row.act == "post":
        unit.card_sent(row.case, "C9", ts)


def words(content: Content) -> str:
    """All that a content says."""
    if content.card is not None:
        card = content.card
        return "\n".join([card.title, *card.lines, *map(" ".join, card.path), card.state])
    return plain(content.reply) if content.reply else ""


def told(rows: Sequence[Delivery]) -> str:
    """All that these rows say to U1."""
    return "\n".join(words(row.content) for row in rows if row.to == FILER)
