"""Lines of a file read as rules."""

import pytest

from bot.flow.report import Report
from bot.flow.rule import parse_rule
from bot.flow.source import read
from bot.flow.when import Clause, When
from bot.flow.written import Value


def written(text: str) -> Value:
    value = read("a.yaml", text, Report())
    assert value is not None
    return value


def rule(text: str) -> When | None:
    report = Report()
    when = parse_rule(written(text), report)
    assert report.problems() == ()
    return when


def advice_on(text: str) -> tuple[When | None, str]:
    report = Report()
    when = parse_rule(written(text), report)
    (problem,) = report.problems()
    assert problem.kind == "bad_when"
    return when, problem.advice


def test_or_joins_answers_and_and_joins_clauses() -> None:
    assert rule("account is shared or none and filer is attorney") == When(
        ((Clause("account", ("shared", "none")), Clause("filer", ("attorney",))),)
    )


def test_lines_with_dashes_are_rows_of_which_any_may_hold() -> None:
    assert rule("- account is own\n- filer is other") == When(
        ((Clause("account", ("own",)),), (Clause("filer", ("other",)),))
    )


def test_a_rule_may_go_on_in_the_next_line() -> None:
    assert rule(">-\n  account is own\n  and filer is other") == rule("account is own and filer is other")


def test_a_rule_may_name_the_court() -> None:
    assert rule("court.type is district") == When(((Clause("court.type", ("district",)),),))


def test_or_between_two_questions_is_told_to_be_two_lines() -> None:
    assert advice_on("account is own or filer is other")[0] is None
    assert "write two lines with dashes" in advice_on("account is own or filer is other")[1]


def test_a_question_that_stands_twice_in_a_line_is_told() -> None:
    assert "once in a line" in advice_on("account is own and account is shared")[1]


@pytest.mark.parametrize(
    "text",
    [
        "account",
        "account is",
        "account is not own",
        "account = own",
        "account is own, shared",
        '""',
        "{a: b}",
        "Account is own",
    ],
)
def test_a_line_that_is_no_rule_is_told_how_to_write_one(text: str) -> None:
    when, advice = advice_on(text)
    assert when is None
    assert "account is shared or none and filer is attorney" in advice


def test_a_bad_line_leaves_the_good_ones_in_force() -> None:
    assert advice_on("- account\n- filer is other")[0] == When(((Clause("filer", ("other",)),),))
