"""The contract of a store's notices: at most one is on, it ends by itself, and all stay in the record."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from bot.engine.outcome import Event
from bot.service.notice import Notice
from bot.service.ports import Store
from tests.contracts.examples import NOON

EVENING = NOON + timedelta(hours=6)
DOWN = Notice("PACER is down.", "S1", "Ann", NOON)
UNTIL_EVENING = replace(DOWN, until=EVENING)


async def on(store: Store, now: datetime) -> str:
    """The text of the notice that is on, or nothing."""
    found = await store.run(lambda unit: unit.notice(now))
    return found.text if found else ""


async def test_no_notice_is_on_at_first(store: Store) -> None:
    assert await store.run(lambda unit: unit.notice(NOON)) is None
    assert await store.run(lambda unit: unit.end_notice("S1", NOON)) is None
    assert await store.run(lambda unit: unit.notices()) == []


async def test_a_notice_comes_back_as_it_was_posted(store: Store) -> None:
    assert await store.run(lambda unit: unit.post_notice(UNTIL_EVENING)) is None
    assert await store.run(lambda unit: unit.notice(NOON)) == replace(UNTIL_EVENING, number=1)


async def test_a_notice_without_an_end_is_on_until_it_is_ended(store: Store) -> None:
    await store.run(lambda unit: unit.post_notice(DOWN))
    assert await on(store, NOON + timedelta(days=400)) == "PACER is down."
    assert await store.run(lambda unit: unit.end_notice("S2", EVENING)) == replace(DOWN, number=1)
    assert await on(store, EVENING) == ""
    (kept,) = await store.run(lambda unit: unit.notices())
    assert (kept.ended, kept.ended_by, kept.by, kept.since) == (EVENING, "S2", "S1", NOON)


async def test_a_notice_ends_by_itself_to_the_microsecond(store: Store) -> None:
    await store.run(lambda unit: unit.post_notice(UNTIL_EVENING))
    assert await on(store, EVENING - timedelta(microseconds=1)) == "PACER is down."
    assert await on(store, EVENING) == ""


async def test_what_ended_by_itself_can_be_ended_by_nobody(store: Store) -> None:
    await store.run(lambda unit: unit.post_notice(UNTIL_EVENING))
    later = EVENING + timedelta(hours=1)
    assert await store.run(lambda unit: unit.end_notice("S2", later)) is None
    (kept,) = await store.run(lambda unit: unit.notices())
    assert (kept.ended, kept.ended_by) == (EVENING, "")


async def test_a_new_notice_takes_the_place_of_the_one_that_is_on(store: Store) -> None:
    await store.run(lambda unit: unit.post_notice(UNTIL_EVENING))
    later = NOON + timedelta(hours=1)
    second = Notice("CM/ECF is down.", "S2", "Ben", later)
    assert await store.run(lambda unit: unit.post_notice(second)) == replace(UNTIL_EVENING, number=1)
    assert await on(store, later) == "CM/ECF is down."
    first, _ = await store.run(lambda unit: unit.notices())
    assert (first.ended, first.ended_by) == (later, "S2")
    await store.run(lambda unit: unit.end_notice("S2", EVENING))
    assert await on(store, EVENING) == "", "the first does not come back"


async def test_a_notice_after_one_that_ended_by_itself_takes_nobodys_place(store: Store) -> None:
    await store.run(lambda unit: unit.post_notice(UNTIL_EVENING))
    assert await store.run(lambda unit: unit.post_notice(replace(DOWN, since=EVENING))) is None
    first, second = await store.run(lambda unit: unit.notices())
    assert (first.ended, first.ended_by) == (EVENING, "")
    assert second.is_on(EVENING)


async def test_of_many_notices_at_once_the_last_is_on_and_all_are_in_the_record(store: Store) -> None:
    posts = (store.run(lambda unit, n=n: unit.post_notice(replace(DOWN, text=f"{n}"))) for n in range(9))  # type: ignore[misc]
    replaced = await asyncio.gather(*posts)
    kept = await store.run(lambda unit: unit.notices())
    assert sorted(one.text for one in kept) == [str(number) for number in range(9)]
    assert [one.text for one in kept if one.is_on(NOON)] == [await on(store, NOON)]
    assert sum(one is None for one in replaced) == 1


async def test_what_belongs_to_no_conversation_is_found_by_its_subject(store: Store) -> None:
    posted = Event("notice_posted", {"by": "S1"})
    await store.run(lambda unit: unit.audit("notices", [posted], NOON))
    assert await store.run(lambda unit: unit.history("notices")) == [posted]
    assert await store.run(lambda unit: unit.history("U1.own")) == []
