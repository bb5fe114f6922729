"""What can be delivered, before a surface dresses it, and its text form for the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from bot.engine.home import Home
from bot.engine.reply import Choice, Reply
from bot.service.board import Board

BUTTON = "case:"
"""What the question of a button for staff begins with; the case number follows."""


@dataclass(frozen=True, slots=True)
class Card:
    """A case in the staff channel: title, how it stands, paragraphs, what is known, and its buttons.

    `path` is the answers in words (question, answer), `steps` what the filer was told to do, `done` which of
    that is ticked, `words` the filer's last messages; `heads` are the titles of these four, by name.
    `reasons` is why staff are asked, first to last; the paragraphs say it. `person` is the filer's id: where
    a line says `@` and that id, a surface may show the name.
    A button's `question` is `case:` and the case number; its `answer` is the act (claim, close).
    """

    title: str
    lines: tuple[str, ...]
    path: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()
    state: str = ""
    person: str = ""
    actions: tuple[Choice, ...] = ()
    reasons: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    heads: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else wrote, handed on: who says so, the words, and what became of them.

    `person` is the filer's id, as in `Card`. The words are shown as they are; nothing in them is markup.
    """

    head: str
    text: str
    foot: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A reply to a filer, a card for staff, a filer's App Home, or somebody's words; exactly one of them.

    Only a reply may have somebody's words above it, and only a home the board of staff. `echo` is put
    above a replaced question.
    """

    reply: Reply | None = None
    card: Card | None = None
    home: Home | None = None
    board: Board | None = None
    quote: Quote | None = None
    echo: str = ""


_content = TypeAdapter(Content)


def to_json(content: Content) -> str:
    """The content as JSON text, as it lies in the outbox."""
    return _content.dump_json(content, exclude_defaults=True).decode()


def from_json(text: str) -> Content:
    """The content that `to_json` wrote. Raises pydantic.ValidationError if the text is something else."""
    return _content.validate_json(text)
