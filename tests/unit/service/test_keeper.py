"""The keeper: everything that is due is forgotten, bite by bite, and a stop is obeyed."""

import asyncio

from bot.errors import StorageError
from bot.service.keeper import Keeper
from bot.service.ports import Unit
from bot.storage.memory import MemoryStore
from tests.unit.service.office import MovedClock

DAYS = 86_400.0


def seen(clock: MovedClock, count: int) -> MemoryStore:
    """A store that has seen so many keys by now."""
    store = MemoryStore("test")
    keys = [f"event:{number}" for number in range(count)]

    def work(unit: Unit) -> None:
        unit.first_sight(keys, clock.time)

    asyncio.run(store.run(work))
    return store


def test_all_that_is_too_old_is_forgotten_in_one_round() -> None:
    clock = MovedClock()
    store = seen(clock, 1200)
    clock.move(2 * DAYS)
    assert asyncio.run(Keeper(store, clock).forget()) == 1200
    assert asyncio.run(Keeper(store, clock).forget()) == 0


class Watched(MemoryStore):
    """A store that fails at first, then tells when it is asked again."""

    def __init__(self) -> None:
        super().__init__("test")
        self.refusals = 1
        self.asked = asyncio.Event()

    async def run(self, work):  # type: ignore[no-untyped-def]
        if self.refusals:
            self.refusals -= 1
            raise StorageError("The database is too slow.")
        self.asked.set()
        return await super().run(work)


async def test_it_goes_on_after_a_database_was_away_and_ends_when_told() -> None:
    store = Watched()
    keeper = Keeper(store, MovedClock(), every=0)
    running = asyncio.create_task(keeper.run())
    await store.asked.wait()
    keeper.stop()
    await running
