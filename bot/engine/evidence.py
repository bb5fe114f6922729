"""What staff get with a case: why, how urgent, the answers in words, the steps shown and ticked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.engine.book import Book
from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.message import Message
from bot.engine.outcome import Evidence
from bot.engine.replies import in_words
from bot.engine.scene import Scene, hand_over_id
from bot.engine.ticks import is_ticked
from bot.flow.model import Step


def evidence(scene: Scene, path: Mapping[str, str], hand_over: str) -> Evidence:
    """The pack for a hand-over that was reached by this path."""
    entry = scene.rules.flow.hand_over(hand_over)
    assert entry is not None
    shown = _shown(scene)
    return Evidence(
        hand_over=hand_over,
        because=scene.fill(entry.because),
        urgent=entry.urgent,
        path=in_words(scene, path),
        steps=tuple(scene.fill(step.do) for step in shown),
        done=tuple(scene.fill(step.do) for step in shown if is_ticked(scene.conversation, step.id)),
        blocks_filing=entry.blocks_filing,
    )


def evidence_now(book: Book, conversation: Conversation, now: datetime) -> Evidence | None:
    """The pack of a conversation that is in a hand-over; None for any other.

    `now` is aware and in the court's zone.
    """
    scene = Scene(book, book.rules(conversation.flow), conversation, Message(conversation.last_at), now)
    settled = scene.settled(conversation)
    reached = hand_over_id(settled.state)
    return evidence(scene, settled.path, reached) if reached else None


def _shown(scene: Scene) -> Sequence[Step]:
    """The checklist that the filer had before this turn, whatever was asked of staff since."""
    before = scene.settled(replace(scene.conversation, heard=""))
    return steps(scene.rules.flow, before.path) if before.state == CHECKLIST else ()
