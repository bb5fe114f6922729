"""A text that YAML ends in the middle, because of a number sign in it."""

import re
from typing import Any

from yaml.events import ScalarEvent

from bot.flow.model import Place
from bot.flow.report import Report

_COMMENT = re.compile(r"\s+(#[^\s#].*)")


def report_cut(file: str, lines: list[str], event: ScalarEvent, report: Report) -> None:
    """Report a text such as `Choose #1 or #2`: without quotes YAML takes what follows for a comment.

    A comment with a space after its sign is one that somebody meant, and is let be.
    """
    mark: Any = event.end_mark
    if event.style or mark.line >= len(lines):
        return
    cut = _COMMENT.fullmatch(lines[mark.line][mark.column :])
    if cut:
        place = Place(file, mark.line + 1, mark.column + cut.start(1) + 1)
        what = f'From "{cut[1]}" on nothing is read: it counts as a comment.'
        advice = 'Put the whole text in "quotes"; write a comment with a space after its #.'
        report.error(place, "cut_text", what, advice)
