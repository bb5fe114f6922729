"""The table of all paths."""

import pytest

from bot.engine.table import PathRow, table
from tests.little import books


def test_each_path_has_its_steps_in_the_order_of_the_file() -> None:
    east, _ = books()
    assert table(east, "little")[0] == PathRow(
        {"account": "own", "created": "before", "filed": "earlier"}, ("upgrade", "connect"), None, False
    )


def test_a_path_that_ends_with_staff_has_no_steps() -> None:
    east, _ = books()
    ends = {row.hand_over: row.steps for row in table(east, "little")}
    assert ends["unsure"] == ()


def test_words_that_hand_over_make_no_path() -> None:
    east, _ = books()
    assert {row.hand_over for row in table(east, "little")} == {None, "unsure"}
    assert len(table(east, "little")) == 12


def test_an_urgent_hand_over_is_marked() -> None:
    east, _ = books(("    when: filed is unsure\n", "    when: filed is unsure\n    urgent: yes\n"))
    assert {row.urgent for row in table(east, "little") if row.hand_over} == {True}
    assert not any(row.urgent for row in table(east, "little") if not row.hand_over)
    assert not any(row.urgent for row in table(books()[0], "little"))


def test_the_rules_are_those_of_the_court() -> None:
    change = ("    when: filed is never\n", "    when: filed is never and court.type is district\n")
    east, west = books(change)
    assert not any("request" in row.steps for row in table(east, "little"))
    assert any("request" in row.steps for row in table(west, "little"))


def test_an_unknown_flow_has_no_table() -> None:
    with pytest.raises(KeyError):
        table(books()[0], "nothing")
