"""The keeper: forgets, at regular times, what need not be kept."""

import asyncio
import logging
from contextlib import suppress

from bot.errors import StorageError
from bot.flow.keep import KEPT, Keep
from bot.service.ports import Clock, Store

EVERY = 60.0
"""Seconds between two rounds."""

log = logging.getLogger(__name__)


class Keeper:
    """Has the store forget; each bite is a transaction of its own, so that turns go on in between."""

    def __init__(self, store: Store, clock: Clock, keep: Keep = KEPT, every: float = EVERY) -> None:
        self._store = store
        self._clock = clock
        self._keep = keep
        self._every = every
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Let `run` end."""
        self._stopped.set()

    async def run(self) -> None:
        """Forget at once, and again and again until `stop`; a database that is away is tried next time."""
        while not self._stopped.is_set():
            try:
                await self.forget()
            except StorageError as error:
                log.warning("nothing forgotten: %s", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), self._every)

    async def forget(self) -> int:
        """Forget everything that is due to be; how many rows that touched. Raises StorageError."""
        now, touched = self._clock.now(), 0
        while bite := await self._store.run(lambda unit: unit.prune(now, self._keep)):
            touched += bite
            if self._stopped.is_set():
                break
        return touched
