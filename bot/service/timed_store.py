"""A store whose commits are counted and timed."""

from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

from bot.errors import StorageError
from bot.service.figures import Figures
from bot.service.ports import Store, Unit

Result = TypeVar("Result")


class TimedStore:
    """A `bot.service.ports.Store` that does what another does, and tells how long it took."""

    def __init__(self, store: Store, figures: Figures) -> None:
        self._store = store
        self._figures = figures

    async def run(self, work: Callable[[Unit], Result]) -> Result:
        """Do the work in one transaction. Raises StorageError when the database does not take it."""
        began = perf_counter()
        try:
            result = await self._store.run(work)
        except StorageError:
            self._figures.uncommitted()
            raise
        self._figures.committed(perf_counter() - began)
        return result

    async def close(self) -> None:
        """Close the store."""
        await self._store.close()
