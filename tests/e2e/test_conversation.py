"""A filer asks in Slack and gets the right next steps, by typing and by pressing."""

import re

from tests.e2e.line import Line

TYPED = ("hi", "attorney", "my own", "2009", "no", "before go-live", "not linked", "I know it")
PRESSED = (
    "An attorney",
    "My own, nobody else uses it",
    "Before August 11, 2014",
    "No, it is not upgraded",
    "Yes, from before July 15, 2019",
    "No, not yet",
)


async def test_a_filer_who_types_gets_the_checklist(line: Line) -> None:
    await line.say(*TYPED)
    assert await line.told() == {
        "filer": "attorney",
        "account": "own",
        "created": "before",
        "upgraded": "no",
        "privileges": "before_golive",
        "linked": "no",
        "old_login": "known",
    }
    assert "Next step" in line.words()
    assert "800-676-6856" in line.words()
    assert len(line.said()) == len(TYPED)


def without_receipt(text: str) -> str:
    """The answer without its code, which no other answer has."""
    return re.sub(r"Receipt: \w+", "", text)


async def test_a_filer_who_presses_gets_the_same_checklist(line: Line) -> None:
    await line.say("hi")
    for label in PRESSED:
        await line.press(label)
    await line.press(next(one for one in labels(line) if "know" in one.lower()))
    pressed = without_receipt(line.words())
    await line.say(*TYPED, person="other_filer")
    assert pressed == without_receipt(line.words("other_filer"))


async def test_each_turn_makes_one_message_call(line: Line) -> None:
    for text in TYPED:
        mark = line.slack.record.mark()
        await line.say(text)
        assert line.slack.record.counted_messages(mark) == 1
    await line.say("restart")
    for label in PRESSED:
        mark = line.slack.record.mark()
        await line.press(label)
        assert line.slack.record.counted_messages(mark) == 1


async def test_a_turn_asks_slack_nothing_else_once_the_channel_is_known(line: Line) -> None:
    await line.say("hi")
    mark = line.slack.record.mark()
    await line.say("attorney", "my own")
    assert line.slack.record.counted(mark) == {"chat.postMessage": 2}


async def test_two_filers_do_not_hear_each_other(line: Line) -> None:
    await line.say("hi", "attorney")
    await line.say("hi", "paralegal", person="other_filer")
    assert (await line.told())["filer"] == "attorney"
    assert (await line.told("UFILER002"))["filer"] == "other"


async def test_a_reply_in_a_thread_is_answered_in_that_thread(line: Line) -> None:
    await line.say("hi")
    parent = line.newest().ts
    await line.say("attorney", thread_ts=parent)
    assert line.newest().thread_ts == parent


async def test_a_conversation_goes_on_after_the_program_was_stopped_and_started(line: Line) -> None:
    await line.say("hi", "attorney")
    await line.bot.stop()
    await line.start()
    await line.say("my own")
    assert await line.told() == {"filer": "attorney", "account": "own"}


async def test_a_file_or_a_picture_is_answered_with_words(line: Line) -> None:
    await line.say("hi")
    await line.say("", subtype="file_share", files=[{"id": "F1", "name": "scan.pdf"}])
    assert "cannot open files" in line.words()


async def test_an_edit_and_a_deletion_change_no_answer_by_themselves(line: Line) -> None:
    first = await line.say("hi", "attorney")
    await line.slack.act.edit("filer", first.ts, "paralegal")
    await line.quiet()
    assert await line.told() == {"filer": "attorney"}
    assert "changed a message" in line.words()
    said = len(line.said())
    await line.slack.act.delete("filer", first.ts)
    await line.quiet()
    assert await line.told() == {"filer": "attorney"}
    assert len(line.said()) == said


def labels(line: Line) -> list[str]:
    """The words on the buttons of the newest message."""
    blocks = line.newest().content["blocks"]
    return [
        one["text"]["text"] for block in blocks if block["type"] == "actions" for one in block["elements"]
    ]
