"""Whatever lies in a flow file, reading it raises nothing, and every problem stands inside the file."""

from hypothesis import given
from hypothesis import strategies as st

from bot.flow.check import check
from bot.flow.library import load
from bot.flow.problem import Problem
from tests.flows.overlay import LIMITS, NOW, base

FILES = ("nextgen.yaml", "facts.yaml", "phrases.yaml", "words.yaml", "says.yaml", "courts/north.yaml")
BASE = base()
ANYTHING = st.text(max_size=200)
YAML_LIKE = st.lists(
    st.sampled_from(
        [
            *"-:?,[]{}#&*!|>'\"%@`~ \n\t", "  ", "\n  ", "\n    ", ": ", "- ", "key", "ask", "steps:",
            "questions:", "<<", "flow: x", "&a ", "*a", "!!int ", "---\n", "...", "{court.name}", "yes",
            "when: ", "a is b", "2014-08-11", "\r\n", "\u2028", "\ufeff", "\u200b", "\x00", "\ud800", "é",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def problems_with(file: str, text: str) -> list[Problem]:
    library, problems = load(BASE | {file: text})
    return [*problems, *(check(library, NOW.date(), LIMITS) if library else ())]


def assert_inside(problems: list[Problem], texts: dict[str, str]) -> None:
    for problem in problems:
        lines = texts[problem.file].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert problem.what
        assert problem.advice


@given(st.sampled_from(FILES), ANYTHING | YAML_LIKE)
def test_any_text_at_all_is_read_without_an_exception(file: str, text: str) -> None:
    assert_inside(problems_with(file, text), BASE | {file: text})


@given(st.sampled_from(FILES), st.data())
def test_a_whole_file_with_anything_put_into_it_is_read_without_an_exception(
    file: str, data: st.DataObject
) -> None:
    whole = BASE[file]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 30)))
    text = whole[:start] + data.draw(YAML_LIKE | ANYTHING) + whole[end:]
    assert_inside(problems_with(file, text), BASE | {file: text})


@given(st.sampled_from(FILES), st.data())
def test_a_file_with_a_line_missing_or_written_twice_is_read_without_an_exception(
    file: str, data: st.DataObject
) -> None:
    lines = BASE[file].split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    times = data.draw(st.sampled_from([0, 2]))
    text = "\n".join([*lines[:number], *lines[number : number + 1] * times, *lines[number + 1 :]])
    assert_inside(problems_with(file, text), BASE | {file: text})


@given(st.text(max_size=30), ANYTHING)
def test_a_file_of_any_name_is_read_without_an_exception(name: str, text: str) -> None:
    load(BASE | {name: text})


def test_a_long_word_without_meaning_is_no_trouble() -> None:
    problems = problems_with("nextgen.yaml", "flow: nextgen\n" + "a" * 1000 + ": b\n")
    assert "unknown_key" in {problem.kind for problem in problems}
