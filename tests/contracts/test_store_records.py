"""The contract of records: what goes when its time is over, what never goes, how a person is forgotten."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.engine.conversation import Conversation, Told
from bot.engine.outcome import Event
from bot.flow.keep import Keep
from bot.service.case_row import CaseRow
from bot.service.content import Card, Content
from bot.service.desk_records import Act, CaseMessage, Forgotten, Receipt
from bot.service.ports import DeadLetter, Delivery, Store, Unit
from tests.contracts.examples import NOON, case, conversation, says, to_filer

DAY = timedelta(days=1)
CARD = Content(
    card=Card(
        "Request NG-1001",
        ("From: @U1", "I cannot log in"),
        (("Whose?", "Mine"),),
        state="Closed.",
        person="U1",
        reasons=("Login fails.",),
        done=("Reset it.",),
        words=("my name is Doe", "person"),
        heads={"words": "Last messages:"},
    )
)
SHORT = Keep(cases=30 * DAY, words=10 * DAY, receipts=20 * DAY, answers=40 * DAY)


def closed(number: str = "NG-1001", person: str = "U1") -> CaseRow:
    return replace(case(number, person), state="closed", closed=NOON, card=CARD)


def message(number: str = "NG-1001", ts: str = "1.1") -> CaseMessage:
    return CaseMessage(number, "C1", ts, "S1", "staff", "reply", "Call PACER.", NOON)


def receipt(code: str = "7F3KP", talk: str = "U1.own.1") -> Receipt:
    return Receipt(code, talk, "nextgen", "f" * 8, {"filer": "viewer"}, "Next step: ...", NOON)


async def keep_case(store: Store, one: CaseRow) -> None:
    """The case, with a message and two acts, one of its filer's."""

    def work(unit: Unit) -> None:
        unit.save_case(one)
        unit.desk.keep_message(message(one.number, ts=one.number))
        unit.desk.note(Act(one.person, "opened", NOON, one.number))
        unit.desk.note(Act("S1", "closed", NOON, one.number, "Sam"))

    await store.run(work)


async def prune(store: Store, days: int, keep: Keep = SHORT) -> int:
    return await store.run(lambda unit: unit.prune(NOON + days * DAY, keep))


async def messages(store: Store, number: str = "NG-1001") -> int:
    return len(await store.run(lambda unit: unit.desk.messages(number)))


async def acts(store: Store, number: str = "NG-1001") -> list[tuple[str, str, str]]:
    return [(one.who, one.what, one.name) for one in await store.run(lambda unit: unit.desk.acts(number))]


async def test_the_words_of_a_closed_case_go_first_and_then_the_case(store: Store) -> None:
    await keep_case(store, closed())
    assert await prune(store, 10) == 0
    assert await prune(store, 11) == 1
    kept = await store.run(lambda unit: unit.case("NG-1001"))
    assert kept is not None
    assert kept.card.card == Card("Request NG-1001", (), state="Closed.", person="U1")
    assert await messages(store) == 0
    assert await prune(store, 12) == 0, "once is enough"
    assert await prune(store, 31) == 1
    assert await store.run(lambda unit: unit.case("NG-1001")) is None
    assert await acts(store) == [("U1", "opened", ""), ("S1", "closed", "")], "the audit stays, without names"


@pytest.mark.parametrize(
    "kept", [replace(closed(), held=True), replace(case("NG-1001"), closed=NOON, state="claimed")]
)
async def test_a_case_that_is_held_or_open_is_never_touched(store: Store, kept: CaseRow) -> None:
    await keep_case(store, kept)
    assert await prune(store, 9999) == 0
    assert await store.run(lambda unit: unit.case("NG-1001")) == replace(kept, version=1)
    assert await messages(store) == 1
    assert ("S1", "closed", "Sam") in await acts(store)


async def test_a_case_whose_last_words_are_still_to_be_sent_waits(store: Store) -> None:
    await keep_case(store, closed())
    row = Delivery("relay:1", "person:U1", "post", says("Call."), NOON, case="NG-1001", message=1)
    await store.run(lambda unit: unit.enqueue(row))
    assert await prune(store, 31) == 0
    (claimed,) = await store.run(lambda unit: unit.claim(NOON, 60, 9))
    await store.run(lambda unit: unit.sent(claimed, "9.9", NOON + 31 * DAY))
    assert await prune(store, 31) == 1


async def test_a_case_that_was_reopened_loses_its_words_again(store: Store) -> None:
    await keep_case(store, closed())
    await prune(store, 11)
    stripped = await store.run(lambda unit: unit.case("NG-1001"))
    assert stripped is not None
    await store.run(lambda unit: unit.save_case(replace(stripped, closed=NOON + 12 * DAY)))
    await store.run(lambda unit: unit.desk.keep_message(message()))
    assert await prune(store, 23) == 1
    assert await messages(store) == 0


async def test_a_bite_takes_few_cases(store: Store) -> None:
    for number in range(1001, 1024):
        await keep_case(store, closed(f"NG-{number}"))
    assert [await prune(store, 11) for _ in range(3)] == [20, 3, 0]


