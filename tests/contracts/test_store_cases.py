"""The contract of a store's cases: numbers, one open case per person, versions."""

from dataclasses import replace

import pytest

from bot.errors import SavedElsewhere
from bot.service.ports import Store
from tests.contracts.examples import case


async def test_each_case_has_a_number_of_its_own(store: Store) -> None:
    assert [await store.run(lambda unit: unit.case_number()) for _ in range(2)] == ["NG-1001", "NG-1002"]


async def test_a_case_comes_back_as_it_was_saved(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(case("NG-1001")))
    kept = await store.run(lambda unit: unit.case("NG-1001"))
    assert kept == replace(case("NG-1001"), version=1)
    assert await store.run(lambda unit: unit.open_case_of("U1")) == kept
    assert await store.run(lambda unit: unit.open_case_of("U2")) is None
    assert await store.run(lambda unit: unit.case("NG-9999")) is None


async def test_a_closed_case_is_not_the_persons_open_one(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(case("NG-1001")))
    await store.run(lambda unit: unit.save_case(replace(case("NG-1001"), state="closed", version=1)))
    assert await store.run(lambda unit: unit.open_case_of("U1")) is None
    await store.run(lambda unit: unit.save_case(case("NG-1002")))
    found = await store.run(lambda unit: unit.open_case_of("U1"))
    assert found is not None
    assert found.number == "NG-1002"


async def test_a_person_has_one_open_case(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(case("NG-1001")))
    with pytest.raises(SavedElsewhere):
        await store.run(lambda unit: unit.save_case(case("NG-1002")))


async def test_a_case_saved_by_somebody_else_is_not_overwritten(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(case("NG-1001")))
    claimed = replace(case("NG-1001"), state="claimed", owner="S1", version=1)
    await store.run(lambda unit: unit.save_case(claimed))
    with pytest.raises(SavedElsewhere):
        await store.run(lambda unit: unit.save_case(replace(claimed, owner="S2")))
    kept = await store.run(lambda unit: unit.case("NG-1001"))
    assert kept is not None
    assert kept.owner == "S1"


async def test_the_place_of_a_card_is_kept_with_its_case(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(case("NG-1001")))
    await store.run(lambda unit: unit.card_sent("NG-1001", "C1", "5.5"))
    kept = await store.run(lambda unit: unit.case("NG-1001"))
    assert kept is not None
    assert (kept.card_channel, kept.card_ts, kept.version) == ("C1", "5.5", 1)
