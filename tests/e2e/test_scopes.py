"""The scopes of the table are enough for everything, and none of them can be spared."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.practice import PracticeSettings, PracticeSlack
from bot.practice.faults import WebFault
from bot.slack.needs import SCOPES, names
from tests.e2e.line import STAFF, Line
from tests.e2e.waiting import until


@pytest.fixture
async def line(logs: io.StringIO, tmp_path: Path) -> AsyncIterator[Line]:
    """A help desk whose app was granted what the table names, and nothing else."""
    granted = PracticeSettings(socket_mode=True, retry_scale=0.002, scopes=names(SCOPES))
    async with PracticeSlack(granted) as slack:
        line = Line(slack, "socket", tmp_path / "helpdesk.db", logs)
        await line.start()
        yield line
        await line.bot.stop()


async def everything(line: Line) -> None:
    """All that a filer and staff do; two answers of Slack's are lost, so that it must be looked up."""
    act, faults = line.slack.act, line.slack.faults
    await act.command("filer")
    await line.quiet()
    faults.add(WebFault("drop_after", "chat.postMessage"))
    await line.say("attorney")
    await act.open_home("filer")
    faults.add(WebFault("drop_after", "chat.postMessage", channel=STAFF))
    await line.say("person")
    await line.press("Claim", line.cards()[0], person="staff")


def missing(line: Line) -> set[str]:
    """The scopes that Slack has missed in a call."""
    answers = (call.answer for call in line.slack.record.calls)
    return {str(one["needed"]) for one in answers if one.get("error") == "missing_scope"}


async def test_with_exactly_these_scopes_everything_works(line: Line) -> None:
    await everything(line)
    assert missing(line) == set()
    assert await line.dead_letters() == []
    name = line.slack.workspace.person("staff").real_name
    assert name in line.words()
    assert name in str(line.cards()[0].content["text"])


@pytest.mark.parametrize("scope", sorted({*names(SCOPES)} - {"commands"}))
async def test_without_one_of_them_a_call_is_refused_for_it(line: Line, scope: str) -> None:
    line.slack.app.scopes.discard(scope)
    trying = asyncio.create_task(everything(line))
    await until(lambda: missing(line) == {scope}, f"Slack misses {scope}")
    trying.cancel()


async def test_without_the_scope_for_it_there_is_no_command(line: Line) -> None:
    line.slack.app.scopes.discard("commands")
    with pytest.raises(LookupError, match="commands"):
        await line.slack.act.command("filer")
