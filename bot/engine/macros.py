"""Canned replies for staff: which are offered first for a case, and their words today."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.engine.book import Book
from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.reply import Link, link_text
from bot.engine.scene import settled
from bot.flow.model import Macro


def offered(book: Book, reason: str, conversation: Conversation | None) -> tuple[Macro, ...]:
    """All canned replies of the court: those for this hand-over, those for the filer's steps, the rest.

    Each group is in the order of the file. Without a `conversation` no steps are known.
    """
    shown = _steps(book, conversation) if conversation is not None else frozenset()

    def place(macro: Macro) -> int:
        if reason in macro.offered_for:
            return 0
        return 1 if shown.intersection(macro.offered_for) else 2

    return tuple(sorted(book.macros, key=place))


def words(book: Book, macro: Macro, today: date) -> str:
    """What a canned reply says today: its text, its links, and a sentence for each fact to be confirmed."""
    return "\n".join(_lines(book, macro, today))


def _lines(book: Book, macro: Macro, today: date) -> Iterator[str]:
    wording = book.wording
    yield wording.fill(macro.text, today)
    for key in macro.links:
        link = wording.link(key, today)
        yield link_text(Link(link.label, link.url))
    for fact in wording.stale((macro.text, *macro.links), today):
        yield wording.say("confirm_fact", today, label=fact.label or fact.value)


def _steps(book: Book, conversation: Conversation) -> frozenset[str]:
    """The checklist that the filer had, whatever was asked of staff since."""
    rules = book.rules(conversation.flow)
    before = settled(rules, replace(conversation, heard=""))
    shown = steps(rules.flow, before.path) if before.state == CHECKLIST else ()
    return frozenset(step.id for step in shown)
