"""Staff or a filer cannot be reached in Slack: no case is lost, and everybody hears the truth."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.practice.channels import Channel
from bot.practice.faults import WebFault
from tests.e2e.line import STAFF, Line
from tests.e2e.test_relay import claimed, in_thread, quoted, thread
from tests.e2e.test_staff_channel import BREAKS
from tests.e2e.waiting import until

NEW = "CSTAFF002"


def mend(channel: Channel, members: list[str]) -> None:
    """The channel is as it was."""
    channel.is_archived, channel.is_ext_shared, channel.members = False, False, members


@pytest.mark.parametrize(("error", "break_it"), BREAKS.items(), ids=BREAKS)
async def test_each_filer_hears_that_staff_are_out_of_reach_and_all_cases_arrive_later(
    line: Line, error: str, break_it: Callable[[Channel], None]
) -> None:
    channel = line.slack.workspace.channel(STAFF)
    members = list(channel.members)
    break_it(channel)
    for person in ("filer", "other_filer"):
        await line.slack.act.say(person, "hi")
        await line.slack.act.say(person, "person")
        await until(lambda: any_unreached(line, person), "the filer hears it")  # noqa: B023
    mend(channel, members)
    await line.quiet()
    assert [
        "NG-1001" in card.content["text"] or "NG-1002" in card.content["text"] for card in line.cards()
    ] == [
        True,
        True,
    ]
    for person in ("filer", "other_filer"):
        assert sum("cannot reach our staff" in one.content["text"] for one in line.said(person)) == 1
    assert [one.error for one in await line.dead_letters()] == [error]


def any_unreached(line: Line, person: str) -> bool:
    """Whether somebody was told that staff are out of reach."""
    return any("cannot reach our staff" in one.content["text"] for one in line.said(person))


async def test_words_for_staff_wait_while_their_channel_is_archived_and_the_filer_hears_it(
    line: Line,
) -> None:
    card = await claimed(line)
    channel = line.slack.workspace.channel(STAFF)
    channel.is_archived = True
    await line.slack.act.say("filer", "it fails")
    await until(lambda: any_unreached(line, "filer"), "the filer hears it")
    channel.is_archived = False
    await line.quiet()
    assert quoted(line.cards()[-1]) == ["it fails"]
    assert "it fails" in thread(line, card)[-1]


async def test_another_name_of_the_channel_changes_nothing(line: Line) -> None:
    card = await claimed(line)
    line.slack.workspace.channel(STAFF).name = "another-name"
    await line.say("it fails")
    assert quoted(line.cards()[-1]) == ["it fails"]
    assert card.channel == STAFF


async def test_with_another_staff_channel_the_open_cases_move_there(line: Line) -> None:
    await claimed(line)
    await line.bot.stop()
    old = line.slack.workspace.channel(STAFF)
    new = Channel(NEW, "private", "new-help", list(old.members))
    line.slack.workspace.channels[NEW] = new
    old.is_archived = True
    await line.start(HELPDESK_STAFF_CHANNEL=NEW)
    await line.quiet()
    card, moved = line.slack.messages(NEW)
    assert "NG-1001" in card.content["text"]
    assert "another channel" in moved.content["text"]
    await line.say("it fails")
    copy = line.slack.messages(NEW)[-1]
    assert (quoted(copy), copy.content["thread_ts"]) == (["it fails"], card.ts)


async def test_a_filer_whose_account_is_switched_off_is_named_as_gone(line: Line) -> None:
    await line.say("hi", "person")
    people = line.slack.workspace.people
    people["UFILER001"] = replace(people["UFILER001"], deleted=True)
    before = len(line.said())
    card = line.cards()[0]
    await line.press("Claim", card, person="staff")
    await in_thread(line, "to filer: Hello", card)
    assert len(line.said()) == before
    assert "account is switched off" in thread(line, card)[-1]
    assert "no Slack account any more" in line.cards()[0].content["text"]


async def test_a_filer_who_cannot_be_written_to_is_to_be_called(line: Line) -> None:
    card = await claimed(line)
    line.slack.faults.add(WebFault("refuse", "chat.postMessage", code="messages_tab_disabled"))
    await in_thread(line, "to filer: Hello", card)
    assert "messages_tab_disabled" in thread(line, card)[-1]
    assert "call or mail" in thread(line, card)[-1]
