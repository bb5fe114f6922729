"""The table of the bot's own sentences, held against the code that says them and the file they lie in."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from bot.flow.desk_sayings import DESK_SAYINGS
from bot.flow.sayings import SAYINGS, TALK_SAYINGS
from tests.flows.overlay import FLOWS

CODE = Path(__file__).parents[3] / "bot"


def said() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where the code says a sentence by its name, its key, and the values it puts in."""
    for path in sorted(CODE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and call.func.attr == "say"
            ):
                values = {keyword.arg for keyword in call.keywords if keyword.arg}
                for key in call.args[:1]:
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        where = f"{path.relative_to(CODE)}:{call.lineno}"
                        yield where, key.value, frozenset(values)


def test_every_sentence_that_the_code_says_is_in_the_table() -> None:
    assert {(where, key) for where, key, _ in said() if key not in SAYINGS} == set()


def test_the_code_gives_every_value_that_a_sentence_may_use() -> None:
    lacking = {(where, key): SAYINGS[key] - values for where, key, values in said() if key in SAYINGS}
    assert {place: missing for place, missing in lacking.items() if missing} == {}


def test_the_table_names_the_shipped_sentences_and_no_others() -> None:
    shipped = yaml.load((FLOWS / "says.yaml").read_text(), Loader=yaml.BaseLoader)
    assert set(SAYINGS) == set(shipped)


@pytest.mark.parametrize("table", [TALK_SAYINGS, DESK_SAYINGS])
def test_each_table_is_in_the_order_of_the_alphabet(table: Mapping[str, frozenset[str]]) -> None:
    assert list(table) == sorted(table)


def test_no_key_stands_in_two_tables() -> None:
    assert not set(TALK_SAYINGS) & set(DESK_SAYINGS)
