"""A court's choices at its desk, in both modes: canned replies, open threads, a user group of staff."""

from dataclasses import replace

import pytest

from bot.flow.casework import Casework
from tests.e2e import line as lines
from tests.e2e.line import STAFF, Line, court_book
from tests.e2e.test_relay import claimed, in_thread, quoted, thread

OPEN = Casework(open_replies=True, staff_group="SSTAFF001")


@pytest.fixture
async def open_line(line: Line, monkeypatch: pytest.MonkeyPatch) -> Line:
    """A court whose owners write to the filer in the thread, and whose staff are a user group too."""
    book = court_book()
    chosen = replace(book, court=replace(book.court, casework=OPEN))
    monkeypatch.setattr(lines, "court_book", lambda: chosen)
    await line.bot.stop()
    await line.start()
    return line


def words_in_form(line: Line) -> str:
    """What stands as the answer in the form that staff look at."""
    blocks = line.slack.views.stack("USTAFF001")[-1].content["blocks"]
    (words,) = [block for block in blocks if block["block_id"].startswith("words")]
    return str(words["element"].get("initial_value", ""))


async def test_a_canned_reply_fills_the_form_and_goes_out_as_staff_changed_it(line: Line) -> None:
    await claimed(line)
    await line.press("Answer", line.cards()[0], person="staff")
    view = line.slack.views.stack("USTAFF001")[-1]
    assert words_in_form(line) == ""
    chosen = await line.slack.act.press_in_view("staff", view.id, "value", choice="call_pacer_locked")
    assert chosen.acknowledged
    await line.quiet()
    filled = words_in_form(line)
    assert filled.startswith("PACER must look at this. Please call PACER at 800-676-6856")
    assert filled.endswith("Manage My Account: https://pacer.uscourts.gov/my-account-billing")
    shown = line.slack.views.stack("USTAFF001")[-1]
    (block,) = [one["block_id"] for one in shown.content["blocks"] if one["block_id"].startswith("words")]
    sent = f"Hello. {filled}"
    await line.slack.act.submit_view("staff", shown.id, {block: {"value": sent}})
    await line.quiet()
    assert quoted(line.newest()) == [sent]


async def test_in_an_open_thread_the_owners_words_go_out_and_notes_and_others_words_do_not(
    open_line: Line,
) -> None:
    card = await claimed(open_line)
    await in_thread(open_line, "Please call PACER.", card)
    assert quoted(open_line.newest()) == ["Please call PACER."]
    before = len(open_line.said())
    await in_thread(open_line, "note: he has two accounts", card)
    await in_thread(open_line, "I had the same once", card, person="other_staff")
    assert len(open_line.said()) == before


async def test_in_an_open_thread_too_a_note_edited_into_a_reply_is_never_sent(open_line: Line) -> None:
    card = await claimed(open_line)
    ts, before = await in_thread(open_line, "note: a hard one", card), len(open_line.said())
    await open_line.slack.act.edit("staff", ts, "a hard one", channel=STAFF)
    await open_line.slack.act.edit("staff", ts, "to filer: a hard one", channel=STAFF)
    await open_line.quiet()
    assert len(open_line.said()) == before
    assert "a note stays here" in thread(open_line, card)[-1]


async def outage_asked(line: Line) -> str:
    """What the filer reads who types a word of staff."""
    line.slack.ephemerals.clear()
    assert (await line.slack.act.command("filer", text="outage")).acknowledged
    await line.quiet()
    return str(line.slack.ephemerals[-1].content["text"])


async def test_who_is_in_the_user_group_is_staff_and_nobody_else_outside_of_the_channel(
    open_line: Line,
) -> None:
    assert "Only our staff can use this." in await outage_asked(open_line)
    open_line.slack.workspace.groups["SSTAFF001"].append("UFILER001")
    assert "No outage notice is on." in await outage_asked(open_line)


async def test_a_court_without_a_user_group_knows_none(line: Line) -> None:
    line.slack.workspace.groups["SSTAFF001"].append("UFILER001")
    assert "Only our staff can use this." in await outage_asked(line)
