"""Edits and deletions: what was read first counts, and the filer hears how to correct it."""

from dataclasses import replace

import pytest

from bot.engine.message import Message
from bot.service.incoming import Ack, Incoming
from bot.storage.times import micros
from tests.unit.service.office import Office, told


@pytest.fixture
def office() -> Office:
    return Office()


def changed(office: Office, original: Incoming, text: str, number: int = 1) -> Incoming:
    """An edit of a message, made one second later."""
    ts = original.keys[1].rpartition(":")[2]
    office.clock.move(1)
    return Incoming(
        (f"event:Edit{number}",),
        "U1",
        "edited",
        Message(micros(office.clock.time), text),
        channel="D1",
        pressed_at=ts,
        about=original.keys[1],
    )


async def test_an_edit_of_a_message_that_was_read_changes_nothing_and_is_noted_once(office: Office) -> None:
    await office.say("hi")
    original = office.typed("my own")
    await office.desk.handle(original)
    await office.sent()
    for number in (1, 2):
        assert await office.desk.handle(changed(office, original, "shared", number)) == Ack()
    assert told(await office.sent()) == "<edited_noted>"
    assert (await office.conversation()).told["account"].answer == "own"


async def test_an_edit_that_arrives_before_its_message_is_read_instead(office: Office) -> None:
    await office.say("hi")
    original = office.typed("my own")
    await office.desk.handle(changed(office, original, "shared"))
    await office.desk.handle(original)
    assert (await office.conversation()).told["account"].answer == "shared"
    assert len(await office.sent()) == 2, "the late original is a copy, and gets no reply of its own"


async def test_an_edit_of_a_message_from_before_the_keys_were_forgotten_is_not_read(office: Office) -> None:
    original = office.typed("hi")
    await office.desk.handle(original)
    await office.say("my own")
    await office.sent()
    office.clock.move(26 * 3600)
    await office.run(lambda unit: unit.prune(office.clock.time))
    await office.desk.handle(changed(office, original, "shared"))
    assert told(await office.sent()) == "<edited_noted>"
    assert (await office.conversation()).told["account"].answer == "own"


@pytest.mark.parametrize("last", ["stop", ""])
async def test_an_edit_after_the_talk_is_not_noted(office: Office, last: str) -> None:
    original = office.typed("hi")
    if last:
        await office.desk.handle(original)
        await office.say(last)
    else:
        await office.run(lambda unit: unit.first_sight(original.keys, office.clock.time))
    await office.sent()
    await office.desk.handle(changed(office, original, "hello"))
    assert await office.sent() == []


async def test_a_deletion_says_nothing_and_keeps_a_late_original_away(office: Office) -> None:
    original = office.typed("hi")
    deleted = replace(changed(office, original, ""), how="deleted")
    assert await office.desk.handle(deleted) == Ack()
    await office.desk.handle(original)
    assert await office.sent() == []
