"""One message, one turn: what a person did becomes a new conversation and a reply.

Pure: the same book, conversation, message and moment give the same turn, byte for byte.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.engine import ownership
from bot.engine.acts import ACTS, begin_again
from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.engine.hearing import listened, numbered, resumed, secret, silence
from bot.engine.message import DO, Message
from bot.engine.outcome import Turn
from bot.engine.presses import pressed, with_staff
from bot.engine.replies import reply_for
from bot.engine.reply import Reply
from bot.engine.scene import Scene, resettled

SPOKEN = ("back", "restart", "why", "help", "person", "status", "stop")
TO_STAFF = ("status", "stop")


def fresh(book: Book, key: str, person: str, purpose: str = "own") -> Conversation:
    """A conversation that has not begun."""
    return Conversation(key=key, court=book.court.id, person=person, purpose=purpose)


def advance(book: Book, before: Conversation, message: Message, now: datetime) -> Turn:
    """The turn that this message makes.

    `now` is aware and in the court's zone. A filer's words are never an error: what cannot be read is
    asked again, then offered, then handed to a person.
    """
    scene = _look(book, before, message, now)
    for road in ROADS:
        turn = road(scene)
        if turn is not None:
            return _announced(scene, turn)
    return _announced(scene, listened(scene))


def give_back(book: Book, conversation: Conversation) -> Conversation:
    """The conversation after staff have closed its case: the bot has the word again.

    The hand-over it was in is passed over from now on, so the questions go on where they stopped.
    """
    entry = conversation.heard or conversation.state.partition(":")[2]
    waived = (
        (*conversation.waived, entry) if entry and entry not in conversation.waived else conversation.waived
    )
    owner = ownership.after(conversation.owner, "give_back")
    returned = replace(conversation, owner=owner, helper="", case="", heard="", waived=waived, misses=0)
    return resettled(book.rules(conversation.flow), returned)[0]


def asked_again(
    book: Book, conversation: Conversation, now: datetime, *lead: str
) -> tuple[Conversation, Reply]:
    """What this conversation calls for, put once more after `lead`; the conversation with its buttons shown.

    `now` is aware and in the court's zone.
    """
    scene = Scene(book, book.rules(conversation.flow), conversation, Message(conversation.last_at), now)
    reply = reply_for(scene, conversation, *lead)
    offered = tuple((choice.question, choice.answer) for choice in reply.choices)
    return replace(conversation, offered=offered), reply


def _look(book: Book, before: Conversation, message: Message, now: datetime) -> Scene:
    opening = not before.flow or (before.ended and before.owner != "human")
    began = _begun(book, before) if opening else before
    rules = book.rules(began.flow)
    if opening or began.fingerprint != rules.flow.fingerprint:
        settled = resettled(rules, replace(began, flow=rules.flow.id))[0]
        edited = not opening and settled.state != began.state
        return Scene(book, rules, settled, message, now, opening, edited)
    return Scene(book, rules, began, message, now)


def _begun(book: Book, before: Conversation) -> Conversation:
    return begin_again(before, book.default) if before.ended else replace(before, flow=book.default)


def _spoken(scene: Scene) -> Turn | None:
    """A word that works as the whole message, or the word after the slash command.

    Words such as "done" or "thanks" work only while their button is on the screen.
    """
    if scene.message.press is not None:
        return None
    word = scene.message.command or scene.book.commands.read(scene.message.text) or ""
    if scene.conversation.owner == "human":
        allowed = word in TO_STAFF
    else:
        allowed = bool(scene.message.command) or word in SPOKEN or (DO, word) in scene.conversation.offered
    act = ACTS.get(word) if allowed else None
    return act(scene) if act else None


def _announced(scene: Scene, turn: Turn) -> Turn:
    """The turn with what a filer must hear first: who is speaking, and that the questions have changed.

    A hand-over begins with its own reason, and a press with what it did, unless it did no more than begin.
    """
    if turn.reply is None:
        return turn
    if scene.edited:
        return _led(turn, scene.say("flow_changed"))
    press = scene.message.press
    is_led = press is not None and (press.question, press.answer) != (DO, "start")
    begins = scene.opening and not is_led and turn.reply.kind != "hand_over"
    return _led(turn, scene.fill(scene.rules.flow.start)) if begins else turn


def _led(turn: Turn, line: str) -> Turn:
    assert turn.reply is not None
    return replace(turn, reply=replace(turn.reply, lines=(line, *turn.reply.lines)), fresh=True)


ROADS: tuple[Callable[[Scene], Turn | None], ...] = (
    _spoken,
    with_staff,
    pressed,
    secret,
    silence,
    resumed,
    numbered,
)
