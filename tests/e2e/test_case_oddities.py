"""What people do to a case at the wrong time or in the wrong place, over real sockets."""

import asyncio

import pytest

from bot.practice.messages import StoredMessage
from tests.e2e.line import STAFF, Line
from tests.e2e.test_case_acts import hand_in
from tests.e2e.test_relay import claimed, in_thread, quoted

HOSTILE = "<!channel> *bold* _it_ ~no~ `code` <@USTAFF002> <https://evil.example|court.gov> @here :warning:"


async def test_an_answer_handed_in_after_the_case_was_closed_is_not_sent_and_staff_are_told(
    http_line: Line,
) -> None:
    line = http_line
    await claimed(line)
    await line.press("Answer", line.cards()[0], person="other_staff")
    await line.close()
    before = len(line.said())
    await hand_in(line, "other_staff", {"words": {"value": "Call PACER."}})
    assert len(line.said()) == before
    assert "This request is closed." in str(line.slack.views.stack("USTAFF002")[-1].content)


async def test_an_answer_handed_in_after_another_took_the_case_over_is_sent_under_its_authors_name(
    http_line: Line,
) -> None:
    line = http_line
    card = await claimed(line)
    await line.press("Answer", line.cards()[0], person="staff")
    answer = line.slack.views.stack("USTAFF001")[-1]
    await line.slack.act.press("other_staff", card.ts, channel=card.channel, label="Claim", version=0)
    await line.quiet()
    await hand_in(line, "other_staff", {})
    await line.slack.act.submit_view("staff", answer.id, {"words": {"value": "Call PACER."}})
    await line.quiet()
    assert quoted(line.newest()) == ["Call PACER."]
    assert line.slack.workspace.person("staff").real_name in line.words()


async def test_a_reply_in_a_closed_case_can_still_be_taken_back(http_line: Line) -> None:
    line = http_line
    card = await claimed(line)
    ts = await in_thread(line, "to filer: Call PACER.", card)
    reply = line.newest()
    await line.close()
    await line.slack.act.delete("staff", ts, channel=STAFF)
    await line.quiet()
    (now,) = [one for one in line.said() if one.ts == reply.ts]
    assert quoted(now) == []


async def test_who_is_not_staff_reaches_no_filer_from_a_cards_thread(http_line: Line) -> None:
    line = http_line
    card = await claimed(line)
    before = len(line.said())
    await in_thread(line, "to filer: Pay me.", card, person="other_filer")
    assert len(line.said()) == before
    acts = await line.bot.parts.store.run(lambda unit: unit.desk.acts("NG-1001"))
    assert [act.what for act in acts if act.who == "UFILER002"] == ["refused"]


async def test_a_thread_under_another_message_is_nobodys_business(http_line: Line) -> None:
    line = http_line
    await claimed(line)
    other = await line.slack.act.say("staff", "lunch?", channel=STAFF)
    await line.slack.act.say("staff", "to filer: yes", channel=STAFF, thread_ts=other.ts)
    await line.quiet()
    assert "yes" not in line.words()


async def test_hostile_words_are_shown_as_they_are_in_both_directions(http_line: Line) -> None:
    line = http_line
    card = await claimed(line)
    await line.say(HOSTILE)
    to_staff = line.cards()[-1]
    await in_thread(line, f"to filer: {HOSTILE}", card)
    for message in (to_staff, line.newest()):
        assert quoted(message) == [HOSTILE]
        assert_calls_nobody(message)
    await line.press("Note", line.cards()[0], person="staff")
    await hand_in(line, "staff", {"words": {"value": HOSTILE}})
    assert_calls_nobody(line.cards()[-1])


def assert_calls_nobody(message: StoredMessage) -> None:
    """No mark of Slack's for a channel, for a person of the words, or for a link under another name."""
    sections = [block["text"]["text"] for block in message.content["blocks"] if block["type"] == "section"]
    for said in (message.content["text"], *sections):
        for mark in ("<!", "<@USTAFF002>", "|court.gov>", "@here"):
            assert mark not in said


async def test_forty_thousand_characters_are_cut_and_not_lost(http_line: Line) -> None:
    line = http_line
    card = await claimed(line)
    await line.say("x" * 40_000)
    assert line.cards()[-1].content["text"].count("x") == 12_000
    await in_thread(line, "to filer: " + "y" * 39_000, card)
    assert line.words().count("y") > 11_000
    assert await line.dead_letters() == []


@pytest.mark.parametrize(
    ("owners", "others"), [("Return to the bot", "Urgent"), ("Let go", "Urgent"), ("Let go", "Let go")]
)
async def test_two_of_the_staff_act_at_once_and_the_case_stays_whole(
    http_line: Line, owners: str, others: str
) -> None:
    line = http_line
    card = await claimed(line)
    await asyncio.gather(
        line.slack.act.press("staff", card.ts, channel=card.channel, label=owners),
        line.slack.act.press("other_staff", card.ts, channel=card.channel, label=others),
    )
    await line.quiet()
    case = await line.bot.parts.store.run(lambda unit: unit.case("NG-1001"))
    assert case is not None
    assert case.state == ("closed" if owners == "Return to the bot" else "open")
    assert await line.dead_letters() == []


@pytest.mark.parametrize("word", ["stop", "restart", "back", "forget me"])
@pytest.mark.parametrize("state", ["open", "claimed", "answered", "closed"])
async def test_whatever_a_filer_says_in_any_state_nothing_breaks_and_staff_can_go_on(
    http_line: Line, word: str, state: str
) -> None:
    line = http_line
    await line.say("hi", "person")
    card = line.cards()[0]
    if state != "open":
        await line.press("Claim", card, person="staff")
    if state == "answered":
        await in_thread(line, "to filer: Call PACER.", card)
    if state == "closed":
        await line.close()
    await line.say(word)
    if word == "forget me":
        await line.press(line.newest().content["blocks"][-1]["elements"][0]["text"]["text"])
    await line.say("hello again")
    case = await line.bot.parts.store.run(lambda unit: unit.case("NG-1001"))
    assert await line.dead_letters() == []
    assert "went wrong" not in line.words()
    if case is not None and case.owner and case.state != "closed":
        await in_thread(line, "to filer: Still here.", card)
        assert "Still here." in line.words()
    elif case is not None and case.state != "closed":
        await line.press("Claim", line.cards()[0], person="staff")
        assert "has your request" in line.words()
    assert await line.dead_letters() == []


async def test_a_reply_delivered_again_after_a_restart_reaches_the_filer_once(http_line: Line) -> None:
    line = http_line
    card = await claimed(line)
    said = await line.slack.act.say("staff", "to filer: Call PACER.", channel=STAFF, thread_ts=card.ts)
    await line.quiet()
    before = len(line.said()), len(line.cards())
    await line.bot.stop()
    await line.start()
    await line.slack.postman.redeliver(said.number)
    await line.quiet()
    assert (len(line.said()), len(line.cards())) == before


async def test_a_filers_file_stays_closed_and_the_filer_is_told(http_line: Line) -> None:
    line = http_line
    await claimed(line)
    before = len(line.cards())
    await line.say("", files=[{"title": "order.pdf"}])
    assert len(line.cards()) == before
    assert "file" in line.words()
