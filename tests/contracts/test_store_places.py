"""What a place of the outbox refuses, whose news wait for it, and a staff channel that has moved."""

from dataclasses import replace
from datetime import timedelta

from bot.service.ports import DeadLetter, Delivery, Store, Unit
from tests.contracts.examples import NOON as NOW
from tests.contracts.examples import case as case_of

PLACE = "channel:C9"
CASE = case_of("NG-1001")
CARD = Delivery("case:NG-1001", PLACE, "post", CASE.card, NOW, case="NG-1001")
OTHER = replace(CARD, key="case:NG-1002", case="NG-1002")


def keep(unit: Unit, number: str) -> None:
    """Have a case with this number."""
    if unit.case(number) is None:
        unit.save_case(case_of(number, f"U-{number}"))


async def enqueue(store: Store, *rows: Delivery) -> None:
    """Put rows into the outbox, and the cases they belong to where they are kept."""
    for number in sorted({row.case for row in rows if row.case}):
        await store.run(lambda unit, number=number: keep(unit, number))  # type: ignore[misc]
    for row in rows:
        await store.run(lambda unit, row=row: unit.enqueue(row))  # type: ignore[misc]


async def test_a_place_has_refused_a_row_until_that_row_is_settled(store: Store) -> None:
    await enqueue(store, CARD, OTHER)
    assert await store.run(lambda unit: unit.refused(PLACE)) == ""
    (row,) = await store.run(lambda unit: unit.claim(NOW, 60, 9))
    await store.run(lambda unit: unit.later(row, NOW + timedelta(seconds=5)))
    await store.run(lambda unit: unit.dead_letter(DeadLetter(row.key, "outbox", "is_archived", NOW)))
    assert await store.run(lambda unit: unit.refused(PLACE)) == CARD.key
    assert await store.run(lambda unit: unit.refused("channel:C1")) == ""
    (row,) = await store.run(lambda unit: unit.claim(NOW + timedelta(seconds=6), 60, 9))
    await store.run(lambda unit: unit.sent(row, "1.1", NOW))
    assert await store.run(lambda unit: unit.refused(PLACE)) == ""


async def test_the_cases_of_which_something_waits_for_a_place_are_named_once(store: Store) -> None:
    bare = Delivery("notice:1", PLACE, "post", CASE.card, NOW)
    await enqueue(store, OTHER, CARD, replace(CARD, key="thread:1", thread="card"), bare)
    assert list(await store.run(lambda unit: unit.waiting_cases(PLACE))) == ["NG-1001", "NG-1002"]
    assert list(await store.run(lambda unit: unit.waiting_cases("channel:C1"))) == []


async def test_what_waits_of_cases_goes_to_the_channel_that_is_set_now(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(CASE))
    await store.run(lambda unit: unit.card_sent(CASE.number, "C9", "5.5"))
    bare = Delivery("notice:1", PLACE, "post", CASE.card, NOW)
    await enqueue(store, replace(CARD, key="card:1", act="update", ts="5.5"), bare)
    assert list(await store.run(lambda unit: unit.move_cards("C7"))) == [CASE.number]
    assert list(await store.run(lambda unit: unit.move_cards("C7"))) == []
    case = await store.run(lambda unit: unit.case(CASE.number))
    assert case is not None
    assert (case.card_channel, case.card_ts) == ("", "")
    rows = await store.run(lambda unit: unit.claim(NOW, 60, 9))
    assert {(row.key, row.to, row.ts) for row in rows} == {
        ("card:1", "channel:C7", ""),
        ("notice:1", PLACE, ""),
    }
