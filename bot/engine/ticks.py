"""The boxes of the checklist: what a filer has ticked. A tick changes neither the path nor what is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.engine.book import Book
from bot.engine.checklist import is_open, steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.outcome import Event
from bot.engine.scene import Scene, settled
from bot.flow.model import Step


@dataclass(frozen=True, slots=True)
class Tick:
    """A box that was ticked, or whose tick was taken away. `conversation` is the id of the box's talk."""

    conversation: str
    step: str
    is_done: bool


def ticked(book: Book, conversation: Conversation, tick: Tick) -> tuple[Conversation, tuple[Event, ...]]:
    """The conversation with this tick, and what happened.

    Nothing happens where the box is of another talk or of no step that applies today, or is so already.
    """
    has_box = tick.step in _boxes(book, conversation, tick)
    if not has_box or is_ticked(conversation, tick.step) == tick.is_done:
        return conversation, ()
    others = tuple(step for step in conversation.done if step != tick.step)
    done = (*others, tick.step) if tick.is_done else others
    event = Event("ticked" if tick.is_done else "unticked", {"step": tick.step})
    return replace(conversation, done=done), (event,)


def is_ticked(conversation: Conversation, step: str) -> bool:
    """Whether the filer has ticked this step."""
    return step in conversation.done


def count_ticked(conversation: Conversation, shown: Sequence[Step]) -> int:
    """How many of these steps are ticked; ticks of steps that no longer apply do not count."""
    return sum(is_ticked(conversation, step.id) for step in shown)


def next_step(scene: Scene, shown: Sequence[Step]) -> Step | None:
    """The first step without a tick that is open today, else the first without one; None: all are ticked."""
    left = [step for step in shown if not is_ticked(scene.conversation, step.id)]
    return next((step for step in left if is_open(scene, step)), left[0] if left else None)


def _boxes(book: Book, conversation: Conversation, tick: Tick) -> Collection[str]:
    """The steps that this tick may be about."""
    if tick.conversation != conversation.id or conversation.ended:
        return ()
    rules = book.rules(conversation.flow)
    now = settled(rules, conversation)
    return {step.id for step in steps(rules.flow, now.path)} if now.state == CHECKLIST else ()
