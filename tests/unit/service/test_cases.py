"""From the filer who needs a person to the person who helps: two deliveries, one owner, no dead end."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.service.content import Quote
from bot.service.incoming import Ack
from bot.service.ports import Store
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.unit.service.office import FILER, STAFF, Office, told, words


@pytest.fixture(params=["memory", "sqlite"])
async def office(request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    """An office where U1 has told one answer."""
    store: Store = MemoryStore("test") if request.param == "memory" else open_store("sqlite://", "test")
    opened = Office(store=store)
    await opened.say("hi", "my own")
    await opened.sent()
    yield opened
    await store.close()


async def handed_over(office: Office) -> Office:
    """The same, with the case in the staff channel."""
    await office.say("person")
    await office.sent()
    return office


async def test_a_hand_over_is_two_deliveries_filer_and_card(office: Office) -> None:
    await office.say("person")
    card, reply = await office.sent()
    assert (card.to, card.act, card.case) == (STAFF, "post", "NG-1001")
    assert (reply.to, reply.act) == (FILER, "post")
    assert "<handed_over> NG-1001" in words(reply.content)
    conversation = await office.conversation()
    assert (conversation.owner, conversation.case) == ("waiting", "NG-1001")


async def test_the_card_tells_who_why_and_the_answers_in_words(office: Office) -> None:
    await office.say("person")
    card, _ = await office.sent()
    assert card.content.card is not None
    assert card.content.card.title == "<case_title> NG-1001"
    assert card.content.card.lines == (
        "<card_who> @U1",
        "<card_why> You asked for a person.",
        "<card_opened> Monday, December 7, 10:00 a.m. CST",
    )
    assert card.content.card.path == (("Whose account is it?", "My own"),)
    assert card.content.card.state == "<card_open> <card_since> Monday, December 7, 10:00 a.m. CST"
    assert card.content.card.words == ("hi", "my own", "person")
    assert (await office.conversation()).recent == (), "the case has taken them over"
    assert card.content.card.person == "U1"
    buttons = [(one.question, one.answer, one.label) for one in card.content.card.actions]
    assert buttons[0] == ("case:NG-1001", "claim", "<claim_label>")
    assert [answer for _, answer, _ in buttons] == [
        "claim",
        "assign",
        "note",
        "urgent",
        "snooze",
        "give_back",
        "close",
    ]


async def test_what_cannot_wait_stands_first_on_the_card(office: Office) -> None:
    await office.say("my filing is due today")
    card, _ = await office.sent()
    assert card.content.card is not None
    assert card.content.card.state.startswith("<card_urgent>")
    assert (await office.case()).urgent


async def test_a_second_request_joins_the_open_case(office: Office) -> None:
    await handed_over(office)
    await office.say("my filing is due today")
    update, reply = await office.sent()
    assert (update.to, update.act, update.ts) == (STAFF, "update", (await office.case()).card_ts)
    assert "<card_urgent>" in words(update.content)
    assert "<card_again> A deadline is near." in words(update.content)
    assert "<handed_over> NG-1001" in words(reply.content)
    assert await office.run(lambda unit: unit.case("NG-1002")) is None


async def test_the_same_request_again_only_adds_what_was_said(office: Office) -> None:
    await handed_over(office)
    await office.say("back", "talk to somebody")
    rows = await office.sent()
    (card,) = [row.content.card for row in rows if row.to == STAFF]
    assert card is not None
    assert card.reasons == ("You asked for a person.",)
    assert card.words[-1] == "talk to somebody"
    assert "<handed_over> NG-1001" in told(rows)


async def test_a_claim_tells_the_filer_who_will_write_and_shows_on_the_card(office: Office) -> None:
    await handed_over(office)
    assert await office.staff("Ann", "claim") == Ack()
    card, reply = await office.sent()
    assert words(reply.content) == "<claimed> Ann"
    assert (card.act, card.content.card is not None) == ("update", True)
    assert "<card_claimed> Ann <card_filer_waits>" in words(card.content)
    assert card.content.card is not None
    acts = [action.answer for action in card.content.card.actions]
    assert acts == ["reply", "note", "assign", "let_go", "urgent", "snooze", "give_back", "close"]
    conversation = await office.conversation()
    assert (conversation.owner, conversation.helper) == ("human", "Ann")
    assert (await office.case()).owner == "S-Ann"


async def test_of_many_who_claim_at_once_one_wins_and_the_others_hear_who(office: Office) -> None:
    await handed_over(office)
    acks = await asyncio.gather(*(office.staff(f"S{number}", "claim") for number in range(10)))
    forms = [ack.form for ack in acks if ack.form]
    assert [(form.id, form.lines[0]) for form in forms] == [("take_over", "<claimed_already> S0")] * 9
    assert told(await office.sent()) == "<claimed> S0"


async def test_claiming_twice_says_nothing_twice(office: Office) -> None:
    await handed_over(office)
    await office.staff("Ann", "claim")
    await office.sent()
    assert await office.staff("Ann", "claim") == Ack()
    assert await office.sent() == []


async def test_a_claim_before_the_card_was_sent_goes_out_with_the_card(office: Office) -> None:
    await office.say("person")
    await office.staff("Ann", "claim")
    rows = await office.sent()
    (card,) = [row for row in rows if row.to == STAFF]
    assert card.act == "post"
    assert "<card_claimed> Ann <card_filer_waits>" in words(card.content)


async def test_while_a_person_has_the_case_words_go_to_them_and_the_bot_stays_out_of_it(
    office: Office,
) -> None:
    await handed_over(office)
    await office.staff("Ann", "claim")
    await office.sent()
    await office.say("my own")
    (copy,) = await office.sent()
    assert (copy.to, copy.under, copy.content.quote) == (
        STAFF,
        "3.0",
        Quote("<relay_from_filer> @U1", "my own", person="U1"),
    )
    await office.press("account", "none")
    assert told(await office.sent()) == "<with_staff> Ann"


async def test_closing_gives_the_filer_back_to_the_bot(office: Office) -> None:
    await handed_over(office)
    await office.staff("Ann", "claim")
    await office.form("Ann", "close", outcome="solved")
    rows = await office.sent()
    assert "<closed>" in told(rows)
    (card,) = [row for row in rows if row.to == STAFF]
    assert card.content.card is not None
    assert card.content.card.state.startswith("<card_closed> Ann")
    assert card.content.card.actions == ()
    await office.say("legacy")
    assert "Was it upgraded?" in told(await office.sent()), "at the question where it stopped"


async def test_only_who_has_the_case_closes_it(office: Office) -> None:
    await handed_over(office)
    await office.staff("Ann", "claim")
    assert await office.form("Bob", "close", outcome="solved") == Ack("<claimed_already> Ann")
    assert (await office.case()).state == "claimed"


async def test_a_case_nobody_has_is_closed_by_any_of_the_staff(office: Office) -> None:
    await handed_over(office)
    assert await office.form("Bob", "close", outcome="solved") == Ack()
    card, reply = await office.sent()
    assert "<card_closed> Bob" in words(card.content)
    assert words(reply.content).startswith("<closed>")


async def test_a_closed_case_is_not_claimed(office: Office) -> None:
    await handed_over(office)
    await office.form("Ann", "close", outcome="solved")
    assert await office.staff("Bob", "claim") == Ack("<closed_already>")


async def test_the_button_of_an_unknown_case_is_answered(office: Office) -> None:
    assert await office.staff("Ann", "claim", case="NG-77") == Ack("<case_unknown>")


async def test_a_filer_who_stops_takes_the_request_back(office: Office) -> None:
    await handed_over(office)
    await office.staff("Ann", "claim")
    await office.sent()
    await office.say("stop")
    card, reply = await office.sent()
    assert "<card_withdrawn>" in words(card.content)
    assert "<stopped>" in words(reply.content)
    assert (await office.case()).state == "closed"


async def test_after_a_closed_case_the_next_request_is_a_new_case(office: Office) -> None:
    await handed_over(office)
    await office.form("Ann", "close", outcome="solved")
    await office.say("restart")
    await office.sent()
    await office.say("person")
    assert "<handed_over> NG-1002" in told(await office.sent())


async def test_copies_of_one_claim_are_one_claim(office: Office) -> None:
    await handed_over(office)
    await office.staff("Ann", "claim")
    await office.sent()
    history = await office.run(lambda unit: unit.history("U1.own"))
    assert [event.name for event in history].count("case_claimed") == 1
    assert history[-1].data == {"case": "NG-1001", "by": "S-Ann"}


async def test_without_a_staff_channel_the_filer_hears_the_truth() -> None:
    office = Office(staff_channel="")
    await office.say("hi", "person", "status")
    rows = await office.sent()
    assert {row.to for row in rows} == {FILER}
    assert "<no_desk>" in told(rows)
    assert "<handed_over>" not in told(rows)
    (letter,) = await office.run(lambda unit: unit.dead_letters())
    assert (letter.key, letter.error) == ("U1.own.1", "no_staff_channel")
    assert (await office.conversation()).owner == "bot"


async def test_a_card_whose_place_was_lost_is_found_by_the_press_on_it(office: Office) -> None:
    await handed_over(office)
    lost = replace(await office.case(), card_ts="", card_channel="")
    await office.run(lambda unit: unit.save_case(lost))
    await office.staff("Ann", "claim")
    card, _ = await office.sent()
    assert (card.to, card.ts) == (STAFF, "5.5")
