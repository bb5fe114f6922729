"""What staff see on App Home above their own: the desk in numbers, and the cases that wait longest."""

from dataclasses import dataclass

from bot.engine.reply import Choice


@dataclass(frozen=True, slots=True)
class Row:
    """A case in a few words, and what can be pressed. An @ and `person` in `text` may become a name."""

    text: str
    person: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Top down: title, `notice` (as on a filer's home), paragraphs, the cases, what there is besides."""

    title: str
    notice: str = ""
    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    after: tuple[str, ...] = ()
