"""An outage: staff say a sentence, and every filer reads it first, until it ends."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.practice.faults import WebFault
from bot.wiring import SystemClock
from tests.e2e.line import Line

DOWN = "PACER is down."
BANNER = f"Please note: {DOWN}"
ON = f'outage on "{DOWN}" until 2 hours'


async def commanded(line: Line, text: str, person: str = "staff") -> str:
    """What somebody reads who types this behind the slash command."""
    line.slack.ephemerals.clear()
    delivery = await line.slack.act.command(person, text=text)
    assert delivery.acknowledged
    await line.quiet()
    return str(line.slack.ephemerals[-1].content["text"]) if line.slack.ephemerals else ""


def first_block(line: Line) -> Any:
    """The first block of the newest message to the filer."""
    return line.newest().content["blocks"][0]


def assert_led(line: Line, then: str) -> None:
    """The newest message begins with the notice, in its text and as a section of its own."""
    assert line.words().startswith(f"{BANNER}\n\n")
    assert then in line.words()
    assert line.words().count(BANNER) == 1
    assert first_block(line)["text"]["text"] == BANNER


async def test_every_reply_of_a_talk_begins_with_the_notice(line: Line) -> None:
    await commanded(line, ON)
    await line.say("hi")
    assert_led(line, "Who will file")
    await line.press("An attorney")
    assert_led(line, "You said: An attorney")
    assert "You said" in line.newest().content["blocks"][1]["text"]["text"], (
        "the notice is no part of the echo"
    )
    await line.say("restart", "viewer")
    assert_led(line, "Next step")
    await line.say("person")
    assert_led(line, "NG-1001")
    await line.press("Claim", line.cards()[-1], person="staff")
    assert_led(line, "has your request")
    await line.close()
    assert_led(line, "closed your request")
    assert BANNER not in line.cards()[-1].content["text"], "a case is for staff"


@pytest.mark.parametrize("text", ["help", "status", "phone", "colour"])
async def test_every_command_that_is_answered_at_once_begins_with_the_notice(line: Line, text: str) -> None:
    await commanded(line, ON)
    assert (await commanded(line, text, "filer")).startswith(f"{BANNER}\n\n")


async def test_what_is_said_of_an_edit_begins_with_the_notice(line: Line) -> None:
    delivery = await line.say("hi")
    await commanded(line, ON)
    await line.slack.act.edit("filer", delivery.body["event"]["ts"], "hello")
    await line.quiet()
    assert_led(line, "I go by what you wrote first")


async def test_an_apology_begins_with_the_notice(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError

    await commanded(line, ON)
    with monkeypatch.context() as broken:
        broken.setattr("bot.service.desk.advance", fail)
        await line.say("hi")
    assert_led(line, "Something went wrong")


async def test_a_notice_ends_at_its_time_by_itself(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await commanded(line, ON)
    later = timedelta(hours=2, seconds=1)
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(UTC) + later)
    await line.say("hi")
    assert BANNER not in line.words()
    assert "No outage notice is on." in await commanded(line, "outage")


async def test_a_notice_ends_when_staff_switch_it_off(line: Line) -> None:
    await commanded(line, ON)
    await line.say("hi")
    assert DOWN in await commanded(line, "outage off", "other_staff")
    await line.say("attorney")
    assert BANNER not in line.words()


async def test_the_staff_channel_reads_who_switched_it_on_and_off(line: Line) -> None:
    await commanded(line, ON)
    await commanded(line, "outage off", "other_staff")
    names = [line.slack.workspace.person(one).real_name for one in ("staff", "other_staff")]
    on, off = (str(card.content["text"]) for card in line.cards())
    assert f"By {names[0]}, until " in on
    assert f"By {names[1]}." in off
    assert DOWN in on


async def test_somebody_who_is_not_staff_can_switch_nothing(line: Line) -> None:
    for text in (ON, "outage off", "outage"):
        assert await commanded(line, text, "filer") == "Only our staff can use this."
    await line.say("hi")
    assert BANNER not in line.words()
    assert line.cards() == []


async def test_when_nobody_can_say_who_is_staff_that_is_what_is_said(line: Line) -> None:
    line.slack.faults.add(WebFault("refuse", "conversations.members", code="internal_error"))
    assert "cannot see right now who is on our staff" in await commanded(line, ON)
    assert await line.bot.parts.store.run(lambda unit: unit.notices()) == []


async def test_a_command_delivered_twice_switches_it_on_once(line: Line) -> None:
    delivery = await line.slack.act.command("staff", text=ON)
    await line.slack.postman.redeliver(delivery.number)
    await line.quiet()
    assert len(await line.bot.parts.store.run(lambda unit: unit.notices())) == 1
    assert len(line.cards()) == 1


async def test_of_two_at_the_same_time_one_is_on_and_both_are_in_the_record(line: Line) -> None:
    both = (("staff", "One."), ("other_staff", "Two."))
    await asyncio.gather(*(line.slack.act.command(person, text=f"outage on {text}") for person, text in both))
    await line.quiet()
    kept = await line.bot.parts.store.run(lambda unit: unit.notices())
    assert {one.text for one in kept} == {"One.", "Two."}
    (on,) = [one for one in kept if one.ended is None]
    await line.say("hi")
    assert line.words().startswith(f"Please note: {on.text}")
    assert len(line.cards()) == 2


async def test_a_hostile_text_calls_nobody_and_formats_nothing(line: Line) -> None:
    text = (
        "outage on \u201c<!channel> <@UFILER001|bob> *bold* &lt;!here&gt; {pacer.phone}\u0007"
        " my password is Tr0ub4dor&amp;3\u201d"
    )
    answer = await commanded(line, text)
    await line.say("hi")
    shown = [answer, line.words(), first_block(line)["text"]["text"], line.cards()[0].content["text"]]
    shown.append(str(line.cards()[0].content["blocks"]))
    for one in shown:
        assert "<!" not in one
        assert "<@" not in one
        assert "@channel" not in one
        assert "bold" in one
        assert "*bold*" not in one
        assert "{pacer.phone}" in one
        assert "Tr0ub4dor" not in one
    assert "Tr0ub4dor" not in line.logs.getvalue()
    (kept,) = await line.bot.parts.store.run(lambda unit: unit.notices())
    assert "Tr0ub4dor" not in kept.text


async def test_help_tells_staff_of_their_words_and_filers_not(line: Line) -> None:
    assert "*outage off*" in await commanded(line, "help")
    said = await commanded(line, "help", "filer")
    assert "outage" not in said
    assert "*back*" in said
