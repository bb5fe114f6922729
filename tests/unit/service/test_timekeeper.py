"""The timekeeper: what is due is said once, whatever else goes wrong, and nothing is said too early."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from bot.errors import SavedElsewhere, StorageError
from bot.service.desk_records import Reminder
from bot.service.ports import Unit
from bot.service.timekeeper import Timekeeper
from bot.storage.memory import MemoryStore
from tests.unit.service.office import MovedClock

CLOCK = MovedClock()


def due_in(seconds: float, key: str = "a") -> Reminder:
    """A reminder so many seconds from now."""
    return Reminder(key, "NG-1001", "wake", "thread", CLOCK.time + timedelta(seconds=seconds))


@dataclass
class Ringing:
    """A store with reminders, and what was rung of them; `trouble` is raised at the first of a key."""

    store: MemoryStore = field(default_factory=lambda: MemoryStore("test"))
    clock: MovedClock = field(default_factory=MovedClock)
    trouble: dict[str, Exception] = field(default_factory=dict)
    rung: list[str] = field(default_factory=list)
    awoken: int = 0
    said: asyncio.Event = field(default_factory=asyncio.Event)

    async def put(self, *reminders: Reminder) -> None:
        """Set these, and no others."""
        await self.store.run(lambda unit: unit.desk.remind("NG-1001", reminders))

    def ring(self, unit: Unit, reminder: Reminder, now: datetime) -> bool:
        """Say it, if nobody else did."""
        if reminder.key in self.trouble:
            raise self.trouble.pop(reminder.key)
        if not unit.desk.reminded(reminder, now):
            return False
        self.rung.append(reminder.key)
        return True

    def keeper(self, longest: float = 15.0) -> Timekeeper:
        """A process of its own."""
        return Timekeeper(self.store, self.clock, self.ring, self._rang, longest)

    def _rang(self) -> None:
        self.awoken += 1
        self.said.set()


async def test_what_is_due_is_said_once_and_the_sender_hears_of_it() -> None:
    ringing = Ringing()
    await ringing.put(due_in(0, "b"), due_in(-5, "a"), due_in(9, "c"))
    assert await ringing.keeper().round() == 9
    assert (ringing.rung, ringing.awoken) == (["a", "b"], 1)
    await ringing.keeper().round()
    assert (ringing.rung, ringing.awoken) == (["a", "b"], 1)


async def test_it_sleeps_until_the_next_is_due_but_no_longer_than_it_may() -> None:
    ringing = Ringing()
    assert await ringing.keeper().round() == 15
    await ringing.put(due_in(3600))
    assert await ringing.keeper().round() == 15
    ringing.clock.move(3590)
    assert await ringing.keeper().round() == 10
    ringing.clock.move(9.9)
    assert await ringing.keeper().round() == 1, "and it never spins"


async def test_two_processes_say_each_reminder_once() -> None:
    ringing = Ringing()
    await ringing.put(*(due_in(-1, f"{number}") for number in range(30)))
    await asyncio.gather(*(ringing.keeper().round() for _ in range(2)))
    assert sorted(ringing.rung, key=int) == [f"{number}" for number in range(30)]


async def test_one_that_cannot_be_said_is_put_aside_with_a_dead_letter_and_the_next_is_said() -> None:
    ringing = Ringing(trouble={"a": ValueError("words of a filer")})
    await ringing.put(due_in(-2, "a"), due_in(-1, "b"))
    await ringing.keeper().round()
    await ringing.keeper().round()
    assert ringing.rung == ["b"]
    (letter,) = await ringing.store.run(lambda unit: unit.dead_letters())
    assert (letter.key, letter.where, letter.error) == ("a", "timekeeper", "ValueError")


async def test_a_case_that_somebody_saved_meanwhile_is_looked_at_again() -> None:
    ringing = Ringing(trouble={"a": SavedElsewhere("NG-1001")})
    await ringing.put(due_in(-1, "a"))
    await ringing.keeper().round()
    assert ringing.rung == ["a"]
    assert await ringing.store.run(lambda unit: unit.dead_letters()) == []


async def test_what_the_database_refused_stays_due() -> None:
    ringing = Ringing(trouble={"a": StorageError("The database is too slow.")})
    await ringing.put(due_in(-1, "a"))
    with pytest.raises(StorageError):
        await ringing.keeper().round()
    await ringing.keeper().round()
    assert ringing.rung == ["a"]


async def test_it_goes_on_after_a_database_was_away_and_ends_when_told() -> None:
    ringing = Ringing(trouble={"a": StorageError("The database is too slow.")})
    await ringing.put(due_in(-1, "a"))
    keeper = ringing.keeper(longest=0)
    running = asyncio.create_task(keeper.run())
    await ringing.said.wait()
    keeper.stop()
    await running
    assert ringing.rung == ["a"]


async def test_a_stop_leaves_the_rest_for_the_next_process() -> None:
    ringing = Ringing()
    await ringing.put(*(due_in(-1, f"{number}") for number in range(60)))
    keeper = ringing.keeper()
    keeper.stop()
    await keeper.round()
    assert ringing.rung == []
    await replace(ringing, rung=ringing.rung).keeper().round()
    assert len(ringing.rung) == 60
