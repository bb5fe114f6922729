"""The timekeeper: says reminders when they are due, and sleeps until the next one is."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial

from bot.errors import SavedElsewhere, StorageError
from bot.service.desk_records import Reminder
from bot.service.habits import USUAL
from bot.service.ports import Clock, DeadLetter, Store, Unit

BATCH = 50
SOONEST = 1.0
"""Seconds that it sleeps at least, also while another process is at what is due."""

Ring = Callable[[Unit, Reminder, datetime], bool]
"""Says a reminder, in a transaction; False when there was nothing to say."""

log = logging.getLogger(__name__)


class Timekeeper:
    """Looks for what is due and rings it, each in a transaction of its own; any number may do so at once.

    `rang` is called after something was said: the outbox has something new. `longest` is how many seconds it
    sleeps at most, since reminders are set meanwhile.
    """

    def __init__(
        self, store: Store, clock: Clock, ring: Ring, rang: Callable[[], None], longest: float = USUAL.look
    ) -> None:
        self._store = store
        self._clock = clock
        self._ring = ring
        self._rang = rang
        self._longest = longest
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Let `run` end."""
        self._stopped.set()

    async def run(self) -> None:
        """Ring until `stop`; while the database is away nothing is rung, and nothing is lost."""
        while not self._stopped.is_set():
            wait = self._longest
            try:
                wait = await self.round()
            except StorageError as error:
                log.warning("no reminders: %s", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), wait)

    async def round(self) -> float:
        """Ring everything that is due, the oldest first. Raises StorageError.

        Seconds until the next is due, as far as is known; at most `longest`.
        """
        now = self._clock.now()
        due, following = await self._store.run(partial(_look, now=now))
        while due and not self._stopped.is_set():
            said = [await self._rung(one, now) for one in due]
            if any(said):
                self._rang()
            due, following = await self._store.run(partial(_look, now=now))
        left = (following - now).total_seconds() if following else self._longest
        return min(max(left, SOONEST), self._longest)

    async def _rung(self, reminder: Reminder, now: datetime) -> bool:
        """Whether it was said. One that cannot be is put aside with a dead letter, so that the next can."""
        try:
            return await self._store.run(lambda unit: self._ring(unit, reminder, now))
        except SavedElsewhere:
            return False
        except StorageError:
            raise
        except Exception as error:
            log.error("reminder failed key=%s error=%s", reminder.key, type(error).__name__)
            letter = DeadLetter(reminder.key, "timekeeper", type(error).__name__, now)
            await self._store.run(lambda unit: _set_aside(unit, reminder, letter))
            return False


def _look(unit: Unit, now: datetime) -> tuple[Sequence[Reminder], datetime | None]:
    """What is due, and when the first is that has not been said."""
    return unit.desk.due_reminders(now, BATCH), unit.desk.next_reminder()


def _set_aside(unit: Unit, reminder: Reminder, letter: DeadLetter) -> None:
    unit.desk.reminded(reminder, letter.at)
    unit.dead_letter(letter)
