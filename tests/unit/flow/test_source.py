"""YAML read as texts with their places."""

import pytest

from bot.flow.model import Place
from bot.flow.report import Report
from bot.flow.source import DEEPEST, LONGEST_FILE, read
from bot.flow.written import Block, Entry, Items, Scalar, Value, places


def reading(text: str) -> tuple[Value | None, list[str]]:
    report = Report()
    return read("a.yaml", text, report), [problem.kind for problem in report.problems()]


def only_problem(text: str) -> tuple[str, int, int, str]:
    report = Report()
    read("a.yaml", text, report)
    (problem,) = report.problems()
    return problem.kind, problem.line, problem.column, problem.advice


@pytest.mark.parametrize("written", ["yes", "no", "0123", "2014-08-11", "1e3", "null", "~", "0x1F", "12:30"])
def test_whatever_is_written_stays_the_text_it_is(written: str) -> None:
    value, problems = reading(f"key: {written}\n")
    assert isinstance(value, Block)
    entry = value.entry("key")
    assert entry is not None
    assert entry.value == Scalar(written, Place("a.yaml", 1, 6))
    assert problems == []


def test_every_value_knows_its_line_and_column() -> None:
    value, _ = reading("first: one\nsecond:\n  - two\n  - three\n")
    assert value == Block(
        (
            Entry("first", Place("a.yaml", 1, 1), Scalar("one", Place("a.yaml", 1, 8))),
            Entry(
                "second",
                Place("a.yaml", 2, 1),
                Items(
                    (Scalar("two", Place("a.yaml", 3, 5)), Scalar("three", Place("a.yaml", 4, 5))),
                    Place("a.yaml", 3, 3),
                ),
            ),
        ),
        Place("a.yaml", 1, 1),
    )


def test_places_are_found_by_the_path_of_keys() -> None:
    value, _ = reading("steps:\n  link:\n    link:\n      - one\n      - two\n")
    assert value is not None
    found = places(value, ("a.yaml",))
    assert found["a.yaml", "steps", "link"] == Place("a.yaml", 2, 3)
    assert found["a.yaml", "steps", "link", "link", "1"] == Place("a.yaml", 5, 9)


def test_of_two_equal_keys_the_first_is_kept_and_the_second_is_told() -> None:
    value, _ = reading("key: one\nother: x\nkey: two\n")
    assert isinstance(value, Block)
    assert [(entry.key, entry.place.line) for entry in value.entries] == [("key", 1), ("other", 2)]
    kind, line, column, advice = only_problem("key: one\nother: x\nkey: two\n")
    assert (kind, line, column) == ("duplicate_key", 3, 1)
    assert "line 1" in advice


@pytest.mark.parametrize(
    ("text", "kind", "line", "column"),
    [
        ("a: &name text", "anchor", 1, 4),
        ("a: x\nb: *name", "alias", 2, 4),
        ("a: !!int 3", "tag", 1, 4),
        ("a: !Important text", "tag", 1, 4),
        ("a: &name [x]", "anchor", 1, 4),
        ("a: x\n<<: {b: c}", "merge_key", 2, 1),
        ("? [a, b]\n: c", "bad_key", 1, 3),
        ("a: b\n---\nc: d", "two_documents", 2, 1),
        ("", "empty_file", 1, 1),
        ("# only a comment\n", "empty_file", 1, 1),
        ("a: one\u200btwo", "hidden_sign", 1, 7),
        ("a: b\nc: one\u2028two", "hidden_sign", 2, 7),
        ("a: \ud800", "hidden_sign", 1, 4),
        ("a: Is it #1 or #2?", "cut_text", 1, 10),
        ("a:\n  - one\n  - two #2\n", "cut_text", 3, 9),
        ("a: b\x00", "hidden_sign", 1, 5),
    ],
)
def test_what_yaml_does_behind_ones_back_is_refused(text: str, kind: str, line: int, column: int) -> None:
    assert only_problem(text)[:3] == (kind, line, column)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: one: two", 1, "colon followed by a space"),
        ("a: b\n\tc: d", 2, "never with a tab"),
        ("a: @b", 1, "may not begin with this sign"),
        ("a: 'b", 1, "close it"),
        ('a: "b" c', 1, "no word may follow its closing quote"),
        ("a:\n  b: c\n d: e", 3, "Line this up with the keys above it"),
        ('a: "b"\nc: "d\ne: "f"\n', 2, "the same quote at the end of this line"),
        ('a: "b\n  c"\nd: "e" f\n', 3, "no word may follow its closing quote"),
        ("a: 'b\nc: d\n", 1, "the same quote at the end of this line"),
        ("a: {court.name} b", 1, "may not begin with {"),
        ("a: {b c: {d", 1, "may not begin with {"),
        ("a: [b", 1, "may not begin with ["),
        ("a: * b", 1, "may not begin with *"),
        ('a: "\\q"', 1, "backslash"),
        ("a: - b", 1, "a dash on a line of its own"),
        ("- a\nb: c", 2, "the dashes above"),
        ("a: b\nc d\ne: f", 3, "indent the lines of a long text"),
        ("a:\n- [", 2, "Compare the line with those above"),
    ],
)
def test_a_file_that_is_no_yaml_is_told_where_and_what_to_do(text: str, line: int, words: str) -> None:
    value, _ = reading(text)
    kind, found, _, advice = only_problem(text)
    assert value is None
    assert (kind, found) == ("syntax", line)
    assert words in advice


def test_what_is_left_out_at_the_end_stands_in_the_last_line() -> None:
    value, _ = reading("?")
    assert isinstance(value, Block)
    assert value.entries[0].value.place == Place("a.yaml", 1, 1)


@pytest.mark.parametrize(
    "text", ["a: b # a comment", "a: b ## here", "a: 'b #1'", "a: >-\n  b #1\n", "a: b#1", "#a\na: b"]
)
def test_a_comment_that_was_meant_and_a_sign_in_a_text_are_let_be(text: str) -> None:
    assert reading(text)[1] == []


def test_line_ends_and_a_mark_at_the_start_do_not_matter() -> None:
    assert reading("\ufeffa: b\r\nc: d\re: f\n") == reading("a: b\nc: d\ne: f\n")


def test_a_file_may_be_as_long_as_the_cap_and_no_longer() -> None:
    longest = "a: " + "b" * (LONGEST_FILE - 3)
    assert reading(longest)[1] == []
    assert reading(longest + "b") == (None, ["file_too_long"])


def test_a_file_may_be_as_deep_as_the_cap_and_no_deeper() -> None:
    assert reading("[" * DEEPEST + "x" + "]" * DEEPEST)[1] == []
    assert reading("[" * 10_000) == (None, ["too_deep"])
