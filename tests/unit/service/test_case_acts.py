"""Every act of the card: what it changes, who hears of it, what the audit says, and who may not do it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.service.case_row import CaseRow
from bot.service.content import Card
from bot.service.incoming import Ack
from bot.service.ports import Delivery
from tests.unit.service.office import FILER, STAFF, Office, told


@pytest.fixture
async def office() -> Office:
    """An office with a case in the staff channel that nobody has."""
    opened = Office()
    await opened.say("hi", "my own", "person")
    await opened.sent()
    return opened


@pytest.fixture
async def anns(office: Office) -> Office:
    """The same, and Ann has the case."""
    await office.staff("Ann", "claim")
    await office.sent()
    return office


def card_of(rows: list[Delivery]) -> Card:
    """The card among these rows, of which there is one."""
    (card,) = [row.content.card for row in rows if row.is_card]
    assert card is not None
    return card


def thread(rows: list[Delivery]) -> list[str]:
    """What is said under the card."""
    cards = [row.content.card for row in rows if row.to == STAFF and row.thread]
    return [" ".join(card.lines) for card in cards if card]


def acts(card: Card) -> list[str]:
    """What a card offers."""
    return [choice.answer for choice in card.actions]


async def test_a_note_is_kept_and_shown_in_the_thread_and_never_to_the_filer(anns: Office) -> None:
    asked = await anns.staff("Bob", "note")
    assert asked.form is not None
    assert [field.id for field in asked.form.fields] == ["words"]
    assert await anns.form("Bob", "note", words="He has *two* accounts.") == Ack()
    rows = await anns.sent()
    assert [row.to for row in rows] == [STAFF]
    assert thread(rows) == ["<note_by_form> Bob > He has *two* accounts."]
    (kept,) = await anns.run(lambda unit: unit.desk.messages("NG-1001"))
    assert (kept.kind, kept.text, kept.seen) == ("note", "He has *two* accounts.", False)
    assert (await anns.acts())[-1] == "noted"


async def test_an_empty_note_stays_in_its_form(anns: Office) -> None:
    assert await anns.form("Ann", "note", words="  ") == Ack(errors={"words": "<reply_empty>"})
    assert await anns.sent() == []


async def test_whoever_has_the_case_lets_it_go_and_the_filer_waits_again(anns: Office) -> None:
    assert await anns.staff("Ann", "let_go") == Ack()
    rows = await anns.sent()
    card = card_of(rows)
    assert card.state.startswith("<card_open>")
    assert acts(card)[0] == "claim"
    assert thread(rows) == ["<let_go> Ann"]
    assert told(rows) == "<let_go_told> NG-1001"
    assert ((await anns.conversation()).owner, (await anns.conversation()).helper) == ("waiting", "")
    assert (await anns.acts())[-1] == "let_go"


@pytest.mark.parametrize("act", ["let_go", "transfer", "snooze", "give_back", "close"])
async def test_only_who_has_the_case_may_do_this(anns: Office, act: str) -> None:
    before = await anns.case()
    assert await anns.staff("Bob", act) == Ack("<claimed_already> Ann")
    assert await anns.case() == before
    assert await anns.sent() == []


async def test_nobody_answers_or_lets_go_what_nobody_has(office: Office) -> None:
    for act in ("reply", "let_go"):
        assert await office.staff("Bob", act) == Ack("<claim_first>")


async def test_assigning_makes_somebody_else_the_owner_and_tells_them(office: Office) -> None:
    asked = await office.staff("Ann", "assign")
    assert asked.form is not None
    assert asked.form.fields[0].kind == "person"
    assert await office.form("Ann", "assign", person="S-Bob") == Ack()
    rows = await office.sent()
    assert card_of(rows).state.startswith("<card_claimed> Bob")
    assert thread(rows) == ["<assigned> Ann Bob"]
    assert told(rows) == "<claimed> Bob"
    (direct,) = [row.content.card for row in rows if row.to == "person:S-Bob"]
    assert direct is not None
    assert direct.lines == ("<assigned_to_you> NG-1001 Ann", "You asked for a person.")
    assert (await office.case()).owner == "S-Bob"
    (act,) = [one for one in await office.run(lambda u: u.desk.acts("NG-1001")) if one.what == "assigned"]
    assert (act.who, act.data["to"]) == ("S-Ann", "S-Bob")


async def test_a_case_is_not_assigned_to_somebody_who_is_not_staff(office: Office) -> None:
    refused = await office.form("Ann", "assign", person="U7")
    assert refused == Ack(errors={"person": "<assign_not_staff>"})
    assert not (await office.case()).owner
    assert await office.sent() == []


async def test_assigning_to_oneself_tells_nobody_in_a_direct_message(office: Office) -> None:
    await office.form("Ann", "assign", person="S-Ann")
    assert {row.to for row in await office.sent()} == {STAFF, FILER}


async def test_assigning_to_who_has_it_changes_nothing(anns: Office) -> None:
    assert await anns.form("Bob", "assign", person="S-Ann") == Ack()
    assert await anns.sent() == []


async def test_urgency_is_set_and_taken_away_and_both_are_written_down(anns: Office) -> None:
    await anns.staff("Bob", "urgent")
    card = card_of(await anns.sent())
    assert card.state.startswith("<card_urgent>")
    assert "calm" in acts(card)
    assert "urgent" not in acts(card)
    assert await anns.staff("Bob", "urgent") == Ack()
    assert await anns.sent() == [], "the second press changes nothing"
    await anns.staff("Ann", "calm")
    rows = await anns.sent()
    assert "<card_urgent>" not in card_of(rows).state
    assert thread(rows) == ["<calm_set> Ann"]
    assert (await anns.acts()).count("urgency_set") == 2


async def test_a_case_rests_until_a_time_at_the_court(anns: Office) -> None:
    asked = await anns.staff("Ann", "snooze")
    assert asked.form is not None
    assert [field.value for field in asked.form.fields] == ["2026-12-08", "09:00"]
    assert await anns.form("Ann", "snooze", day="2026-12-09", time="13:30") == Ack()
    rows = await anns.sent()
    assert (await anns.case()).snoozed == datetime(2026, 12, 9, 19, 30, tzinfo=UTC)
    assert "<card_snoozed> Wednesday, December 9, 1:30 p.m. CST" in card_of(rows).state
    assert "take_up" in acts(card_of(rows))


@pytest.mark.parametrize(
    ("day", "time", "error"),
    [
        ("2026-12-07", "09:00", "<snooze_past>"),
        ("", "", "<snooze_past>"),
        ("2027-03-01", "09:00", "<snooze_far> 60"),
    ],
)
async def test_a_case_does_not_rest_until_a_time_that_makes_no_sense(
    anns: Office, day: str, time: str, error: str
) -> None:
    assert await anns.form("Ann", "snooze", day=day, time=time) == Ack(errors={"day": error})
    assert (await anns.case()).snoozed is None


async def test_a_case_that_rests_is_taken_up_once(anns: Office) -> None:
    await anns.form("Ann", "snooze", day="2026-12-09", time="13:30")
    await anns.sent()
    await anns.staff("Bob", "take_up")
    assert thread(await anns.sent()) == ["<woken_by> Bob"]
    await anns.staff("Bob", "take_up")
    assert await anns.sent() == []
    assert (await anns.acts()).count("woken") == 1


async def test_a_case_that_rests_wakes_when_the_filer_writes(anns: Office) -> None:
    await anns.form("Ann", "snooze", day="2026-12-09", time="13:30")
    await anns.sent()
    await anns.say("it still fails")
    assert (await anns.case()).snoozed is None
    assert "<card_snoozed>" not in card_of(await anns.sent()).state


async def test_returned_to_the_bot_the_talk_goes_on_at_the_same_question(anns: Office) -> None:
    assert await anns.staff("Ann", "give_back") == Ack()
    rows = await anns.sent()
    assert told(rows).startswith("<returned>")
    assert "When was it made?" in told(rows)
    assert card_of(rows).state.startswith("<card_returned> Ann")
    assert acts(card_of(rows)) == []
    assert (await anns.case()).outcome == "returned"
    await anns.say("1")
    assert "Was it upgraded?" in told(await anns.sent()), "a number picks from the buttons that were shown"
    assert (await anns.acts())[-1] == "returned"


@pytest.mark.parametrize(
    "act", ["claim", "reply", "note", "assign", "let_go", "urgent", "snooze", "take_up", "give_back", "close"]
)
async def test_nothing_is_done_to_a_closed_case(anns: Office, act: str) -> None:
    await anns.staff("Ann", "give_back")
    await anns.sent()
    assert await anns.staff("Ann", act) == Ack("<closed_already>")
    assert await anns.sent() == []


@pytest.mark.parametrize("form", ["take_over", "reply", "note", "assign", "snooze"])
async def test_a_form_that_was_open_while_the_case_was_closed_does_nothing(anns: Office, form: str) -> None:
    await anns.staff("Ann", "give_back")
    await anns.sent()
    values = {"words": "Hello", "person": "S-Bob", "day": "2026-12-09", "time": "10:00"}
    assert await anns.form("Bob", form, **values) == Ack("<closed_already>")
    assert await anns.sent() == []


async def test_a_button_and_a_form_of_another_version_are_answered(office: Office) -> None:
    assert await office.staff("Ann", "explode") == Ack("<case_button_old>")
    assert await office.form("Ann", "explode") == Ack("<case_button_old>")


async def test_a_burst_of_acts_makes_one_update_of_the_card_that_says_the_last(anns: Office) -> None:
    for _ in range(20):
        await anns.staff("Ann", "urgent")
        await anns.staff("Ann", "calm")
    await anns.staff("Ann", "urgent")
    rows = await anns.sent()
    assert card_of(rows).state.startswith("<card_urgent>")
    assert len(thread(rows)) == 41, "the thread has all of them"


async def in_queues(office: Office, *queues: str) -> CaseRow:
    """The office's court sorts into these queues."""
    inside = office.desk._office
    rules = replace(inside.rules, queues=queues)
    office.desk._office = replace(inside, rules=rules)
    return await office.case()


