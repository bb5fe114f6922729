"""Whatever Slack does to a post, the filer reads it once."""

import pytest

from bot.practice.faults import WebFault
from tests.e2e.line import Line

FAULTS = [
    WebFault("ratelimited", "chat.postMessage", seconds=1),
    WebFault("error_after", "chat.postMessage"),
    WebFault("error_before", "chat.postMessage"),
    WebFault("drop_after", "chat.postMessage"),
    WebFault("drop_before", "chat.postMessage"),
    WebFault("html", "chat.postMessage"),
    WebFault("refuse", "chat.postMessage", code="fatal_error"),
]


@pytest.mark.parametrize("metadata", [True, False], ids=["with metadata", "without metadata"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: f"{one.kind} {one.code}")
async def test_a_post_that_went_wrong_is_there_once(line: Line, fault: WebFault, metadata: bool) -> None:
    line.slack.faults.no_metadata = not metadata
    line.slack.faults.add(copied(fault))
    await line.say("hi")
    assert [one.content["text"][:5] for one in line.said()] == ["Hello"]
    assert await line.dead_letters() == []


async def test_two_faults_in_a_row_still_give_one_message(line: Line) -> None:
    line.slack.faults.add(WebFault("error_after", "chat.postMessage"))
    line.slack.faults.add(WebFault("drop_before", "conversations.history"))
    await line.say("hi")
    assert len(line.said()) == 1


async def test_a_fault_in_a_thread_is_looked_up_in_the_thread(line: Line) -> None:
    await line.say("hi")
    parent = line.newest().ts
    line.slack.faults.add(WebFault("drop_after", "chat.postMessage"))
    await line.say("attorney", thread_ts=parent)
    assert len(line.said()) == 2
    assert line.slack.record.counted().get("conversations.replies", 0) >= 1


async def test_a_replacement_that_went_wrong_is_there_once(line: Line) -> None:
    await line.say("hi")
    line.slack.faults.add(WebFault("drop_after", "response_url"))
    await line.press("An attorney")
    shown = [one for one in line.said() if "Which PACER account" in one.content["text"]]
    assert len(shown) == 1


async def test_messages_keep_their_order_behind_one_that_had_to_wait(line: Line) -> None:
    line.slack.faults.add(WebFault("ratelimited", "chat.postMessage", seconds=1))
    await line.slack.act.say("filer", "hi")
    await line.slack.act.say("filer", "attorney")
    await line.quiet()
    assert ["Hello" in one.content["text"] for one in line.said()] == [True, False]


async def test_a_message_slack_will_never_take_is_given_up_and_the_next_goes_out(line: Line) -> None:
    line.slack.faults.add(WebFault("refuse", "chat.postMessage", code="invalid_blocks"))
    await line.say("hi", "attorney")
    assert len(line.said()) == 1
    assert [one.error for one in await line.dead_letters()] == ["invalid_blocks"]


async def test_a_direct_message_that_is_gone_is_opened_anew(line: Line) -> None:
    await line.say("hi")
    line.slack.faults.add(WebFault("refuse", "chat.postMessage", code="channel_not_found"))
    await line.say("attorney")
    assert len(line.said()) == 2
    assert line.slack.record.counted()["conversations.open"] == 1
    assert await line.dead_letters() == []


def copied(fault: WebFault) -> WebFault:
    """A fault of one's own: each is used up when it is played."""
    return WebFault(fault.kind, fault.method, seconds=fault.seconds, code=fault.code)
