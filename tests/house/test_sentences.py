"""What people read in Slack is the court's: it lies in flows/, never in the code.

Two marks give a sentence away: four words or more and a full stop, question mark or exclamation mark at the
end; or a capital letter and at least two words, as on a button. What is told to programmers, operators
and clerks is none of these: docstrings, errors, log lines, help texts, and the problems of a flow file.
"""

import ast
import re
from pathlib import Path

from tests.house.source import files, is_docstring, name, tree, with_parents

SPEAKS_TO_PEOPLE_IN_SLACK = (
    "bot/engine",
    "bot/matching",
    "bot/service",
    "bot/slack",
    "bot/storage",
    "bot/web",
)
WORDS_OF_A_SENTENCE = 4
ENDS_A_SENTENCE = re.compile(r"[a-z0-9][.?!][\"')*_]*\s*$")
LABEL = re.compile(r"^[*_\"' ]*[A-Z][a-z]* +[A-Za-z]{2,}")
LOGGING = {"debug", "info", "warning", "error", "exception", "critical"}
FOR_THE_OPERATOR = {"Counter", "Gauge", "Histogram", "Field", "Option", "Argument"}
FOR_THE_OPERATOR_BY_NAME = {"advice", "help", "description", "doc"}


def is_read_by_people(text: str) -> bool:
    """Whether this string looks like something that a person in Slack would read."""
    is_sentence = len(text.split()) >= WORDS_OF_A_SENTENCE and ENDS_A_SENTENCE.search(text)
    return bool(is_sentence or LABEL.match(text))


def is_for_programmers(around: tuple[ast.AST, ...]) -> bool:
    """Whether a string stands where only programmers, operators and clerks see it."""
    for part in around:
        if isinstance(part, ast.Raise | ast.Assert):
            return True
        if isinstance(part, ast.keyword) and part.arg in FOR_THE_OPERATOR_BY_NAME:
            return True
        if isinstance(part, ast.Call):
            called = part.func.attr if isinstance(part.func, ast.Attribute) else getattr(part.func, "id", "")
            if called in LOGGING or called in FOR_THE_OPERATOR or called.endswith("Error"):
                return True
    return False


def reports_problems(path: Path) -> bool:
    """Whether the module writes to the clerk about a file: it makes `Problem`s, or is of the proof."""
    return path.match("bot/engine/pro[ov]*.py") or any(
        isinstance(part, ast.ImportFrom) and any(one.name == "Problem" for one in part.names)
        for part in ast.walk(tree(path))
    )


def sentences(module: ast.Module) -> list[tuple[int, str]]:
    """Line and text of each string in the module that a person in Slack might read."""
    return [
        (part.lineno, part.value)
        for part, around in with_parents(module)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
        if is_read_by_people(part.value)
        if not is_docstring(part, around) and not is_for_programmers(around)
    ]


def test_no_sentence_for_filers_or_staff_stands_in_the_code() -> None:
    found = [
        f'{name(path)}:{line} "{text}"'
        for path in files("*.py", *SPEAKS_TO_PEOPLE_IN_SLACK)
        if not reports_problems(path)
        for line, text in sentences(tree(path))
    ]
    assert not found, "Put these into flows/says.yaml:\n" + "\n".join(found)


def test_a_sentence_in_a_reply_is_found_and_an_error_is_not() -> None:
    module = ast.parse(
        "def f():\n"
        "    '''Say something kind to the filer.'''\n"
        "    reply(f'Sorry {name}, I did not get that.')\n"
        "    button('Go on')\n"
        "    log.info('turn was saved in good time.')\n"
        "    raise StorageError('The database said no.')\n"
    )
    assert [line for line, _ in sentences(module)] == [4, 3]
