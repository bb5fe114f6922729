"""A number picks a choice, said in any of the ways people say it."""

import pytest

from bot.matching.choices import choice_number


@pytest.mark.parametrize(
    "text",
    ["2", "#2", "2.", "2)", "(2)", "no. 2", "number 2", "Number two", "option 2", "choice two", "answer 2",
     "the second one", "second one", "the second", "the 2nd", "2nd option", "the second answer", "2 please",
     "hi, 2", "the number two"],
)  # fmt: skip
def test_a_number_is_heard_however_it_is_said(text: str) -> None:
    assert choice_number(text) == 2


@pytest.mark.parametrize(
    "text",
    ["", "0", "007", "02", "2014", "123", "two", "second", "one", "both", "1 or 2", "2 accounts",
    "2 of them here",
     "the attorney", "option", "option z", "the first time", "my second one is better", "12345678901",
     "\u0662"],
)  # fmt: skip
def test_anything_else_is_no_number_of_a_choice(text: str) -> None:
    assert choice_number(text) is None


def test_numbers_go_up_to_two_digits() -> None:
    assert choice_number("12") == 12
    assert choice_number("the twelfth one") == 12
    assert choice_number("the 21st one") == 21
