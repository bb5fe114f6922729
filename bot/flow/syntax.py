"""What YAML says about a broken file, in words a clerk can use."""

import re

import yaml

from bot.flow.model import Place
from bot.flow.report import Report

_QUOTE = 'Put the whole text in "quotes".'
_ADVICE = (
    ("cannot start any token", f"A text may not begin with this sign. {_QUOTE}"),
    ("mapping values are not allowed", f"A text may not hold a colon followed by a space. {_QUOTE}"),
    ("could not find expected ':'", "Write a key, a colon and a space; indent the lines of a long text."),
    ("did not find expected '-' indicator", "Line this up with the dashes above it."),
    ("unexpected end of stream", "A quote that was opened is never closed: close it."),
    ("did not find expected alphabetic", f"A text may not begin with * or &. {_QUOTE}"),
    ("',' or '}'", f"A text may not begin with {{. {_QUOTE}"),
    ("',' or ']'", f"A text may not begin with [. {_QUOTE}"),
    ("unknown escape character", "In double quotes write \\\\ for a backslash."),
    ("block sequence entries are not allowed", "Put a dash on a line of its own, under the key."),
)
_TAB = "Indent with spaces, never with a tab."
_KEY = "did not find expected key"
_ALIGN = "Line this up with the keys above it."
_AFTER = (
    'A text may not begin with {, and no word may follow its closing quote. Put it in one pair of "quotes".'
)
_OPEN = re.compile(r"""\s*(?:- )?[^\s#"'][^:"']*: +(?P<quote>["'])(?:(?!(?P=quote)).)*""")
_OTHERWISE = f"Compare the line with those above it: same indentation, key, colon, space. {_QUOTE}"


def report_syntax(file: str, text: str, error: yaml.MarkedYAMLError, report: Report) -> None:
    """Report a file that is no YAML: where it broke, and what to do about it."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[line])) if mark else 0
    opened = _left_open(lines[:line], error)
    if opened is not None:
        column = len(lines[opened]) + 1
        advice = "Write the same quote at the end of this line."
        what = "The quote that opens this text is never closed."
        report.error(Place(file, opened + 1, column), "syntax", what, advice)
        return
    what = f"The file cannot be read from here on: {error.problem or error.context}."
    place = Place(file, line + 1, column + 1)
    report.error(
        place, "syntax", what, _TAB if _has_tab(lines[line]) else _advice(what, lines[line][:column])
    )


def _left_open(above: list[str], error: yaml.MarkedYAMLError) -> int | None:
    """The last line above that opens a quote and does not close it, where that can be what went wrong.

    YAML reads on to the next quote and complains only there, often many lines below.
    """
    if _KEY not in str(error.problem) and "unexpected end" not in str(error.problem):
        return None
    for number in reversed(range(len(above))):
        found = _OPEN.fullmatch(above[number])
        if found:
            quote = found["quote"]
            return None if any(quote in line for line in above[number + 1 :]) else number
    return None


def _advice(what: str, before: str) -> str:
    if _KEY in what:
        return _AFTER if before.strip() else _ALIGN
    return next((advice for words, advice in _ADVICE if words in what), _OTHERWISE)


def _has_tab(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())]
