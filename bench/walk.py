"""One way through the flow `nextgen`, as typed and pressed messages, each with the reply it must get."""

import html
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.engine.book import Book, build
from bot.flow.library import load

FLOWS = Path("flows")
FLOW = "nextgen"
COURT = "moeb"
PATH = {
    "filer": "attorney",
    "account": "own",
    "created": "before",
    "upgraded": "no",
    "privileges": "before_golive",
    "linked": "no",
    "old_login": "known",
}


@dataclass(frozen=True)
class Step:
    """What a filer does, and words that stand in the reply to it and in no other reply of the walk.

    `how` is type or press; `what` is the text, or the action id of the button.
    """

    how: str
    what: str
    reply: str


def the_book(court: str = COURT) -> Book:
    """The shipped flows, compiled for one court."""
    texts = {str(file.relative_to(FLOWS)): file.read_text("utf-8") for file in FLOWS.rglob("*.yaml")}
    library, problems = load(texts)
    assert library is not None, problems
    return build(library, court)


def typed_walk(book: Book) -> tuple[Step, ...]:
    """Every turn typed, the answers in the words of their buttons."""
    typed = [("type", label(book, question, answer)) for question, answer in PATH.items()]
    return _with_replies(book, [("type", "hi"), *typed])


def mixed_walk(book: Book) -> tuple[Step, ...]:
    """Pressed and typed in turn."""
    acts = [
        ("press", f"helpdesk:{question}:{answer}")
        if place % 2 == 0
        else ("type", label(book, question, answer))
        for place, (question, answer) in enumerate(PATH.items())
    ]
    return _with_replies(book, [("type", "hi"), *acts])


def _with_replies(book: Book, acts: list[tuple[str, str]]) -> tuple[Step, ...]:
    today = date.today()
    asked = [book.wording.fill(book.rules(FLOW).asked[question].ask, today) for question in PATH]
    replies = [*asked, book.wording.say("next_step", today)]
    return tuple(Step(how, what, words(reply)) for (how, what), reply in zip(acts, replies, strict=True))


def label(book: Book, question: str, answer: str) -> str:
    """The words on the button of an answer."""
    found = book.rules(FLOW).asked[question].answer(answer)
    assert found is not None, f"the flow has no answer {answer} to {question}"
    return book.wording.fill(found.label, date.today())


def words(text: str) -> str:
    """A text as it is compared: without markup, and with `&amp;` as people read it."""
    return " ".join(html.unescape(text).replace("*", "").split())
