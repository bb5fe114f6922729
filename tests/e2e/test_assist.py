"""`/nextgen assist` over real sockets: one modal, shown anew after each answer, and nothing is kept."""

import sqlite3
from contextlib import closing
from typing import Any

from bot.practice.views import StoredView
from tests.e2e.line import Line
from tests.e2e.test_outage import commanded


def counts(line: Line) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(line.database)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def modal(line: Line) -> StoredView:
    """The modal that the member of staff sees; there is only one."""
    (shown,) = line.slack.views.stack("USTAFF001")
    return shown


def fields(line: Line) -> list[dict[str, Any]]:
    return [block for block in modal(line).content["blocks"] if block["type"] == "input"]


async def hand_in(line: Line, label: str) -> None:
    """Choose the answer that begins so, and press the button."""
    for field in fields(line):
        for option in field["element"].get("options", ()):
            if option["text"]["text"].startswith(label):
                chosen = {field["block_id"]: {"value": option["value"]}}
                delivery = await line.slack.act.submit_view("staff", modal(line).id, chosen)
                assert delivery.acknowledged
                assert not delivery.trouble
                return
    raise LookupError(label)


async def test_staff_are_walked_to_the_steps_in_one_modal_that_leaves_nothing(line: Line) -> None:
    before = counts(line)
    assert await commanded(line, "assist") == ""
    first = modal(line).id
    await hand_in(line, "An attorney")
    await hand_in(line, "My own")
    await hand_in(line, "Back")
    await hand_in(line, "My own")
    await hand_in(line, "August 11, 2014 or later")
    assert "Answers so far: 3." in str(modal(line).content)
    await hand_in(line, "Yes, from July")
    steps = fields(line)[0]["element"]["initial_value"]
    assert "Next step:" in steps
    assert "https://" in steps
    assert modal(line).id == first, "the same modal, shown anew"
    after = counts(line)
    assert {table for table in after if after[table] != before[table]} == {"seen"}
    assert "UFILER" not in str(modal(line).content)
    await line.slack.act.submit_view("staff", first)
    assert line.slack.views.stack("USTAFF001") == []


async def test_nobody_else_is_walked(line: Line) -> None:
    assert "Only our staff" in await commanded(line, "assist", "filer")
    assert line.slack.views.stack("UFILER001") == []
