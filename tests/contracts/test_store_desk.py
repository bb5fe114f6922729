"""The contract of what the desk keeps: lists of cases, messages, the audit, reminders, receipts."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.engine.clocks import Stopwatch, Watches
from bot.errors import SavedElsewhere
from bot.service.case_row import CaseRow
from bot.service.desk_ports import Wanted
from bot.service.desk_records import Act, CaseMessage, Receipt, Reminder
from bot.service.ports import THREAD_OF_CARD, Delivery, Store
from bot.service.verdict import Verdict, write_down
from tests.contracts.examples import after, case, says

RECEIPT = Receipt("7F3KP", "U1.own.1", "nextgen", "f" * 8, {"filer": "attorney"}, "Next step: ...", after(0))


def written(ts: str = "1.1", number: str = "NG-1001") -> CaseMessage:
    return CaseMessage(
        number, "C1", ts, "S1", "staff", "reply", "Call PACER.", after(1), name="Sam", seen=True
    )


def reminder(key: str, seconds: float, number: str = "NG-1001") -> Reminder:
    return Reminder(key, number, "first_response", "thread", after(seconds))


async def keep(store: Store, *cases: CaseRow) -> None:
    for one in cases:
        await store.run(lambda unit, one=one: unit.save_case(one))  # type: ignore[misc]


async def numbers(store: Store, wanted: Wanted, limit: int = 10) -> list[str]:
    return [one.number for one in await store.run(lambda unit: unit.desk.cases(wanted, limit))]


async def test_all_that_a_case_went_through_comes_back(store: Store) -> None:
    full = replace(
        case("NG-1001"),
        topic="nextgen",
        queue="admissions",
        outcome="solved",
        rating="good",
        receipt="7F3KP",
        held=True,
        answered=after(1),
        heard=after(2),
        spoken=after(3),
        snoozed=after(4),
        closed=after(5),
        watches=Watches(
            Stopwatch("next_response:1", timedelta(minutes=7), after(2)), Stopwatch("resolution:1")
        ),
    )
    await keep(store, full)
    assert await store.run(lambda unit: unit.case("NG-1001")) == replace(full, version=1)


async def test_a_person_has_one_open_case_for_each_topic(store: Store) -> None:
    await keep(store, case("NG-1001"), replace(case("NG-1002"), topic="mfa", opened=after(9)))
    newest = await store.run(lambda unit: unit.open_case_of("U1"))
    assert newest is not None
    assert newest.number == "NG-1002"
    with pytest.raises(SavedElsewhere):
        await keep(store, replace(case("NG-1003"), topic="mfa"))


async def test_the_queue_has_urgent_cases_first_and_then_the_oldest(store: Store) -> None:
    await keep(
        store,
        replace(case("NG-1001", "U1"), opened=after(30)),
        replace(case("NG-1002", "U2"), opened=after(10)),
        replace(case("NG-1003", "U3"), opened=after(20), urgent=True),
        replace(case("NG-1004", "U4"), opened=after(0), state="closed"),
    )
    assert await numbers(store, Wanted()) == ["NG-1003", "NG-1002", "NG-1001"]
    assert await numbers(store, Wanted(), limit=1) == ["NG-1003"]
    rest = await store.run(lambda unit: unit.desk.cases(Wanted(), 1, skip=1))
    assert [one.number for one in rest] == ["NG-1002"]
    assert await numbers(store, Wanted(open=False)) == ["NG-1003", "NG-1004", "NG-1002", "NG-1001"]
    assert await store.run(lambda unit: unit.desk.count(Wanted())) == 3


async def test_a_list_holds_only_what_was_asked_for(store: Store) -> None:
    await keep(
        store,
        replace(case("NG-1001", "U1"), owner="S1", state="claimed"),
        replace(case("NG-1002", "U2"), queue="admissions"),
        replace(case("NG-1003", "U3"), urgent=True, receipt="7F3KP"),
    )
    assert await numbers(store, Wanted(receipt="7F3KP")) == ["NG-1003"]
    assert await numbers(store, Wanted(owner="S1")) == ["NG-1001"]
    assert await numbers(store, Wanted(queue="admissions")) == ["NG-1002"]
    assert await numbers(store, Wanted(person="U3")) == ["NG-1003"]
    assert await numbers(store, Wanted(unowned=True)) == ["NG-1003", "NG-1002"]
    assert await numbers(store, Wanted(urgent=True)) == ["NG-1003"]


async def test_a_case_is_found_by_its_card(store: Store) -> None:
    await keep(store, case("NG-1001"))
    await store.run(lambda unit: unit.card_sent("NG-1001", "C1", "5.5"))
    found = await store.run(lambda unit: unit.desk.case_of_card("C1", "5.5"))
    assert found is not None
    assert found.number == "NG-1001"
    assert await store.run(lambda unit: unit.desk.case_of_card("C1", "6.6")) is None


async def test_a_message_is_kept_once_with_the_place_of_its_copy(store: Store) -> None:
    kept = await store.run(lambda unit: unit.desk.keep_message(written()))
    assert kept.id
    await store.run(lambda unit: unit.desk.mirrored(kept.id, "D1", "2.2"))
    edited = replace(kept, text="Call us.", versions=("Call PACER.",), gone=True)
    await store.run(lambda unit: unit.desk.keep_message(edited))
    found = await store.run(lambda unit: unit.desk.message("C1", "1.1"))
    assert found == replace(edited, mirror_channel="D1", mirror_ts="2.2")
    assert await store.run(lambda unit: unit.desk.message("C1", "9.9")) is None


async def test_a_message_that_did_not_arrive_says_why_until_it_does(store: Store) -> None:
    kept = await store.run(lambda unit: unit.desk.keep_message(written()))
    await store.run(lambda unit: unit.desk.not_mirrored(kept.id, "channel_not_found"))
    found = await store.run(lambda unit: unit.desk.message("C1", "1.1"))
    assert found is not None
    assert found.failed == "channel_not_found"
    await store.run(lambda unit: unit.desk.mirrored(kept.id, "D1", "2.2"))
    found = await store.run(lambda unit: unit.desk.message("C1", "1.1"))
    assert found is not None
    assert found.failed == ""


async def test_the_messages_of_a_case_come_in_order(store: Store) -> None:
    for message in (written("1.1"), written("1.2", "NG-1002"), written("1.3")):
        await store.run(lambda unit, one=message: unit.desk.keep_message(one))  # type: ignore[misc]
    found = await store.run(lambda unit: unit.desk.messages("NG-1001"))
    assert [one.ts for one in found] == ["1.1", "1.3"]


async def test_the_audit_keeps_every_act_in_order(store: Store) -> None:
    acts = [
        Act("S1", "claimed", after(1), "NG-1001", "Sam"),
        Act("S2", "taken_over", after(2), "NG-1001", "Stella", {"from": "S1"}),
    ]
    for act in [*acts, Act("bot", "outage_ended", after(3))]:
        await store.run(lambda unit, one=act: unit.desk.note(one))  # type: ignore[misc]
    found = await store.run(lambda unit: unit.desk.acts("NG-1001"))
    assert [replace(one, id=0) for one in found] == acts
    assert [one.id for one in found] == sorted({one.id for one in found})
    later = await store.run(lambda unit: unit.desk.acts_since(after(2)))
    assert [one.what for one in later] == ["taken_over"], "what concerns no case is left out"


async def test_a_reminder_is_due_at_its_time_and_said_once(store: Store) -> None:
    await store.run(lambda unit: unit.desk.remind("NG-1001", [reminder("a", 10), reminder("b", 5)]))
    assert await store.run(lambda unit: unit.desk.due_reminders(after(4), 9)) == []
    assert await store.run(lambda unit: unit.desk.next_reminder()) == after(5)
    due = await store.run(lambda unit: unit.desk.due_reminders(after(10), 9))
    assert [one.key for one in due] == ["b", "a"]
    assert len(await store.run(lambda unit: unit.desk.due_reminders(after(10), 1))) == 1
    assert await store.run(lambda unit: unit.desk.reminded(due[0], after(10)))
    assert not await store.run(lambda unit: unit.desk.reminded(due[0], after(11)))
    assert await store.run(lambda unit: unit.desk.next_reminder()) == after(10)
    assert await store.run(lambda unit: unit.desk.due_reminders(after(11), 9)) == [due[1]]
    await store.run(lambda unit: unit.desk.remind("NG-1001", []))
    assert await store.run(lambda unit: unit.desk.next_reminder()) is None


async def test_new_reminders_of_a_case_take_the_place_of_the_old_and_what_was_said_stays_said(
    store: Store,
) -> None:
    first, second, other = reminder("a", 1), reminder("b", 2), reminder("c", 3, "NG-1002")
    await store.run(lambda unit: unit.desk.remind("NG-1001", [first, second]))
    await store.run(lambda unit: unit.desk.remind("NG-1002", [other]))
    await store.run(lambda unit: unit.desk.reminded(first, after(1)))
    await store.run(lambda unit: unit.desk.remind("NG-1001", [first, reminder("d", 4)]))
    due = await store.run(lambda unit: unit.desk.due_reminders(after(9), 9))
    assert [one.key for one in due] == ["c", "d"]
    assert not await store.run(lambda unit: unit.desk.reminded(second, after(9)))


async def test_a_receipt_shows_the_answer_again_and_its_code_is_never_taken_twice(store: Store) -> None:
    assert await store.run(lambda unit: unit.desk.keep_receipt(RECEIPT))
    assert await store.run(lambda unit: unit.desk.keep_receipt(RECEIPT)), "the same answer keeps its code"
    assert not await store.run(lambda unit: unit.desk.keep_receipt(replace(RECEIPT, conversation="U2.own.1")))
    assert await store.run(lambda unit: unit.desk.receipt("7F3KP")) == RECEIPT
    assert await store.run(lambda unit: unit.desk.receipt("22222")) is None


def of_case(key: str, **changes: Any) -> Delivery:
    """A row that belongs to the case NG-1001, for the staff channel unless it says otherwise."""
    return replace(Delivery(key, "channel:C1", "post", says(key), after(0), case="NG-1001"), **changes)


async def outgoing(store: Store, *rows: Delivery) -> list[Delivery]:
    """What a sender gets of these rows when each is sent at once, in order."""
    await keep(store, case("NG-1001"))
    for row in rows:
        await store.run(lambda unit, row=row: unit.enqueue(row))  # type: ignore[misc]
    return [await sent(store, f"{place}.0") for place in range(1, len(rows) + 1)]


async def sent(store: Store, ts: str) -> Delivery:
    """The next row, sent as the message with this ts."""
    (row,) = await store.run(lambda unit: unit.claim(after(0), 60, 1))
    verdict = Verdict("sent", ts=ts, channel=row.to.partition(":")[2])
    await store.run(lambda unit: write_down(unit, row, verdict, after(0)))
    return row


async def test_what_is_said_in_the_thread_of_a_card_finds_it(store: Store) -> None:
    _, said = await outgoing(store, of_case("card"), of_case("said", thread=THREAD_OF_CARD))
    assert said.under == "1.0"
    kept = await store.run(lambda unit: unit.case("NG-1001"))
    assert kept is not None
    assert kept.card_ts == "1.0", "what is said under it is not the card"


async def test_a_change_of_a_copy_finds_it(store: Store) -> None:
    kept = await store.run(lambda unit: unit.desk.keep_message(written()))
    copy = of_case("copy", to="person:U1", message=kept.id)
    _, change = await outgoing(store, copy, replace(copy, key="change", act="update"))
    assert (change.act, change.ts, change.message) == ("update", "1.0", kept.id)


async def test_a_card_that_is_shown_anew_leaves_alone_what_is_said_under_it(store: Store) -> None:
    await keep(store, case("NG-1001"))
    kept = await store.run(lambda unit: unit.desk.keep_message(written()))
    rows = (of_case("card"), of_case("said", thread=THREAD_OF_CARD), of_case("copy", message=kept.id))
    for row in rows:
        await store.run(lambda unit, row=row: unit.enqueue(row))  # type: ignore[misc]
    await store.run(lambda unit: unit.refresh(of_case("anew")))
    got = [await sent(store, f"{place}.0") for place in range(1, 4)]
    assert [one.content for one in got] == [says("anew"), says("said"), says("copy")]


async def test_a_copy_that_is_given_up_says_why(store: Store) -> None:
    kept = await store.run(lambda unit: unit.desk.keep_message(written()))
    await keep(store, case("NG-1001"))
    await store.run(lambda unit: unit.enqueue(of_case("copy", message=kept.id)))
    (row,) = await store.run(lambda unit: unit.claim(after(0), 60, 1))
    given_up = Verdict("bury", error="is_archived")
    await store.run(lambda unit: write_down(unit, row, given_up, after(0)))
    found = await store.run(lambda unit: unit.desk.message("C1", "1.1"))
    assert found is not None
    assert found.failed == "is_archived"


async def test_the_newest_receipt_of_a_talk_is_found(store: Store) -> None:
    later = replace(RECEIPT, code="9H4WD", at=after(9), told={})
    other = replace(RECEIPT, code="9H4WF", at=after(99), conversation="U1.own.2")
    for one in (later, RECEIPT, other):
        await store.run(lambda unit, one=one: unit.desk.keep_receipt(one))  # type: ignore[misc]
    assert await store.run(lambda unit: unit.desk.newest_receipt("U1.own.1")) == "9H4WD"
    assert await store.run(lambda unit: unit.desk.newest_receipt("U9.own.1")) == ""
