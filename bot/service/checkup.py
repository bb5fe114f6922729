"""Whether the program can do its work now: database, connection, sender, and whether it is being stopped."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.errors import StorageError
from bot.service.ports import Clock, Store
from bot.service.stock import Stock

PROBE_SECONDS = 1.0
"""How long the database may take for a question; who asks about health waits little longer."""

LATE_SECONDS = 120.0
"""How long a row that is due may wait before the sender counts as behind."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a look at the program found. `stock` is None while the database does not answer.

    `is_connected`: deliveries of Slack's can reach us. `is_draining`: a stop was asked for.
    """

    stock: Stock | None
    is_connected: bool
    is_draining: bool

    @property
    def is_behind(self) -> bool:
        """Whether something that is due has waited too long for the sender; unknown counts as no."""
        return self.stock is not None and self.stock.overdue > LATE_SECONDS

    @property
    def is_ready(self) -> bool:
        """Whether all is well."""
        well = self.stock is not None and self.is_connected
        return well and not self.is_behind and not self.is_draining


class Checkup:
    """Looks when asked. `is_draining` is set by whoever stops the program."""

    def __init__(self, store: Store, clock: Clock, is_connected: Callable[[], Awaitable[bool]]) -> None:
        self.is_draining = False
        self._store = store
        self._clock = clock
        self._is_connected = is_connected

    async def look(self) -> Condition:
        """The condition now, within about a second; raises nothing of the database's."""
        return Condition(await self._stock(), await self._is_connected(), self.is_draining)

    async def _stock(self) -> Stock | None:
        now = self._clock.now()
        try:
            async with asyncio.timeout(PROBE_SECONDS):
                return await self._store.run(lambda unit: unit.stock(now))
        except (StorageError, TimeoutError):
            return None