async def test_receipts_and_answers_go_when_the_court_says(store: Store) -> None:
    def work(unit: Unit) -> None:
        unit.desk.keep_receipt(receipt())
        unit.save(conversation(), NOON)
        unit.save(replace(conversation("U2.own"), owner="human", case="NG-1001"), NOON)

    await store.run(work)
    assert await prune(store, 20) == 0
    assert await prune(store, 21) == 1
    assert await store.run(lambda unit: unit.desk.receipt("7F3KP")) is None
    assert await prune(store, 41) == 1
    assert await store.run(lambda unit: unit.conversation("U1.own")) is None
    assert await store.run(lambda unit: unit.conversation("U2.own")) is not None, "a person has it"


async def known(store: Store, person: str) -> None:
    """Somebody who talked, got an answer, and has a closed case."""

    def work(unit: Unit) -> None:
        talk = Conversation(
            f"{person}.own", "moeb", person, flow="nextgen", told={"filer": Told("viewer", 1)}, done=("mfa",)
        )
        unit.save(replace(talk, recent=("I cannot log in",)), NOON)
        unit.record(talk, [Event("opened")], NOON)
        unit.desk.keep_receipt(receipt(f"7F3K{person[-1]}", f"{person}.own.1"))
        unit.keep_channel(f"person:{person}", "D1")
        unit.enqueue(replace(to_filer(f"turn:{person}"), to=f"person:{person}"))
        unit.enqueue(replace(to_filer(f"home:{person}"), to=f"home:{person}"))
        unit.dead_letter(DeadLetter(f"{person}.own.1", "desk", "no_staff_channel", NOON))

    await store.run(work)
    await keep_case(store, closed(f"NG-100{person[-1]}", person))


async def test_a_person_is_forgotten_and_nobody_else(store: Store) -> None:
    await known(store, "U1")
    await known(store, "U14")
    done = await store.run(lambda unit: unit.forget("U1"))
    assert done == Forgotten("forgotten:1", talks=1, receipts=1, cases=1)

    def left(unit: Unit, person: str) -> tuple[object, ...]:
        given = unit.desk.receipt(f"7F3K{person[-1]}")
        assert given is not None
        return (
            unit.conversation(f"{person}.own") is not None,
            len(unit.history(f"{person}.own")),
            given.conversation,
            unit.channel_of(f"person:{person}"),
            unit.case(f"NG-100{person[-1]}") is not None,
            len(unit.desk.messages(f"NG-100{person[-1]}")),
        )

    assert await store.run(lambda unit: left(unit, "U1")) == (False, 0, "", "", False, 0)
    assert await store.run(lambda unit: left(unit, "U14")) == (True, 1, "U14.own.1", "D1", True, 1)
    assert await acts(store) == [("forgotten:1", "opened", ""), ("S1", "closed", "")]
    assert [one.to for one in await store.run(lambda unit: unit.claim(NOON, 60, 9))] == [
        "person:U14",
        "home:U14",
    ]
    assert [one.key for one in await store.run(lambda unit: unit.dead_letters())] == ["U14.own.1"]
    assert [one.name for one in await store.run(lambda unit: unit.history("forgotten:1"))] == ["opened"]


@pytest.mark.parametrize("state", [{"held": True}, {"state": "claimed", "closed": None}])
async def test_a_case_that_is_open_or_held_stays_and_is_named(store: Store, state: dict[str, object]) -> None:
    await keep_case(store, replace(closed(), **state))  # type: ignore[arg-type]
    done = await store.run(lambda unit: unit.forget("U1"))
    assert (done.cases, done.kept) == (0, ("NG-1001",))
    assert await messages(store) == 1
    assert await acts(store) == [("U1", "opened", ""), ("S1", "closed", "Sam")]


async def test_a_talk_with_staff_stays_without_what_was_told_in_it(store: Store) -> None:
    talk = replace(
        conversation(), owner="human", case="NG-1001", helper="Sam", state="hand_over:pro_se",
        told={"filer": Told("viewer", 1)}, done=("mfa",), recent=("I cannot log in",),
    )  # fmt: skip
    await store.run(lambda unit: unit.save(talk, NOON))
    assert (await store.run(lambda unit: unit.forget("U1"))).talks == 1
    kept = await store.run(lambda unit: unit.conversation("U1.own"))
    assert kept is not None
    assert (kept.told, kept.done, kept.recent, kept.offered, kept.doubt) == ({}, (), (), (), None)
    assert (kept.owner, kept.case, kept.heard, kept.version) == ("human", "NG-1001", "pro_se", 2)


async def test_a_row_that_was_on_its_way_may_be_forgotten(store: Store) -> None:
    await store.run(lambda unit: unit.enqueue(to_filer("one")))
    (claimed,) = await store.run(lambda unit: unit.claim(NOON, 60, 9))
    await store.run(lambda unit: unit.forget("U1"))
    await store.run(lambda unit: unit.sent(claimed, "9.9", NOON))
    await store.run(lambda unit: unit.bury(claimed, "gone", NOON))
    await store.run(lambda unit: unit.later(claimed, NOON))
    assert await store.run(lambda unit: unit.claim(NOON, 60, 9)) == []
