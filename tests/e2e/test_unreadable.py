"""What is stored of a filer makes no sense any more: they hear so, once, and begin again."""

import sqlite3

import pytest

from tests.e2e.line import Line

DAMAGED = {
    "told": ["{", "[]", "7", '{"filer": 5}'],
    "doubt": ["{", "[1]"],
    "offered": ["[1]"],
    "done": ["7"],
}


@pytest.mark.parametrize(
    "damage", [(column, text) for column in DAMAGED for text in DAMAGED[column]], ids=repr
)
async def test_a_conversation_that_cannot_be_read_is_set_aside(
    http_line: Line, damage: tuple[str, str]
) -> None:
    column, text = damage
    await http_line.say("hi", "attorney")
    with sqlite3.connect(http_line.database) as database:
        database.execute(f"UPDATE conversations SET {column} = ?", (text,))
    await http_line.say("my own")
    assert "so we begin again" in http_line.words()
    assert [one.error for one in await http_line.dead_letters()] == ["Unreadable"]
    await http_line.say("hi", "attorney")
    assert await http_line.told() == {"filer": "attorney"}
    with sqlite3.connect(http_line.database) as database:
        kept = database.execute(f"SELECT {column} FROM conversations WHERE key LIKE '%#%'").fetchall()
    assert kept == [(text,)]
