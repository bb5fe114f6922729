"""The sender: takes rows from the outbox, has them carried, and writes down how each ended."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from bot.errors import StorageError
from bot.service.courier import Courier
from bot.service.figures import UNCOUNTED, Figures
from bot.service.habits import USUAL, Habits
from bot.service.pacer import Pacer
from bot.service.ports import Clock, Delivery, Messenger, Store, Unit
from bot.service.verdict import Verdict, write_down

UNPACED = frozenset({"replace", "publish"})
"""Acts whose limits are not those of messages."""

Ended = Callable[[Unit, Delivery, Verdict, datetime], None]
"""What else is done, in the same transaction, when an attempt at a delivery has ended."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """What the sender did since it started, for figures: messages, look-ups, limits met, rows given up."""

    sent: int = 0
    looked_up: int = 0
    limited: int = 0
    buried: int = 0

    def count(self, verdict: Verdict) -> None:
        """Add one verdict."""
        self.sent += verdict.kind == "sent"
        self.buried += verdict.kind == "bury"
        self.limited += verdict.limited
        self.looked_up += verdict.looked_up


class Sender:
    """Sends what the outbox holds: each place strictly in order, several places side by side.

    Any number of senders may share an outbox; a claim belongs to one of them.
    """

    def __init__(
        self,
        store: Store,
        messenger: Messenger,
        clock: Clock,
        habits: Habits = USUAL,
        figures: Figures = UNCOUNTED,
    ) -> None:
        self.tally = Tally()
        self.after: Ended = _nothing
        self._store = store
        self._clock = clock
        self._habits = habits
        self._figures = figures
        self._courier = Courier(messenger, clock, habits)
        self._pacer = Pacer(habits.pace)
        self._ended: list[tuple[Delivery, Verdict, datetime]] = []
        self._on_way: dict[str, asyncio.Task[None]] = {}
        self._awake = asyncio.Event()
        self._ends: float | None = None

    def wake(self) -> None:
        """The outbox has something new."""
        self._awake.set()

    def stop(self, seconds: float) -> None:
        """Send what may go out in so many seconds; then `run` ends. What Slack makes wait longer is kept."""
        self._ends = asyncio.get_running_loop().time() + seconds
        self._awake.set()

    async def run(self) -> None:
        """Send until `stop`. A database that does not answer is tried again; nothing is lost meanwhile."""
        if self._habits.alone:
            await self._patiently(self.release)
        while self._ends is None:
            self._awake.clear()
            await self._patiently(self.round)
            await self._nap()
        await self._drain(self._ends)

    async def release(self) -> int:
        """Take back what a dead process had claimed; each such row is looked up before it is sent."""
        return await self._store.run(lambda unit: unit.release_claims())

    async def round(self) -> int:
        """Write down what ended, and set off with the next rows, in one transaction; how many set off.

        Raises StorageError, and then nothing is forgotten.
        """
        now, ended = self._clock.now(), list(self._ended)
        resting = self._pacer.resting(now) | self._on_way.keys()
        room = min(self._habits.at_once - len(self._on_way), self._pacer.room(now))

        def work(unit: Unit) -> Sequence[Delivery]:
            self._write_down(unit, ended)
            return unit.claim(now, self._habits.lease, room, resting) if room > 0 else ()

        rows = await self._store.run(work)
        del self._ended[: len(ended)]
        for row in rows:
            self._set_off(row, now)
        return len(rows)

    async def settle(self) -> None:
        """Wait until nothing is on its way any more, and write down how it ended. Raises StorageError."""
        while self._on_way:
            await asyncio.gather(*self._on_way.values())
        ended = list(self._ended)
        await self._store.run(lambda unit: self._write_down(unit, ended))
        del self._ended[: len(ended)]

    def _write_down(self, unit: Unit, ended: Sequence[tuple[Delivery, Verdict, datetime]]) -> None:
        for delivery, verdict, at in ended:
            write_down(unit, delivery, verdict, at)
            self.after(unit, delivery, verdict, at)

    def _set_off(self, delivery: Delivery, now: datetime) -> None:
        if delivery.act not in UNPACED:
            self._pacer.took(delivery.to, now)
        task = asyncio.create_task(self._carry(delivery))
        self._on_way[delivery.to] = task
        task.add_done_callback(lambda _: self._arrived(delivery.to))

    def _arrived(self, place: str) -> None:
        del self._on_way[place]
        self._awake.set()

    async def _carry(self, delivery: Delivery) -> None:
        verdict = await self._courier.carry(delivery)
        now = self._clock.now()
        if verdict.limited and (delivery.act != "publish" or verdict.everywhere):
            self._pacer.hold(delivery.to, now, verdict.wait, everywhere=verdict.everywhere)
        if verdict.kind == "bury":
            log.error("delivery given up key=%s error=%s", delivery.key, verdict.error)
        self.tally.count(verdict)
        self._figures.sent(delivery.act, verdict.kind)
        self._ended.append((delivery, verdict, now))

    async def _nap(self) -> None:
        """Sleep until woken, until a resting place may go on, or until it is time to look unasked."""
        wait = self._pacer.next(self._clock.now()) or self._habits.poll
        with suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), min(wait, self._habits.poll))

    async def _drain(self, ends: float) -> None:
        """Send what may go out; what has not arrived by then is of unknown outcome: looked up next time."""
        while (left := ends - asyncio.get_running_loop().time()) > 0:
            self._awake.clear()
            set_off = await self._patiently(self.round)
            rests = 0 < self._pacer.next(self._clock.now()) <= left
            if set_off == 0 and not self._on_way and not rests:
                break
            await self._nap()
        tasks = list(self._on_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._patiently(self.settle)

    async def _patiently(self, work: Callable[[], Awaitable[object]]) -> object:
        """What the work gives, or None while the database is away."""
        try:
            return await work()
        except StorageError as error:
            log.warning("outbox out of reach: %s", error)
            return None


def _nothing(unit: Unit, delivery: Delivery, verdict: Verdict, at: datetime) -> None:
    """Nobody waits for news of what was sent."""
