"""Conversations that must always come out right, played through the same turns as a filer's."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.book import Book
from bot.engine.checklist import steps
from bot.engine.machine import CHECKLIST
from bot.engine.message import Message
from bot.engine.scene import hand_over_id, settled
from bot.engine.turn import advance, fresh
from bot.flow.model import Example


@dataclass(frozen=True, slots=True)
class Played:
    """What an example came to: step ids, or the id of a hand-over, or the question that is still asked."""

    steps: tuple[str, ...] = ()
    hand_over: str = ""
    asks: str = ""

    def __str__(self) -> str:
        """The end in the words of a flow file."""
        if self.asks:
            return f"the question {self.asks}"
        return f"the hand over {self.hand_over}" if self.hand_over else ", ".join(self.steps) or "no step"


def play(book: Book, flow: str, example: Example, now: datetime) -> Played:
    """Say what the example says, from the first greeting on, and give what it comes to.

    Raises KeyError for an unknown flow.
    """
    rules = book.flows[flow]
    opened = in_flow(book, flow)
    conversation = fresh(opened, "example", "example")
    at = int(now.timestamp() * 1_000_000)
    for place, text in enumerate(example.says, 1):
        conversation = advance(opened, conversation, Message(at=at + place, text=text), now).conversation
    end = settled(rules, conversation)
    if end.state == CHECKLIST:
        return Played(steps=tuple(step.id for step in steps(rules.flow, end.path)))
    return Played(hand_over=hand_over_id(end.state), asks="" if hand_over_id(end.state) else end.state)


def expected(example: Example) -> Played:
    """What the file says the example must come to."""
    return Played(steps=example.gets, hand_over=example.hands_over)


def in_flow(book: Book, flow: str) -> Book:
    """The same book, where this flow is the one that opens by itself. Raises KeyError for an unknown flow."""
    return replace(book, court=replace(book.court, default_flow=book.flows[flow].flow.id))
