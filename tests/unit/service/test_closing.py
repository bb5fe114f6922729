"""From the form that closes a case to the filer's last word on it: solved, a rating, or open again."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.service.content import Content
from bot.service.desk_records import Act
from bot.service.incoming import Ack
from bot.service.ports import Delivery, Store
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.unit.service.office import FILER, STAFF, Office, told, words

WEEK = timedelta(days=7).total_seconds()


@pytest.fixture(params=["memory", "sqlite"])
async def office(request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    """An office where Ann has the case of U1, who had told one answer."""
    store: Store = MemoryStore("test") if request.param == "memory" else open_store("sqlite://", "test")
    opened = Office(store=store)
    await opened.say("hi", "my own", "person")
    await opened.sent()
    await opened.staff("Ann", "claim")
    await opened.sent()
    yield opened
    await store.close()


async def close(office: Office, outcome: str = "solved", words: str = "") -> Sequence[Delivery]:
    """Ann closes the case; what goes out."""
    assert await office.form("Ann", "close", outcome=outcome, words=words) == Ack()
    return await office.sent()


async def presses(office: Office, act: str, case: str = "NG-1001") -> Sequence[Delivery]:
    """U1 presses a button of the closing message; what goes out."""
    await office.press("desk", f"{act}:{case}", at="9.0")
    return await office.sent()


def to_filer(rows: Sequence[Delivery]) -> Content:
    (row,) = [row for row in rows if row.to == FILER]
    return row.content


def buttons(content: Content) -> list[str]:
    """The acts that a message offers."""
    assert content.reply is not None
    return [choice.answer.partition(":")[0] for choice in content.reply.choices]


async def acts(office: Office) -> list[Act]:
    return list(await office.run(lambda unit: unit.desk.acts("NG-1001")))


async def test_closing_asks_how_it_ended_before_anything_changes(office: Office) -> None:
    ack = await office.staff("Ann", "close")
    assert ack.form is not None
    assert (ack.form.id, [one.id for one in ack.form.fields]) == ("close", ["outcome", "words"])
    assert [value for value, _ in ack.form.fields[0].options] == ["solved", "elsewhere", "unreachable"]
    assert ack.form.fields[1].optional
    assert (await office.case()).state == "claimed"


async def test_an_ending_that_is_none_is_refused_in_the_form(office: Office) -> None:
    assert await office.form("Ann", "close", outcome="gone") == Ack(errors={"outcome": "<close_choose>"})
    assert (await office.case()).state == "claimed"


@pytest.mark.parametrize("outcome", ["solved", "elsewhere", "unreachable"])
async def test_the_ending_is_kept_shown_and_told_with_five_buttons(office: Office, outcome: str) -> None:
    rows = await close(office, outcome)
    said = to_filer(rows)
    assert words(said).startswith(f"<closed>\n\n<said_{outcome}>\n\n<closing_ask>")
    assert buttons(said) == ["solved", "reopen", "good", "fair", "poor"]
    (card,) = [row for row in rows if row.to == STAFF]
    assert f"<card_closed> Ann <card_{outcome}>" in words(card.content)
    assert (await office.case()).outcome == outcome
    done = (await acts(office))[-1]
    assert (done.what, done.who, dict(done.data)) == ("closed", "S-Ann", {"outcome": outcome})


async def test_a_last_word_is_quoted_in_the_same_message_and_kept_like_a_reply(office: Office) -> None:
    said = to_filer(await close(office, words="  Call *PACER*.  "))
    assert said.quote is not None
    assert (said.quote.head, said.quote.text) == ("<relay_from_staff> Ann", "Call *PACER*.")
    assert buttons(said)[0] == "solved"
    (kept,) = await office.run(lambda unit: unit.desk.messages("NG-1001"))
    assert (kept.text, kept.side, kept.kind, kept.seen) == ("Call *PACER*.", "staff", "reply", True)


async def test_what_is_typed_after_closing_goes_to_the_bot_at_the_same_question(office: Office) -> None:
    await close(office)
    await office.say("legacy")
    assert "Was it upgraded?" in told(await office.sent())
    assert (await office.conversation()).owner == "returned"


async def test_solved_is_kept_once_and_its_button_is_gone(office: Office) -> None:
    await close(office, "elsewhere")
    rows = await presses(office, "solved")
    (row,) = [row for row in rows if row.to == FILER]
    assert (row.act, row.ts) == ("replace", "9.0")
    assert "<closing_thanks>" in words(row.content)
    assert buttons(row.content) == ["reopen", "good", "fair", "poor"]
    (card,) = [row for row in rows if row.to == STAFF]
    assert "<card_confirmed>" in words(card.content)
    count = len(await acts(office))
    assert [row.to for row in await presses(office, "solved")] == [FILER], "the card stays as it is"
    assert len(await acts(office)) == count
    assert (await office.case()).outcome == "confirmed"


async def test_only_the_first_rating_counts(office: Office) -> None:
    await close(office)
    rows = await presses(office, "fair")
    assert buttons(to_filer(rows)) == ["solved", "reopen"]
    assert any("<card_rated_fair>" in words(row.content) for row in rows if row.to == STAFF)
    await presses(office, "poor")
    assert (await office.case()).rating == "fair"
    rated = [dict(one.data) for one in await acts(office) if one.what == "rated"]
    assert rated == [{"rating": "fair"}]


async def test_a_typed_number_picks_from_the_closing_message(office: Office) -> None:
    await close(office)
    await office.say("3")
    said = to_filer(await office.sent())
    assert (await office.case()).rating == "good"
    assert buttons(said) == ["solved", "reopen"]
    await office.say("2")
    assert "<reopened> NG-1001" in told(await office.sent())


async def test_the_replaced_message_keeps_the_last_word(office: Office) -> None:
    await close(office, words="Call PACER.")
    (kept,) = await office.run(lambda unit: unit.desk.messages("NG-1001"))
    await office.run(lambda unit: unit.desk.mirrored(kept.id, "D1", "9.0"))
    said = to_filer(await presses(office, "good"))
    assert said.quote is not None
    assert said.quote.text == "Call PACER."


async def test_within_the_window_the_case_is_open_again_under_its_number(office: Office) -> None:
    await close(office)
    office.clock.move(WEEK - 5)
    rows = await presses(office, "reopen")
    assert words(to_filer(rows)).startswith("<reopened> NG-1001")
    assert buttons(to_filer(rows)) == []
    staff = [row for row in rows if row.to == STAFF]
    assert any("<card_reopened>" in words(row.content) for row in staff if row.is_card)
    (thread,) = [row for row in staff if row.thread]
    assert "<reopened_thread>\n<reopened_before> Ann" in words(thread.content)
    case, conversation = await office.case(), await office.conversation()
    assert (case.state, case.owner, case.outcome, case.closed) == ("reopened", "", "", None)
    assert case.heard == office.clock.time
    assert (conversation.owner, conversation.case) == ("waiting", "NG-1001")
    assert (await acts(office))[-1].what == "reopened"
    assert await office.staff("Bob", "claim") == Ack()
    assert "<claimed> Bob" in told(await office.sent())


async def test_a_second_press_finds_it_open_and_changes_nothing(office: Office) -> None:
    await close(office)
    await presses(office, "reopen")
    version = (await office.case()).version
    for act in ("reopen", "solved", "good"):
        assert told(await presses(office, act)) == "<closing_is_open> NG-1001"
    assert (await office.case()).version == version


async def test_after_the_window_a_new_request_is_offered(office: Office) -> None:
    await close(office)
    office.clock.move(WEEK + 60)
    said = to_filer(await presses(office, "reopen"))
    assert words(said).startswith("<reopen_late> 7")
    assert said.reply is not None
    assert [(one.question, one.answer) for one in said.reply.choices] == [("do", "person")]
    assert (await office.case()).state == "closed"
    await office.say("1")
    assert "<handed_over> NG-1002" in told(await office.sent())


async def test_a_filer_whose_new_request_is_open_is_sent_there(office: Office) -> None:
    await close(office)
    await office.say("restart", "person")
    await office.sent()
    assert told(await presses(office, "reopen")) == "<reopen_other> NG-1002"
    assert (await office.case()).state == "closed"


async def test_a_button_of_an_older_talk_still_opens_the_filers_own_case(office: Office) -> None:
    await close(office)
    await office.say("stop")
    await office.sent()
    assert "<reopened> NG-1001" in told(await presses(office, "reopen"))
    assert not (await office.conversation()).ended


@pytest.mark.parametrize("act", ["solved", "reopen", "poor"])
async def test_nobody_else_answers_for_the_filer(office: Office, act: str) -> None:
    await close(office)
    before = await office.case()
    pressed = replace(office.pressed("desk", f"{act}:NG-1001", at="9.0"), person="U2")
    await office.desk.handle(pressed)
    (row,) = await office.sent()
    assert (row.to, words(row.content)) == ("person:U2", "<closing_not_yours>")
    assert await office.case() == before


async def test_a_case_that_is_no_more_is_answered(office: Office) -> None:
    assert told(await presses(office, "reopen", "NG-77")) == "<closing_not_yours>"


async def test_a_press_delivered_twice_happens_once(office: Office) -> None:
    await close(office)
    pressed = office.pressed("desk", "reopen:NG-1001", at="9.0")
    await office.desk.handle(pressed)
    await office.sent()
    await office.desk.handle(pressed)
    assert await office.sent() == []


async def test_a_case_closed_again_is_asked_about_again(office: Office) -> None:
    await close(office)
    await presses(office, "poor")
    await presses(office, "reopen")
    await office.form("Bob", "close", outcome="solved")
    assert buttons(to_filer(await office.sent())) == ["solved", "reopen", "good", "fair", "poor"]
