"""The timekeeper: says reminders when they are due, and sleeps until the next one is."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from bot.errors import StorageError
from bot.service.desk_records import Reminder
from bot.service.ports import Clock, DeadLetter, Store, Unit

LONGEST = 30.0
"""Seconds that it sleeps at most: another process may have set a reminder, and clocks are put right."""

BATCH = 50

Ring = Callable[[Unit, Reminder, datetime], bool]
"""Says a reminder, in a transaction; False when there was nothing to say."""

log = logging.getLogger(__name__)


class Timekeeper:
    """Looks for what is due and rings it, each in a transaction of its own; any number may do so at once.

    `rang` is called after something was said: the outbox has something new.
    """

    def __init__(
        self, store: Store, clock: Clock, ring: Ring, rang: Callable[[], None], longest: float = LONGEST
    ) -> None:
        self._store = store
        self._clock = clock
        self._ring = ring
        self._rang = rang
        self._longest = longest
        self._awake = asyncio.Event()
        self._stopped = False

    def wake(self) -> None:
        """Reminders may have been set, or the clock was moved."""
        self._awake.set()

    def stop(self) -> None:
        """Let `run` end."""
        self._stopped = True
        self._awake.set()

    async def run(self) -> None:
        """Ring until `stop`; while the database is away nothing is rung, and nothing is lost."""
        while not self._stopped:
            self._awake.clear()
            try:
                await self.round()
                wait = await self._until_next()
            except StorageError as error:
                log.warning("no reminders: %s", error)
                wait = self._longest
            with suppress(TimeoutError):
                await asyncio.wait_for(self._awake.wait(), wait)

    async def round(self) -> int:
        """Ring everything that is due, the oldest first; how many were said. Raises StorageError."""
        now, said = self._clock.now(), 0
        while due := await self._store.run(lambda unit: unit.desk.due_reminders(now, BATCH)):
            for one in due:
                said += await self._rung(one, now)
            if self._stopped:
                break
        if said:
            self._rang()
        return said

    async def _rung(self, reminder: Reminder, now: datetime) -> bool:
        """Whether it was said. One that cannot be is put aside with a dead letter, so that the next can."""
        try:
            return await self._store.run(lambda unit: self._ring(unit, reminder, now))
        except StorageError:
            raise
        except Exception as error:
            log.error("reminder failed key=%s error=%s", reminder.key, type(error).__name__)
            letter = DeadLetter(reminder.key, "timekeeper", type(error).__name__, now)
            await self._store.run(lambda unit: _set_aside(unit, reminder, letter))
            return False

    async def _until_next(self) -> float:
        """Seconds until the next is due, as far as is known; at most `longest`."""
        due = await self._store.run(lambda unit: unit.desk.next_reminder())
        left = (due - self._clock.now()).total_seconds() if due else self._longest
        return min(max(left, 0.0), self._longest)


def _set_aside(unit: Unit, reminder: Reminder, letter: DeadLetter) -> None:
    unit.desk.reminded(reminder, letter.at)
    unit.dead_letter(letter)
