"""What a filer reads at the end of every path: the next step first, and the phones, always."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from bot.engine.book import Book, build
from bot.engine.conversation import Conversation
from bot.engine.message import Message, Press
from bot.engine.reply import Reply, plain
from bot.engine.turn import advance, fresh
from tests.flows.oracle import Row, rows
from tests.flows.shipped import COURTS, library

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Chicago"))
PACER_PHONE = "800-676-6856"
COURT_PHONES = {"moeb": "866-803-9517", "nvd": "702-464-5555", "ca10": "303-844-3157"}


@cache
def book(court: str) -> Book:
    """The shipped flows compiled for a court."""
    return build(library(), court)


def last_reply(court: str, row: Row) -> Reply:
    """What is said after the last answer of a path, each given by its button."""
    conversation: Conversation = fresh(book(court), "key", "person")
    reply: Reply | None = None
    for number, (question, answer) in enumerate(row.answers, 1):
        turn = advance(book(court), conversation, Message(number, press=Press(question, answer)), NOW)
        conversation, reply = turn.conversation, turn.reply
    assert reply is not None
    return reply


def ends() -> Iterator[Row]:
    """One path for each checklist and each hand-over."""
    yield from {row.hand_over or row.steps: row for row in rows()}.values()


@pytest.mark.parametrize("court", COURTS)
def test_every_end_gives_the_phones_of_pacer_and_of_the_court(court: str) -> None:
    for row in ends():
        said = plain(last_reply(court, row))
        assert PACER_PHONE in said, row
        assert COURT_PHONES[court] in said, row


@pytest.mark.parametrize("court", COURTS)
def test_every_checklist_opens_with_the_next_step_and_ends_with_three_ways_on(court: str) -> None:
    for row in ends():
        if row.hand_over:
            continue
        reply = last_reply(court, row)
        assert [section.title for section in reply.sections] == ["Next step:", "After that:"][
            : len(row.steps)
        ]
        assert [item.step for section in reply.sections for item in section.items] == list(row.steps)
        assert [choice.label for choice in reply.choices][:3] == [
            "That worked",
            "Something else",
            "I am still stuck",
        ]


@pytest.mark.parametrize("court", COURTS)
def test_every_hand_over_says_why_and_offers_the_way_back(court: str) -> None:
    for row in ends():
        if not row.hand_over:
            continue
        reply = last_reply(court, row)
        entry = library().flows["nextgen"].hand_over(row.hand_over)
        assert entry is not None
        assert entry.because in reply.lines, row.hand_over
        assert "Back" in [choice.label for choice in reply.choices]


def test_no_braces_are_left_in_what_a_filer_reads() -> None:
    for court in COURTS:
        for row in ends():
            assert "{" not in plain(last_reply(court, row)), row
