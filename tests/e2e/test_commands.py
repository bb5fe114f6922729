"""The slash command: what only reads is answered on the spot, the rest in the direct message."""

import pytest

from tests.e2e.line import Line


@pytest.mark.parametrize(
    ("text", "said"),
    [("help", "*back*"), ("status", ""), ("phone", "800-676-6856"), ("colour", "I do not know that command")],
)
async def test_a_command_that_only_reads_is_answered_at_once_and_to_one_person(
    line: Line, text: str, said: str
) -> None:
    await line.say("hi")
    await line.slack.act.command("filer", text="help")
    mark, before = line.slack.record.mark(), len(line.said())
    delivery = await line.slack.act.command("filer", text=text)
    assert delivery.acknowledged
    assert said in line.slack.ephemerals[-1].content["text"]
    await line.quiet()
    assert line.slack.record.counted(mark) == {}
    assert len(line.said()) == before


@pytest.mark.parametrize(
    ("text", "said"), [("", "Who will file"), ("restart", "Who will file"), ("person", "NG-")]
)
async def test_a_command_that_changes_something_is_answered_in_the_direct_message(
    line: Line, text: str, said: str
) -> None:
    delivery = await line.slack.act.command("filer", text=text)
    assert "direct message" in str(delivery.answer)
    await line.quiet()
    assert said in line.words()


async def test_a_command_before_any_talk_opens_the_direct_message(line: Line) -> None:
    await line.slack.act.command("filer")
    await line.quiet()
    assert line.slack.record.counted().get("conversations.open") == 1
    assert "Who will file" in line.words()


async def test_a_command_delivered_twice_does_one_thing(line: Line) -> None:
    delivery = await line.slack.act.command("filer", text="person")
    await line.slack.postman.redeliver(delivery.number)
    await line.quiet()
    assert len(line.said()) == 1
    assert len(line.cards()) == 1


async def test_restart_begins_again(line: Line) -> None:
    await line.say("hi", "attorney", "my own")
    await line.slack.act.command("filer", text="restart")
    await line.quiet()
    assert await line.told() == {}
    assert "Who will file" in line.words()