async def test_without_queues_nothing_can_be_moved(office: Office) -> None:
    card = (await office.case()).card.card
    assert card is not None
    assert "transfer" not in acts(card)
    assert await office.staff("Ann", "transfer") == Ack("<transfer_nowhere>")


async def test_a_case_moved_to_another_queue_is_anybodys_there(anns: Office) -> None:
    await in_queues(anns, "Attorneys", "Money")
    asked = await anns.staff("Ann", "transfer")
    assert asked.form is not None
    assert asked.form.fields[0].options == (("Attorneys", "Attorneys"), ("Money", "Money"))
    assert await anns.form("Ann", "transfer", queue="Money") == Ack()
    rows = await anns.sent()
    assert "<card_queue> Money" in card_of(rows).lines
    assert thread(rows) == ["<transferred> Ann Money"]
    assert told(rows) == "<let_go_told> NG-1001"
    case = await anns.case()
    assert (case.queue, case.owner, case.state) == ("Money", "", "open")
    assert await anns.form("Ann", "transfer", queue="Money") == Ack()
    assert await anns.sent() == []


async def test_a_queue_that_is_not_there_is_refused(anns: Office) -> None:
    await in_queues(anns, "Attorneys", "Money")
    refused = await anns.form("Ann", "transfer", queue="Elsewhere")
    assert refused == Ack(errors={"queue": "<transfer_unknown>"})


async def test_who_is_not_staff_is_refused_and_the_audit_says_so_once(office: Office) -> None:
    asked = office.press_of("Eve", "claim")
    assert await office.desk.refuse(asked) == Ack("<not_staff>")
    await office.desk.refuse(asked)
    assert (await office.acts()).count("refused") == 1
    assert not (await office.case()).owner
