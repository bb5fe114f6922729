"""The contract of a store's outbox: order, claims, unknown outcomes, and what is forgotten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.service.ports import Delivery, Store, Unit
from tests.contracts.examples import LEASE, NOON, after, says, to_filer


async def fill(store: Store, *deliveries: Delivery) -> None:
    """Put rows into the outbox, in order."""
    for delivery in deliveries:
        await store.run(lambda unit, delivery=delivery: unit.enqueue(delivery))  # type: ignore[misc]


async def claim(store: Store, seconds: float = 0, *resting: str, limit: int = 9) -> list[Delivery]:
    """What a sender gets so many seconds after noon."""
    return list(await store.run(lambda unit: unit.claim(after(seconds), LEASE, limit, resting)))


def keys(deliveries: list[Delivery]) -> list[str]:
    return [delivery.key for delivery in deliveries]


async def test_a_row_comes_out_as_it_was_put_in(store: Store) -> None:
    given = replace(
        to_filer("turn:Ev1"), act="replace", ts="1.1", response_url="https://answer", thread="0.5"
    )
    await fill(store, given)
    (row,) = await claim(store)
    assert row == replace(given, id=row.id, created=NOON)


async def test_the_same_key_is_put_in_once(store: Store) -> None:
    await fill(store, to_filer("turn:Ev1"), replace(to_filer("turn:Ev1"), content=says("again")))
    (row,) = await claim(store)
    assert row.content == says("turn:Ev1")
    assert await store.run(lambda unit: unit.backlog(NOON)) == (1, 0.0)


async def test_only_the_head_row_of_each_place_is_claimed(store: Store) -> None:
    await fill(store, to_filer("a1", "A"), to_filer("a2", "A"), to_filer("b1", "B"))
    assert keys(await claim(store)) == ["a1", "b1"]
    assert await claim(store) == [], "a claimed row is nobody else's, and the row behind it waits"


async def test_the_next_row_of_a_place_follows_when_the_first_is_sent(store: Store) -> None:
    await fill(store, to_filer("a1"), to_filer("a2"))
    (first,) = await claim(store)
    await store.run(lambda unit: unit.sent(first, "1.1", NOON))
    assert keys(await claim(store)) == ["a2"]


async def test_a_head_row_that_is_not_due_keeps_its_place(store: Store) -> None:
    await fill(store, replace(to_filer("a1"), due=after(10)), to_filer("a2"))
    assert await claim(store) == []
    assert keys(await claim(store, 10)) == ["a1"]


async def test_a_resting_place_is_left_alone(store: Store) -> None:
    await fill(store, to_filer("a1", "A"), to_filer("b1", "B"))
    assert keys(await claim(store, 0, "person:A")) == ["b1"]
    assert keys(await claim(store)) == ["a1"]


async def test_no_more_rows_are_claimed_than_asked_for(store: Store) -> None:
    await fill(store, to_filer("a1", "A"), to_filer("b1", "B"))
    assert keys(await claim(store, limit=1)) == ["a1"]


async def test_a_row_nobody_marked_comes_back_as_of_unknown_outcome(store: Store) -> None:
    await fill(store, to_filer("a1"))
    (first,) = await claim(store)
    assert (first.tries, first.claimed) == (0, None)
    assert await claim(store, LEASE - 1) == []
    (second,) = await claim(store, LEASE)
    assert (second.tries, second.claimed) == (1, NOON)


async def test_rows_of_a_dead_process_come_back_at_once_as_of_unknown_outcome(store: Store) -> None:
    await fill(store, to_filer("a1"))
    await claim(store)
    assert await store.run(lambda unit: unit.release_claims()) == 1
    (row,) = await claim(store, 1)
    assert (row.tries, row.claimed) == (1, NOON)


async def test_a_row_given_back_untouched_is_as_it_was(store: Store) -> None:
    await fill(store, to_filer("a1"))
    (first,) = await claim(store)
    await store.run(lambda unit: unit.later(first, after(30)))
    assert await claim(store, 29) == []
    (again,) = await claim(store, 30)
    assert (again.tries, again.claimed) == (0, None)


async def test_a_look_up_that_failed_keeps_the_attempt_it_was_about(store: Store) -> None:
    await fill(store, to_filer("a1"))
    (first,) = await claim(store)
    await store.run(lambda unit: unit.unsure(first, after(12), after(11)))
    (second,) = await claim(store, 12)
    assert (second.tries, second.claimed) == (1, after(11))
    await store.run(lambda unit: unit.later(second, after(20)))
    (third,) = await claim(store, 20)
    assert (third.tries, third.claimed) == (1, after(11))


async def test_a_sent_row_stays_sent(store: Store) -> None:
    await fill(store, to_filer("a1"))
    (row,) = await claim(store)
    await store.run(lambda unit: unit.sent(row, "1.1", NOON))
    await store.run(lambda unit: unit.sent(row, "9.9", after(9)))
    assert await store.run(lambda unit: unit.release_claims()) == 0
    assert await claim(store, 1000) == []
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == "1.1"


LATE_VERDICTS: dict[str, Callable[[Unit, Delivery], None]] = {
    "later": lambda unit, row: unit.later(row, after(LEASE)),
    "unsure": lambda unit, row: unit.unsure(row, after(LEASE), after(LEASE)),
    "bury": lambda unit, row: unit.bury(row, "msg_too_long", after(LEASE)),
    "as_post": lambda unit, row: unit.as_post(row, after(LEASE)),
}


@pytest.mark.parametrize("verdict", LATE_VERDICTS)
async def test_who_comes_back_after_the_lease_does_not_disturb_who_has_the_row_now(
    store: Store, verdict: str
) -> None:
    await fill(store, replace(to_filer("a1"), act="replace", ts="1.1", response_url="https://answer"))
    (stale,) = await claim(store)
    await claim(store, LEASE)
    await store.run(lambda unit: LATE_VERDICTS[verdict](unit, stale))
    assert await claim(store, LEASE + 1) == [], "it is leased to the second"
    assert await store.run(lambda unit: unit.dead_letters()) == []
    (row,) = await claim(store, 2 * LEASE)
    assert (row.act, row.tries, row.claimed) == ("replace", 2, after(LEASE))


async def test_what_was_sent_is_believed_from_whoever_sent_it(store: Store) -> None:
    await fill(store, to_filer("a1"))
    (stale,) = await claim(store)
    (second,) = await claim(store, LEASE)
    await store.run(lambda unit: unit.sent(stale, "1.1", after(LEASE)))
    await store.run(lambda unit: unit.later(second, after(LEASE)))
    assert await claim(store, 1000) == []


async def test_a_buried_row_leaves_a_dead_letter_and_lets_the_next_go(store: Store) -> None:
    await fill(store, to_filer("a1"), to_filer("a2"))
    (row,) = await claim(store)
    await store.run(lambda unit: unit.bury(row, "msg_too_long", NOON))
    (letter,) = await store.run(lambda unit: unit.dead_letters())
    assert (letter.key, letter.error, letter.at) == ("a1", "msg_too_long", NOON)
    assert keys(await claim(store)) == ["a2"]


async def test_a_replacement_that_failed_becomes_an_ordinary_post(store: Store) -> None:
    await fill(store, replace(to_filer("a1"), act="replace", ts="1.1", response_url="https://answer"))
    (row,) = await claim(store)
    await store.run(lambda unit: unit.as_post(row, after(1)))
    (post,) = await claim(store, 1)
    assert (post.act, post.ts, post.response_url, post.tries) == ("post", "", "", 0)
    assert post.content == row.content


async def test_the_newest_message_is_the_last_one_put_in(store: Store) -> None:
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == ""
    await fill(store, to_filer("a1"))
    (row,) = await claim(store)
    await store.run(lambda unit: unit.sent(row, "1.1", NOON))
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == "1.1"
    await fill(store, replace(to_filer("a2"), act="replace", ts="1.1", response_url="https://answer"))
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == "1.1", "it is replaced in its place"
    await fill(store, to_filer("a3"))
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == "", "a newer one is on its way"


async def test_a_buried_message_is_not_the_newest(store: Store) -> None:
    await fill(store, to_filer("a1"), to_filer("a2"))
    (first,) = await claim(store)
    await store.run(lambda unit: unit.sent(first, "1.1", NOON))
    (second,) = await claim(store)
    await store.run(lambda unit: unit.bury(second, "msg_too_long", NOON))
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == "1.1"


async def test_a_known_channel_comes_with_the_row(store: Store) -> None:
    await store.run(lambda unit: unit.keep_channel("person:U1", "D1"))
    await store.run(lambda unit: unit.keep_channel("person:U1", "D2"))
    assert await store.run(lambda unit: unit.channel_of("person:U1")) == "D2"
    assert await store.run(lambda unit: unit.channel_of("person:U2")) == ""
    await fill(store, to_filer("a1"))
    (row,) = await claim(store)
    assert row.channel == "D2"


async def test_sent_rows_are_forgotten_after_a_week(store: Store) -> None:
    await fill(store, to_filer("a1"))
    (row,) = await claim(store)
    await store.run(lambda unit: unit.sent(row, "1.1", NOON))
    assert await store.run(lambda unit: unit.prune(NOON + timedelta(days=6))) == 0
    assert await store.run(lambda unit: unit.prune(NOON + timedelta(days=8))) == 1
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == ""


async def test_a_row_that_waits_is_never_forgotten(store: Store) -> None:
    await fill(store, to_filer("a1"))
    await store.run(lambda unit: unit.prune(NOON + timedelta(days=99)))
    assert keys(await claim(store)) == ["a1"]


async def test_response_addresses_are_erased_after_half_an_hour(store: Store) -> None:
    await fill(store, replace(to_filer("a1"), act="replace", ts="1.1", response_url="https://answer"))
    assert await store.run(lambda unit: unit.prune(after(29 * 60))) == 0
    assert await store.run(lambda unit: unit.prune(after(30 * 60))) == 1
    (row,) = await claim(store)
    assert (row.act, row.response_url) == ("replace", "")


async def test_the_backlog_tells_how_long_the_oldest_waits(store: Store) -> None:
    await fill(store, to_filer("a1"), replace(to_filer("a2"), due=after(10)))
    assert await store.run(lambda unit: unit.backlog(after(40))) == (2, 40.0)
