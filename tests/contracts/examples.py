"""Values that the contract's tests put into a store."""

from datetime import UTC, datetime, timedelta

from bot.engine.conversation import Conversation, Told
from bot.engine.reply import Reply
from bot.service.case_row import CaseRow
from bot.service.content import Card, Content
from bot.service.ports import Delivery

NOON = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
LEASE = 60.0


def after(seconds: float) -> datetime:
    """A moment so many seconds after noon."""
    return NOON + timedelta(seconds=seconds)


def conversation(key: str = "U1.own") -> Conversation:
    """A conversation with one answer told."""
    told = {"filer": Told("attorney", 1_772_474_400_000_000)}
    return Conversation(key=key, court="moeb", person=key.partition(".")[0], flow="nextgen", told=told)


def says(words: str) -> Content:
    """A message of one paragraph."""
    return Content(reply=Reply("information", lines=(words,)))


def to_filer(key: str, person: str = "U1") -> Delivery:
    """A post to a person, due at noon."""
    return Delivery(key=key, to=f"person:{person}", act="post", content=says(key), due=NOON)


def card(title: str) -> Content:
    """The card of a case."""
    return Content(card=Card(title=title, lines=("Help",)))


def case(number: str, person: str = "U1") -> CaseRow:
    """A case that waits for staff."""
    return CaseRow(
        number=number,
        court="moeb",
        person=person,
        conversation=f"{person}.own.1",
        reason="asked_for_person",
        urgent=False,
        state="open",
        card=card(number),
        opened=NOON,
    )
