"""The contract of a store's numbers: what waits, how long, and how many cases stand where."""

from dataclasses import replace

from bot.service.desk_records import Reminder
from bot.service.ports import DeadLetter, Store
from bot.service.stock import Stock
from tests.contracts.examples import LEASE, NOON, after, case, to_filer


async def stock(store: Store, seconds: float = 0) -> Stock:
    """What is kept so many seconds after noon, in numbers."""
    return await store.run(lambda unit: unit.stock(after(seconds)))


async def test_an_empty_store_counts_nothing(store: Store) -> None:
    assert await stock(store) == Stock(0, 0.0, 0.0, {}, 0)


async def test_what_waits_is_counted_with_its_age_until_it_is_sent(store: Store) -> None:
    await store.run(lambda unit: unit.enqueue(to_filer("a1")))
    assert await stock(store, 40) == Stock(1, 40.0, 40.0, {}, 0)
    (row,) = await store.run(lambda unit: unit.claim(NOON, LEASE, 9))
    await store.run(lambda unit: unit.sent(row, "1.1", NOON))
    assert await stock(store, 50) == Stock(0, 0.0, 0.0, {}, 0)


async def test_a_row_that_slack_made_wait_grows_old_and_is_not_overdue_before_its_time(store: Store) -> None:
    await store.run(lambda unit: unit.enqueue(to_filer("a1")))
    (row,) = await store.run(lambda unit: unit.claim(NOON, LEASE, 9))
    await store.run(lambda unit: unit.later(row, after(30)))
    assert await stock(store, 20) == Stock(1, 20.0, 0.0, {}, 0)
    assert await stock(store, 45) == Stock(1, 45.0, 15.0, {}, 0)


async def test_cases_are_counted_by_state_and_closed_ones_are_not(store: Store) -> None:
    for number, state in enumerate(("open", "open", "claimed", "closed")):
        one = replace(case(f"NG-{1001 + number}", f"U{number}"), state=state)
        await store.run(lambda unit, one=one: unit.save_case(one))  # type: ignore[misc]
    assert (await stock(store)).cases == {"open": 2, "claimed": 1}


async def test_dead_letters_are_counted(store: Store) -> None:
    for error in ("invalid_blocks", "invalid_blocks", "msg_too_long"):
        letter = DeadLetter("turn:1", "outbox", error, NOON)
        await store.run(lambda unit, letter=letter: unit.dead_letter(letter))  # type: ignore[misc]
    assert (await stock(store)).letters == 2


async def test_a_reminder_that_nobody_says_grows_overdue_from_its_time_on(store: Store) -> None:
    reminder = Reminder("a", "NG-1001", "wake", "thread", after(30))
    await store.run(lambda unit: unit.desk.remind("NG-1001", [reminder]))
    assert (await stock(store, 20)).unsaid == 0
    assert (await stock(store, 45)).unsaid == 15
    await store.run(lambda unit: unit.desk.reminded(reminder, after(45)))
    assert (await stock(store, 60)).unsaid == 0
