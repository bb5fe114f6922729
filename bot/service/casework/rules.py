"""The rules by which a court's desk works its cases, from the court's file."""

from bot.engine.book import Book
from bot.engine.relay import Marking
from bot.service.casework.scene import DeskRules


def rules_of(book: Book, staff_channel: str) -> DeskRules:
    """The rules of the book's court, with its staff channel, empty for none."""
    chosen = book.court.casework
    return DeskRules(
        staff_channel=staff_channel,
        marking=Marking(open=chosen.open_replies),
        queues=chosen.queues,
        lead=chosen.lead,
        reopen_within=chosen.reopen_within,
    )
