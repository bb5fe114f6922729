"""The contract of a store: transactions, conversations, keys, events, flow versions and dead letters."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.errors import SavedElsewhere
from bot.service.ports import DeadLetter, Store, Unit
from tests.contracts.examples import NOON, after, conversation, to_filer


class Interrupted(Exception):
    """Stands for whatever goes wrong in the middle of a unit of work."""


async def test_a_unit_that_raises_leaves_nothing_behind(store: Store) -> None:
    def interrupted(unit: Unit) -> None:
        unit.first_sight(("Ev1",), NOON)
        unit.save(conversation(), NOON)
        unit.record(conversation(), [Event("opened")], NOON)
        unit.enqueue(to_filer("turn:Ev1"))
        unit.dead_letter(DeadLetter("Ev1", "desk", "Interrupted", NOON))
        unit.keep_channel("person:U1", "D1")
        unit.case_number()
        raise Interrupted

    with pytest.raises(Interrupted):
        await store.run(interrupted)
    assert await store.run(lambda unit: unit.conversation("U1.own")) is None
    assert await store.run(lambda unit: unit.history("U1.own")) == []
    assert await store.run(lambda unit: unit.backlog(NOON)) == (0, 0.0)
    assert await store.run(lambda unit: unit.dead_letters()) == []
    assert await store.run(lambda unit: unit.channel_of("person:U1")) == ""
    assert await store.run(lambda unit: unit.case_number()) == "NG-1001"
    assert await store.run(lambda unit: unit.first_sight(("Ev1",), NOON))


async def test_a_key_is_seen_for_the_first_time_once(store: Store) -> None:
    sights = [await store.run(lambda unit: unit.first_sight(("Ev1", "D1:1.0"), NOON)) for _ in range(2)]
    assert sights == [True, False]


async def test_one_known_key_is_enough_to_know_a_delivery_again(store: Store) -> None:
    await store.run(lambda unit: unit.first_sight(("Ev1", "D1:1.0"), NOON))
    assert not await store.run(lambda unit: unit.first_sight(("Ev2", "D1:1.0"), NOON))
    assert not await store.run(lambda unit: unit.first_sight(("Ev2",), NOON)), "Ev2 is remembered too"


async def test_a_key_written_twice_in_one_delivery_is_still_new(store: Store) -> None:
    assert await store.run(lambda unit: unit.first_sight(("Ev1", "Ev1"), NOON))


async def test_a_delivery_without_keys_and_a_turn_without_events_are_nothing_special(store: Store) -> None:
    assert await store.run(lambda unit: unit.first_sight((), NOON))
    await store.run(lambda unit: unit.record(conversation(), [], NOON))
    assert await store.run(lambda unit: unit.history("U1.own")) == []


async def test_of_many_copies_at_once_one_is_the_first(store: Store) -> None:
    copies = (store.run(lambda unit: unit.first_sight(("Ev1",), NOON)) for _ in range(20))
    assert sum(await asyncio.gather(*copies)) == 1


async def test_a_conversation_is_kept_with_a_new_version(store: Store) -> None:
    assert await store.run(lambda unit: unit.conversation("U1.own")) is None
    await store.run(lambda unit: unit.save(conversation(), NOON))
    kept = await store.run(lambda unit: unit.conversation("U1.own"))
    assert kept == replace(conversation(), version=1)


async def test_conversations_of_two_purposes_are_apart(store: Store) -> None:
    assisting = replace(conversation("U1.assist"), purpose="assist", state="account")
    await store.run(lambda unit: unit.save(conversation(), NOON))
    await store.run(lambda unit: unit.save(assisting, NOON))
    own = await store.run(lambda unit: unit.conversation("U1.own"))
    assert own is not None
    assert own.state == ""


@pytest.mark.parametrize("stale_version", [0, 1, 3])
async def test_saving_over_a_newer_version_is_refused(store: Store, stale_version: int) -> None:
    await store.run(lambda unit: unit.save(conversation(), NOON))
    await store.run(lambda unit: unit.save(replace(conversation(), version=1, state="account"), NOON))
    stale = replace(conversation(), version=stale_version, state="created")
    with pytest.raises(SavedElsewhere):
        await store.run(lambda unit: unit.save(stale, NOON))
    kept = await store.run(lambda unit: unit.conversation("U1.own"))
    assert kept is not None
    assert (kept.state, kept.version) == ("account", 2)


async def test_of_two_that_save_the_same_version_one_is_told(store: Store) -> None:
    await store.run(lambda unit: unit.save(conversation(), NOON))

    def save(state: str) -> Callable[[Unit], None]:
        return lambda unit: unit.save(replace(conversation(), version=1, state=state), NOON)

    results = await asyncio.gather(store.run(save("a")), store.run(save("b")), return_exceptions=True)
    assert [type(result) for result in results].count(SavedElsewhere) == 1


def set_aside(moment: datetime, unit: Unit) -> None:
    """As when the conversation cannot be read."""
    unit.set_aside("U1.own", moment)


async def test_a_conversation_set_aside_leaves_its_key_free(store: Store) -> None:
    for moment in (after(0), after(1)):
        await store.run(lambda unit: unit.save(conversation(), NOON))
        await store.run(partial(set_aside, moment))
        assert await store.run(lambda unit: unit.conversation("U1.own")) is None


async def test_events_are_told_in_the_order_they_happened(store: Store) -> None:
    happened = [Event("opened"), Event("answered", {"question": "filer", "how": "exact"})]
    await store.run(lambda unit: unit.record(conversation(), happened, NOON))
    await store.run(lambda unit: unit.record(conversation(), [Event("finished")], after(1)))
    await store.run(lambda unit: unit.record(conversation("U2.own"), [Event("opened")], after(2)))
    assert await store.run(lambda unit: unit.history("U1.own")) == [*happened, Event("finished")]


async def test_a_flow_version_is_kept_by_its_fingerprint(store: Store) -> None:
    await store.run(lambda unit: unit.keep_flow("f1", "nextgen", "flow: nextgen"))
    await store.run(lambda unit: unit.keep_flow("f1", "nextgen", "another text"))
    assert await store.run(lambda unit: unit.flow_text("f1")) == "flow: nextgen"
    assert await store.run(lambda unit: unit.flow_text("f2")) is None


async def test_the_same_error_of_the_same_key_is_one_dead_letter(store: Store) -> None:
    letters = [
        DeadLetter("Ev1", "desk", "ValueError", NOON),
        DeadLetter("Ev1", "desk", "ValueError", after(9)),
        DeadLetter("Ev1", "desk", "KeyError", after(10)),
    ]
    for letter in letters:
        await store.run(lambda unit, letter=letter: unit.dead_letter(letter))  # type: ignore[misc]
    assert await store.run(lambda unit: unit.dead_letters()) == [letters[0], letters[2]]


async def test_keys_are_forgotten_after_25_hours(store: Store) -> None:
    await store.run(lambda unit: unit.first_sight(("Ev1",), NOON))
    assert await store.run(lambda unit: unit.prune(NOON + timedelta(hours=24, minutes=59))) == 0
    assert await store.run(lambda unit: unit.prune(NOON + timedelta(hours=25, minutes=1))) == 1
    assert await store.run(lambda unit: unit.first_sight(("Ev1",), NOON))


async def test_a_bite_of_forgetting_is_small_and_the_next_goes_on(store: Store) -> None:
    keys = [f"Ev{number}" for number in range(700)]
    await store.run(lambda unit: unit.first_sight(keys, NOON))
    later = NOON + timedelta(hours=26)
    assert [await store.run(lambda unit: unit.prune(later)) for _ in range(3)] == [500, 200, 0]


async def test_a_bite_of_words_and_addresses_is_small_too(store: Store) -> None:
    def work(unit: Unit) -> None:
        for number in range(501):
            worded = replace(conversation(f"U{number}.own"), recent=("words",))
            unit.save(worded, NOON)
            row = replace(to_filer(f"turn:{number}"), act="replace", ts="1.1", response_url="https://answer")
            unit.enqueue(row)

    await store.run(work)
    later = NOON + timedelta(days=2)
    bites = [await store.run(lambda unit: unit.prune(later)) for _ in range(3)]
    assert bites == [1000, 2, 0]


async def test_recent_words_are_forgotten_after_a_day_and_nothing_else_is(store: Store) -> None:
    spoken = replace(conversation(), recent=("I cannot log in",))
    await store.run(lambda unit: unit.save(spoken, NOON))
    await store.run(lambda unit: unit.prune(NOON + timedelta(hours=23)))
    assert await _recent(store) == ("I cannot log in",)
    await store.run(lambda unit: unit.prune(NOON + timedelta(hours=25)))
    kept = await store.run(lambda unit: unit.conversation("U1.own"))
    assert kept == replace(spoken, recent=(), version=1)


async def test_events_are_forgotten_after_a_year_and_dead_letters_after_90_days(store: Store) -> None:
    def happen(unit: Unit) -> None:
        for moment in (NOON, NOON + timedelta(days=300)):
            unit.record(conversation(), [Event(f"day{(moment - NOON).days}")], moment)
            unit.dead_letter(DeadLetter(str(moment), "outbox", "gone", moment))

    await store.run(happen)
    assert await store.run(lambda unit: unit.prune(NOON + timedelta(days=89))) == 0
    assert await store.run(lambda unit: unit.prune(NOON + timedelta(days=366))) == 2
    assert [one.name for one in await store.run(lambda unit: unit.history("U1.own"))] == ["day300"]
    assert len(await store.run(lambda unit: unit.dead_letters())) == 1
    assert await store.run(lambda unit: unit.prune(NOON + timedelta(days=366))) == 0


async def test_everything_is_there_after_a_restart(reopened: Callable[[], Awaitable[Store]]) -> None:
    def work(unit: Unit) -> None:
        unit.first_sight(("Ev1",), NOON)
        unit.save(conversation(), NOON)
        unit.record(conversation(), [Event("opened")], NOON)
        unit.enqueue(to_filer("turn:Ev1"))

    await (await reopened()).run(work)
    store = await reopened()
    assert not await store.run(lambda unit: unit.first_sight(("Ev1",), NOON))
    assert await store.run(lambda unit: unit.conversation("U1.own")) == replace(conversation(), version=1)
    assert await store.run(lambda unit: unit.history("U1.own")) == [Event("opened")]
    claimed = await store.run(lambda unit: unit.claim(NOON, 60, 9))
    assert [one.key for one in claimed] == ["turn:Ev1"]


async def _recent(store: Store) -> tuple[str, ...]:
    kept: Conversation | None = await store.run(lambda unit: unit.conversation("U1.own"))
    return kept.recent if kept else ()
