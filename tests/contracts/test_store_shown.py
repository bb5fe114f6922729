"""The contract of what is shown anew: a case's card and a person's App Home, where only the newest counts."""

from dataclasses import replace

from bot.service.ports import Delivery, Store, Unit
from tests.contracts.examples import LEASE, NOON, after, card, case, says, to_filer


async def claim(store: Store, seconds: float = 0) -> list[Delivery]:
    """What a sender gets so many seconds after noon."""
    return list(await store.run(lambda unit: unit.claim(after(seconds), LEASE, 9)))


def card_row(key: str, act: str, title: str) -> Delivery:
    """A row that shows the card of NG-1001 in the staff channel."""
    row = Delivery(key=key, to="channel:C1", act="post", content=card(title), due=NOON, case="NG-1001")
    return replace(row, act="update") if act == "update" else row


def refresh(title: str, key: str) -> Delivery:
    return card_row(key, "update", title)


async def test_a_card_that_was_not_sent_yet_is_refreshed_where_it_waits(store: Store) -> None:
    def work(unit: Unit) -> None:
        unit.save_case(case("NG-1001"))
        unit.enqueue(card_row("card", "post", "open"))
        unit.refresh(refresh("claimed", "press1"))

    await store.run(work)
    (row,) = await claim(store)
    assert (row.act, row.content) == ("post", card("claimed"))
    await store.run(lambda unit: unit.sent(row, "5.5", NOON))
    assert await claim(store) == []


async def test_a_card_already_on_its_way_is_updated_wherever_it_lands(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(case("NG-1001")))
    await store.run(lambda unit: unit.enqueue(card_row("card", "post", "open")))
    (post,) = await claim(store)
    await store.run(lambda unit: unit.refresh(refresh("claimed", "press1")))
    await store.run(lambda unit: unit.refresh(refresh("closed", "press2")))

    def sent(unit: Unit) -> None:
        unit.sent(post, "5.5", NOON)
        unit.card_sent("NG-1001", "C1", "5.5")

    await store.run(sent)
    (update,) = await claim(store)
    assert (update.key, update.act, update.ts) == ("press1", "update", "5.5")
    assert update.content == card("closed"), "the last state is shown, once"


async def test_a_card_of_unknown_outcome_keeps_its_words(store: Store) -> None:
    await store.run(lambda unit: unit.save_case(case("NG-1001")))
    await store.run(lambda unit: unit.enqueue(card_row("card", "post", "open")))
    (post,) = await claim(store)
    await store.run(lambda unit: unit.unsure(post, after(1), NOON))
    await store.run(lambda unit: unit.refresh(refresh("claimed", "press1")))
    (again,) = await claim(store, 1)
    assert again.content == card("open")
    assert await store.run(lambda unit: unit.backlog(NOON)) == (2, 0.0)


def home(key: str, words: str, person: str = "U1") -> Delivery:
    """A row that shows these words on a person's App Home."""
    return Delivery(key, f"home:{person}", "publish", says(words), NOON)


async def test_of_several_homes_that_wait_only_the_newest_is_shown(store: Store) -> None:
    def work(unit: Unit) -> None:
        unit.enqueue(to_filer("turn:Ev1"))
        unit.refresh(home("home:1", "first"))
        unit.refresh(home("home:2", "second"))
        unit.refresh(home("home:3", "of another", "U2"))

    await store.run(work)
    rows = {row.key: row for row in await claim(store)}
    assert list(rows) == ["turn:Ev1", "home:1", "home:3"], "a home is a place of its own"
    assert rows["turn:Ev1"].content == says("turn:Ev1")
    assert rows["home:1"] == replace(home("home:1", "second"), id=rows["home:1"].id, created=NOON)
    assert rows["home:3"].content == says("of another")


async def test_a_home_on_its_way_is_followed_by_the_newest(store: Store) -> None:
    await store.run(lambda unit: unit.refresh(home("home:1", "first")))
    (first,) = await claim(store)
    await store.run(lambda unit: unit.refresh(home("home:2", "second")))
    await store.run(lambda unit: unit.refresh(home("home:3", "third")))
    assert await claim(store) == [], "the newer never overtakes the older"
    await store.run(lambda unit: unit.sent(first, "", NOON))
    (row,) = await claim(store)
    assert row.content == says("third")


async def test_a_home_that_must_wait_is_refreshed_where_it_waits(store: Store) -> None:
    await store.run(lambda unit: unit.refresh(home("home:1", "first")))
    (first,) = await claim(store)
    await store.run(lambda unit: unit.later(first, after(5)))
    await store.run(lambda unit: unit.refresh(home("home:2", "second")))
    (row,) = await claim(store, 5)
    await store.run(lambda unit: unit.sent(row, "", after(5)))
    assert (row.key, row.content) == ("home:1", says("second"))
    assert await claim(store, 5) == []


async def test_a_home_is_no_message(store: Store) -> None:
    await store.run(lambda unit: unit.refresh(home("home:1", "first")))
    (row,) = await claim(store)
    await store.run(lambda unit: unit.sent(row, "", NOON))
    assert await store.run(lambda unit: unit.newest_sent("person:U1")) == ""
