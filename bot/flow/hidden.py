"""Signs that nobody sees and that break a file: they are shown to the clerk and read as spaces."""

import re

from bot.flow.model import Place
from bot.flow.report import Report

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]"
)
_MARK = "\ufeff"


def without_hidden(file: str, text: str, report: Report) -> str:
    """The text with line ends made equal and every hidden sign replaced by a space, each reported.

    A mark at the very beginning, as some editors write, is dropped without a word.
    """
    text = text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
    for found in _HIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        what = f"A hidden sign (U+{ord(found[0]):04X}) stands here."
        advice = "Delete the letters on both sides of it and type them again."
        report.error(Place(file, line, column), "hidden_sign", what, advice)
    return _HIDDEN.sub(" ", text)
