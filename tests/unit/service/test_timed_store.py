"""Commits are timed, and what the database refuses is counted and still raised."""

from dataclasses import dataclass, field

import pytest

from bot.errors import StorageError
from bot.service.figures import NoFigures
from bot.service.timed_store import TimedStore
from bot.storage.memory import MemoryStore


@dataclass
class Counted(NoFigures):
    """Keeps what it is told."""

    seconds: list[float] = field(default_factory=list)
    refused_units: int = 0

    def committed(self, seconds: float) -> None:
        self.seconds.append(seconds)

    def uncommitted(self) -> None:
        self.refused_units += 1


async def test_a_commit_is_timed_and_gives_its_result() -> None:
    figures = Counted()
    store = TimedStore(MemoryStore("test"), figures)
    assert await store.run(lambda unit: unit.case_number()) == "NG-1001"
    assert [one >= 0 for one in figures.seconds] == [True]
    await store.close()


async def test_what_the_database_refuses_is_counted_and_raised() -> None:
    figures = Counted()
    store = TimedStore(MemoryStore("test"), figures)

    def refuse(_: object) -> None:
        raise StorageError("The database is too slow.")

    with pytest.raises(StorageError):
        await store.run(refuse)
    assert (figures.seconds, figures.refused_units) == ([], 1)
