"""A desk of the example court on a test's clock: people act at a time on the wall, and all is noted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from itertools import count
from zoneinfo import ZoneInfo

from bot.engine.book import Book
from bot.engine.message import Message
from bot.engine.reply import plain
from bot.service.case_row import CaseRow
from bot.service.content import Content
from bot.service.desk import HelpDesk
from bot.service.incoming import Ack, Incoming, StaffForm, StaffMessage, StaffPress
from bot.service.ports import Delivery, Store, Unit
from bot.service.timekeeper import Timekeeper
from bot.service.verdict import Verdict, write_down
from bot.settings import read_settings
from bot.storage.times import micros
from bot.wiring import open_book
from tests.unit.service.office import MovedClock

CENTRAL = ZoneInfo("America/Chicago")
CARD = "1.0"


@cache
def example_book() -> Book:
    """The example court: open until 5 p.m., on Fridays until 4:30 p.m., with targets and a lead."""
    tokens = {"SLACK_BOT_TOKEN": "xoxb-none", "SLACK_APP_TOKEN": "xapp-none"}
    return open_book(read_settings({**tokens, "HELPDESK_COURT": "example"}))


def wall(text: str) -> datetime:
    """A time at the court: `2026-10-09 16:20`."""
    return datetime.fromisoformat(text).replace(tzinfo=CENTRAL)


@dataclass
class Timeline:
    """One filer U1 and staff, over a store; `said` is (time on the wall, to whom, words), oldest first."""

    store: Store
    book: Book = field(default_factory=example_book)
    clock: MovedClock = field(default_factory=MovedClock)
    said: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self.desk = HelpDesk(self.book, self.store, self.clock, lambda _: None, "C9")
        self.timekeeper = Timekeeper(self.store, self.clock, self.desk.ring, lambda: None)

    async def until(self, moment: str) -> None:
        """Let time go by until then; what becomes due on the way is said at its moment."""
        end = wall(moment)
        while (due := await self.store.run(lambda unit: unit.desk.next_reminder())) and due <= end:
            self.clock.time = max(self.clock.time, due)
            await self.timekeeper.round()
            await self.deliver()
        self.clock.time = end

    async def write(self, moment: str, *texts: str) -> None:
        """The filer writes these at this time."""
        await self.until(moment)
        for text in texts:
            at = micros(self.clock.time)
            number = next(self._numbers)
            keys = (f"event:Ev{number}", f"message:D1:{number}.0")
            await self.desk.handle(Incoming(keys, "U1", "said", Message(at, text), channel="D1"))
            await self.deliver()

    async def press(self, moment: str, act: str, name: str = "Ann", case: str = "NG-1001") -> Ack:
        """A member of staff presses a button of the card at this time."""
        await self.until(moment)
        key = f"trigger:{next(self._numbers)}"
        ack = await self.desk.handle(StaffPress((key,), f"S-{name}", name, case, act, "C9", CARD))
        await self.deliver()
        return ack

    async def thread(self, moment: str, text: str, name: str = "Ann") -> None:
        """A member of staff writes under the card at this time."""
        await self.until(moment)
        ts, at = f"{next(self._numbers)}.5", micros(self.clock.time)
        await self.desk.handle(
            StaffMessage((f"message:C9:{ts}",), f"S-{name}", name, "C9", CARD, ts, "said", at, text)
        )
        await self.deliver()

    async def form(self, moment: str, form: str, case: str = "NG-1001", **values: str) -> Ack:
        """Ann hands in a form at this time."""
        await self.until(moment)
        key = f"view:{next(self._numbers)}"
        ack = await self.desk.handle(StaffForm((key,), "S-Ann", "Ann", form, values, case))
        await self.deliver()
        return ack

    async def deliver(self) -> None:
        """Send all that the outbox holds, as the sender does, and note it."""
        while rows := await self.store.run(lambda unit: unit.claim(self.clock.time, 60, 9)):
            for row in rows:
                verdict = Verdict("sent", CARD if row.is_card else f"{row.id}.0", row.to.partition(":")[2])
                await self.store.run(partial(self._ended, row, verdict))
                self._note(row)

    async def case(self, number: str = "NG-1001") -> CaseRow:
        """A case as it is kept."""
        kept = await self.store.run(lambda unit: unit.case(number))
        assert kept is not None
        return kept

    def heard(self, place: str, since: str = "2000-01-01 00:00") -> Sequence[tuple[str, str]]:
        """What was said to one place from a time on, with the time on the wall."""
        return [(at, words) for at, to, words in self.said if to == place and at >= since]

    def _ended(self, row: Delivery, verdict: Verdict, unit: Unit) -> None:
        write_down(unit, row, verdict, self.clock.time)
        self.desk.ended(unit, row, verdict, self.clock.time)

    def _note(self, row: Delivery) -> None:
        at = self.clock.time.astimezone(CENTRAL)
        where = {"person:U1": "filer", "channel:C9": "card" if row.is_card else "thread"}
        self.said.append((f"{at:%Y-%m-%d %H:%M:%S}", where.get(row.to, row.to), words_of(row.content)))


def words_of(content: Content) -> str:
    """All that a content says."""
    parts = [plain(content.reply)] if content.reply else []
    if content.card is not None:
        parts += [content.card.title, *content.card.lines, content.card.state]
    if content.quote is not None:
        parts += [content.quote.head, content.quote.text, content.quote.foot]
    return "\n".join(filter(None, parts))
