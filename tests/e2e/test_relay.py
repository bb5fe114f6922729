"""Filer and staff write to each other through a claimed case, over real sockets in both modes."""

from typing import Any

from bot.practice.messages import StoredMessage
from tests.e2e.line import STAFF, Line


async def claimed(line: Line) -> StoredMessage:
    """A case that the first of the staff has; its card."""
    await line.say("hi", "person")
    card = line.cards()[0]
    await line.press("Claim", card, person="staff")
    return card


async def in_thread(line: Line, text: str, card: StoredMessage, person: str = "staff") -> str:
    """Somebody writes under the card; the message's ts."""
    said = await line.slack.act.say(person, text, channel=STAFF, thread_ts=card.ts)
    assert said.acknowledged
    await line.quiet()
    return said.ts


def thread(line: Line, card: StoredMessage) -> list[str]:
    """What the bot has said under the card."""
    ours = line.slack.app.person
    return [
        str(one.content["text"])
        for one in line.cards()
        if one.content.get("thread_ts") == card.ts != one.ts and one.content.get("user") == ours
    ]


def quoted(message: StoredMessage) -> list[str]:
    """The words in the quotation of a message."""
    blocks: list[dict[str, Any]] = message.content["blocks"]
    return [block["elements"][0]["elements"][0]["text"] for block in blocks if block["type"] == "rich_text"]


async def test_a_filers_words_go_under_the_card_and_the_bot_says_nothing(line: Line) -> None:
    card = await claimed(line)
    before = len(line.said())
    await line.say("I see <!channel> & a blank *page*")
    assert thread(line, card) == ["<@UFILER001> writes:\n\n&gt; I see &lt;!channel&gt; &amp; a blank *page*"]
    assert quoted(line.cards()[-1]) == ["I see <!channel> & a blank *page*"]
    assert len(line.said()) == before


async def test_a_marked_reply_reaches_the_filer_and_the_thread_says_when(line: Line) -> None:
    card = await claimed(line)
    await in_thread(line, "to filer: Please call PACER.", card)
    name = line.slack.workspace.person("staff").real_name
    assert line.words() == f"{name} of our staff writes:\n\n&gt; Please call PACER."
    assert thread(line, card)[-1].startswith("Sent to the filer at ")
    assert "Staff have answered last." in line.cards()[0].content["text"]


async def test_a_note_stays_in_the_thread(line: Line) -> None:
    card = await claimed(line)
    before = len(line.said())
    await in_thread(line, "a hard one", card)
    assert len(line.said()) == before
    assert thread(line, card) == []


async def test_a_reply_in_a_case_that_nobody_has_is_not_sent_and_its_author_is_told(line: Line) -> None:
    await line.say("hi", "person")
    card, before = line.cards()[0], len(line.said())
    await in_thread(line, "to filer: Hello", card)
    assert len(line.said()) == before
    assert "I did not send this" in thread(line, card)[-1]


async def test_an_edit_and_a_deletion_follow_to_the_filer(line: Line) -> None:
    card = await claimed(line)
    ts = await in_thread(line, "to filer: Call PACER.", card)
    count = len(line.said())
    await line.slack.act.edit("staff", ts, "to filer: Call us.", channel=STAFF)
    await line.quiet()
    assert quoted(line.newest()) == ["Call us."]
    assert "(changed)" in line.words()
    await line.slack.act.delete("staff", ts, channel=STAFF)
    await line.quiet()
    assert quoted(line.newest()) == []
    assert "taken back" in line.words()
    assert len(line.said()) == count


async def test_a_note_edited_into_a_reply_is_never_sent(line: Line) -> None:
    card = await claimed(line)
    ts, before = await in_thread(line, "a hard one", card), len(line.said())
    await line.slack.act.edit("staff", ts, "to filer: a hard one", channel=STAFF)
    await line.quiet()
    assert len(line.said()) == before
    assert "a note stays here" in thread(line, card)[-1]


async def test_a_reply_edited_into_a_note_warns_its_author(line: Line) -> None:
    card = await claimed(line)
    ts = await in_thread(line, "to filer: Call PACER.", card)
    await line.slack.act.edit("staff", ts, "a hard one", channel=STAFF)
    await line.quiet()
    assert quoted(line.newest()) == ["Call PACER."]
    assert "the filer has seen your first words" in thread(line, card)[-1]


async def test_a_filers_edit_and_deletion_follow_to_the_thread(line: Line) -> None:
    card = await claimed(line)
    said = await line.say("it fails")
    await line.slack.act.edit("filer", said.ts, "it fails at sign-in")
    await line.quiet()
    assert quoted(line.cards()[-1]) == ["it fails at sign-in"]
    await line.slack.act.delete("filer", said.ts)
    await line.quiet()
    assert "taken back" in thread(line, card)[-1]


async def test_the_form_sends_an_answer_and_shows_it_in_the_thread(line: Line) -> None:
    card = await claimed(line)
    await line.press("Answer", line.cards()[0], person="staff")
    modal = line.slack.views.stack("USTAFF001")[-1]
    await line.slack.act.submit_view("staff", modal.id, {"words": {"value": "Call PACER."}})
    await line.quiet()
    assert quoted(line.newest()) == ["Call PACER."]
    assert any("answered by the form" in said and "Call PACER." in said for said in thread(line, card))


async def test_whoever_is_late_to_claim_may_take_the_case_over(line: Line) -> None:
    card = await claimed(line)
    await line.slack.act.press("other_staff", card.ts, channel=card.channel, label="Claim", version=0)
    await line.quiet()
    modal = line.slack.views.stack("USTAFF002")[-1]
    assert "has this request already" in str(modal.content)
    await line.slack.act.submit_view("other_staff", modal.id)
    await line.quiet()
    name = line.slack.workspace.person("other_staff").real_name
    assert f"{name} has this request." in line.cards()[0].content["text"]
    assert f"{name} has taken this over" in thread(line, card)[-1]
    assert f"{name} has your request" in line.words()
