"""When something of ours fails, nobody is left without a word, and nothing acknowledged is lost."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.engine.turn import advance
from bot.errors import StorageError
from bot.storage.database import SqliteStore
from tests.e2e.line import Line
from tests.e2e.waiting import until

ADVANCE = "bot.service.desk.advance"
Broken = Callable[..., Any]


def failing(error: Exception, times: int, otherwise: Broken) -> Broken:
    """What raises so many times, and then does what it should."""
    left = [times]

    def fail(*arguments: Any, **named: Any) -> Any:
        if left[0] > 0:
            left[0] -= 1
            raise error
        return otherwise(*arguments, **named)

    return fail


async def test_an_exception_in_a_turn_gives_a_sentence_and_a_dead_letter(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    await line.say("hi")
    broken = failing(ValueError("my password is Secret1!"), 1, advance)
    monkeypatch.setattr(ADVANCE, broken)
    delivery = await line.say("attorney")
    assert delivery.acknowledged
    assert "Something went wrong" in line.words()
    (letter,) = await line.dead_letters()
    assert letter.error == "ValueError"
    assert "Secret1!" not in repr(letter) + line.logs.getvalue()
    await line.say("attorney")
    assert await line.told() == {"filer": "attorney"}


async def test_an_exception_in_a_press_gives_a_sentence_and_a_dead_letter(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    await line.say("hi")
    monkeypatch.setattr(ADVANCE, failing(KeyError("x"), 1, advance))
    await line.press("An attorney")
    assert "Something went wrong" in line.words()
    assert [one.error for one in await line.dead_letters()] == ["KeyError"]


async def test_an_event_the_database_refused_is_delivered_again_by_slack(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    await line.say("hi")
    monkeypatch.setattr(ADVANCE, failing(StorageError("locked"), 2, advance))
    delivery = await line.slack.act.say("filer", "attorney")
    assert not delivery.attempts[0].acknowledged
    await delivery.settled()
    await line.quiet()
    assert delivery.acknowledged
    assert len(delivery.attempts) == 3
    assert await line.told() == {"filer": "attorney"}
    assert len(line.said()) == 2


async def test_a_press_the_database_refused_asks_to_press_again(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    await line.say("hi")
    with monkeypatch.context() as broken:
        broken.setattr(SqliteStore, "run", failing(StorageError("locked"), 1, SqliteStore.run))
        delivery = await line.slack.act.press("filer", line.newest().ts, label="An attorney")
        assert delivery.acknowledged
    await until(lambda: line.slack.ephemerals, "told to press again")
    assert "press or type it once more" in line.slack.ephemerals[-1].content["text"]
    await line.press("An attorney")
    assert await line.told() == {"filer": "attorney"}


async def test_a_command_the_database_refused_says_so_at_once(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ADVANCE, failing(StorageError("locked"), 1, advance))
    delivery = await line.slack.act.command("filer", text="restart")
    assert "press or type it once more" in str(delivery.answer)
    await line.quiet()
    assert line.said() == []


async def test_a_press_that_takes_too_long_to_save_asks_to_press_again(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    await line.say("hi")
    with monkeypatch.context() as slow:
        slow.setattr("bot.slack.app.SAVE_SECONDS", 0.05)
        slow.setattr("bot.service.desk.HelpDesk.handle", for_ever)
        delivery = await line.slack.act.press("filer", line.newest().ts, label="An attorney")
        assert delivery.acknowledged
    await until(lambda: line.slack.ephemerals, "told to press again")
    assert "press or type it once more" in line.slack.ephemerals[-1].content["text"]


async def for_ever(*_: Any) -> None:
    """A desk whose database does not answer."""
    await asyncio.Event().wait()
