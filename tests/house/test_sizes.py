"""Sizes that keep a file and a function readable in one look."""

import ast
from statistics import median

from tests.house.source import CODE, files, name, tree

FILE_LINES = 300
FUNCTION_LINES = 40
MEDIAN_LINES = 10

Function = ast.FunctionDef | ast.AsyncFunctionDef


def lengths(*folders: str) -> dict[str, int]:
    """The lines of every function, docstring included, by its place."""
    return {
        f"{name(path)}:{part.lineno} {part.name}": (part.end_lineno or part.lineno) - part.lineno + 1
        for path in files("*.py", *folders)
        for part in ast.walk(tree(path))
        if isinstance(part, Function)
    }


def test_no_file_is_longer_than_300_lines() -> None:
    long = {
        name(path): lines
        for path in files("*.py", *CODE)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert not long, f"Split these by idea, each with a name of its own: {long}"


def test_no_function_is_longer_than_40_lines() -> None:
    long = {place: lines for place, lines in lengths(*CODE).items() if lines > FUNCTION_LINES}
    assert not long, f"Name the parts of these functions: {long}"


def test_the_median_function_of_the_bot_is_under_10_lines() -> None:
    assert median(lengths("bot").values()) < MEDIAN_LINES
