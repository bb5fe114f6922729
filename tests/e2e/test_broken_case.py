"""What is stored of a case makes no sense any more: staff go on with the case, and everybody else's."""

import sqlite3

import pytest

from tests.e2e.line import Line
from tests.e2e.test_outage import commanded
from tests.e2e.test_relay import in_thread, thread


@pytest.mark.parametrize(
    ("column", "text"),
    [("card", "{"), ("card", "[]"), ("card", "{}"), ("card", '{"card": {"title": 7}}'), ("watches", "{")],
)
async def test_a_case_that_cannot_be_read_is_worked_on(http_line: Line, column: str, text: str) -> None:
    line = http_line
    await line.say("hi", "person")
    await line.say("hi", "person", person="other_filer")
    card = line.cards()[0]
    with sqlite3.connect(line.database) as database:
        database.execute(f"UPDATE cases SET {column} = ? WHERE number = 'NG-1001'", (text,))
    assert "NG-1001" in await commanded(line, "queue")
    await line.press("Claim", card, person="staff")
    assert "has this request." in line.cards()[0].content["text"]
    assert "<@UFILER001>" in line.cards()[0].content["text"]
    await line.say("it fails")
    await in_thread(line, "to filer: Call PACER.", card)
    assert "Call PACER." in line.words()
    assert thread(line, card)[-1].startswith("Sent to the filer")
    assert await line.dead_letters() == []
    assert "cannot be read" in line.logs.getvalue(), "the operator is told"
