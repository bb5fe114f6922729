"""`forget me` over real sockets: afterwards nothing that names the filer is in the database."""

import sqlite3
from contextlib import closing

from tests.e2e.line import Line
from tests.e2e.test_outage import commanded

LEFT = {"outbox"}
"""For a week: that App Home was shown anew."""


def naming(line: Line, person: str) -> set[str]:
    """The tables in which somebody's Slack id stands anywhere."""
    with closing(sqlite3.connect(line.database)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table
            for table in tables
            for row in database.execute(f"SELECT * FROM {table}")
            if any(person in str(value) for value in row)
        }


async def test_a_filer_who_asks_for_it_is_forgotten(line: Line) -> None:
    await line.say("viewer", "hm")
    assert naming(line, "UFILER001") > LEFT
    await line.say("forget me")
    line.slack.ephemerals.clear()
    await line.press("Yes, forget me")
    assert "erased our talk" in str(line.slack.ephemerals[-1].content["text"])
    assert naming(line, "UFILER001") <= LEFT
    await line.say("hi")
    assert "Who will file" in line.words()


async def test_an_open_case_is_kept_and_named(line: Line) -> None:
    await line.say("person")
    assert "direct message" in await commanded(line, "forget me", "filer")
    line.slack.ephemerals.clear()
    await line.press("Yes, forget me")
    assert "I keep your request NG-1001" in str(line.slack.ephemerals[-1].content["text"])
    assert len(line.cards()) == 1
