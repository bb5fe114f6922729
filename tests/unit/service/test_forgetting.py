"""`forget me`: asked once more, then erased, with what was erased and what was kept said in words."""

import pytest

from bot.engine.book import build
from bot.service.desk import HelpDesk
from bot.service.incoming import Ack
from tests.flows.shipped import library
from tests.unit.service.office import FILER, Office, told


@pytest.fixture
def office() -> Office:
    """A desk that speaks with the shipped sentences."""
    office = Office()
    book = build(library(), "moeb")
    office.desk = HelpDesk(book, office.store, office.clock, office.handled.append, office.staff_channel)
    return office


async def test_the_wish_is_asked_about_once_more_and_erases_nothing_yet(office: Office) -> None:
    await office.say("attorney")
    await office.sent()
    assert await office.say("Forget me, please.") == Ack()
    (row,) = await office.sent()
    assert row.to == FILER
    assert row.content.reply is not None
    assert [one.label for one in row.content.reply.choices] == ["Yes, forget me", "No, keep it"]
    assert (await office.conversation()).told
    assert "erased nothing" in (await office.press("forget", "no")).text
    assert (await office.conversation()).told


async def test_after_a_yes_nothing_is_kept_and_a_new_talk_begins_afresh(office: Office) -> None:
    await office.say("viewer")
    await office.sent()
    code = await office.run(lambda unit: unit.desk.newest_receipt("U1.own.1"))
    said = (await office.press("forget", "yes")).text
    assert "erased our talk, your answers, your ticks" in said
    assert "request" not in said
    assert await office.run(lambda unit: unit.conversation("U1.own")) is None
    assert await office.run(lambda unit: unit.channel_of(FILER)) == ""
    kept = await office.run(lambda unit: unit.desk.receipt(code))
    assert kept is not None
    assert kept.conversation == ""
    (act,) = await office.run(lambda unit: unit.desk.acts(""))
    assert (act.who, act.what, act.name) == ("forgotten:1", "forgot", "")
    assert act.data == {"talks": "1", "receipts": "1", "cases": "0", "kept": "0"}
    assert [row.to for row in await office.sent()] == ["home:U1"], "App Home no longer shows the steps"
    await office.say("hi")
    assert "Who will file" in told(await office.sent())


async def test_the_slash_command_asks_in_the_direct_message(office: Office) -> None:
    assert "in our direct message" in (await office.command("", "forget me")).text
    assert "Shall I erase" in told(await office.sent())


async def test_an_open_case_is_kept_and_named_and_still_works(office: Office) -> None:
    await office.say("attorney", "person")
    await office.staff("Sam", "claim")
    said = (await office.press("forget", "yes")).text
    assert "I keep your request NG-1001." in said
    kept = await office.conversation()
    assert (kept.owner, kept.case, kept.told, kept.recent) == ("human", "NG-1001", {}, ())
    assert (await office.case()).state == "claimed"


async def test_a_closed_case_is_erased_and_counted_and_a_held_one_is_kept(office: Office) -> None:
    await office.say("attorney", "person", "stop")
    assert (await office.case()).state == "closed"
    said = (await office.press("forget", "yes")).text
    assert "erased your closed requests: 1." in said
    assert await office.run(lambda unit: unit.case("NG-1001")) is None
    acts = await office.run(lambda unit: unit.desk.acts("NG-1001"))
    assert {act.who for act in acts} == {"forgotten:1"}


async def test_pressed_twice_or_by_somebody_unknown_it_is_done_all_the_same(office: Office) -> None:
    assert "Done." in (await office.press("forget", "yes")).text
    assert "Done." in (await office.press("forget", "yes")).text


async def test_words_that_only_contain_the_wish_are_read_as_words(office: Office) -> None:
    await office.say("hi", "I forget my password")
    assert "Shall I erase" not in told(await office.sent())
