"""A store in memory: for the terminal, for tests, and for a demonstration that leaves nothing behind."""

from collections.abc import Callable
from typing import TypeVar

from bot.service.ports import Unit
from bot.storage.memory_shelf import Shelf
from bot.storage.memory_unit import MemoryUnit

Result = TypeVar("Result")


class MemoryStore:
    """A `bot.service.ports.Store` that keeps nothing when the program ends.

    The contract suite holds it to the same behaviour as the real one.
    """

    def __init__(self, court: str) -> None:
        self._court = court
        self._shelf = Shelf()

    async def run(self, work: Callable[[Unit], Result]) -> Result:
        """Do the work on a copy, which takes the place of the original when nothing was raised."""
        copy = self._shelf.copy()
        result = work(MemoryUnit(copy, self._court))
        self._shelf = copy
        return result

    async def close(self) -> None:
        """There is nothing to let go of."""
