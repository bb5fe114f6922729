"""What a filer is asked when staff come in: is this another matter, and is a filing due today?

Nothing waits for the answers. A request in another topic has joined the open one, and leaves it again when
the filer says so. No deadline is ever computed.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.engine.outcome import Evidence, Turn
from bot.engine.reply import Choice, Reply
from bot.matching.choices import choice_number
from bot.service.case_row import CaseRow
from bot.service.casework.scene import CaseScene
from bot.service.incoming import Incoming
from bot.service.voice import Voice

DESK = "desk"
"""The question of a filer's buttons about a case; the answer is an act and the case's number."""

MATTER = ("join", "part")
DUE = ("due", "not_due")
SHORT: Mapping[str, str] = MappingProxyType({"yes": "due", "no": "not_due"})
"""Words that answer whether a filing is due, and the act of the button they stand for."""


def ask_about(voice: Voice, turn: Turn, case: CaseRow, evidence: Evidence, now: datetime) -> Turn:
    """The turn of a hand-over, with at most one question about it."""
    if case.topic != turn.conversation.flow:
        return _asking(
            turn, voice.say("matter_ask", now, case=case.number), _buttons(voice, case, MATTER, now)
        )
    if evidence.blocks_filing and not case.urgent:
        return _asking(turn, voice.say("due_ask", now), _buttons(voice, case, DUE, now))
    return turn


def chosen(book: Book, incoming: Incoming, before: Conversation) -> str:
    """What a filer chose of such a question: act and case number, as in `due:NG-1001`; empty for none.

    By its button, by its number, or by yes and no while it is on the screen.
    """
    press = incoming.message.press
    if press is not None:
        return press.answer if press.question == DESK else ""
    if incoming.how != "said":
        return ""
    offered = {answer.partition(":")[0]: answer for question, answer in before.offered if question == DESK}
    act = SHORT.get(book.short_reply(incoming.message.text), "")
    if act in offered:
        return offered[act]
    number = choice_number(incoming.message.text)
    if number is None or not 1 <= number <= len(before.offered):
        return ""
    question, answer = before.offered[number - 1]
    return answer if question == DESK else ""


def due(scene: CaseScene) -> Reply:
    """A filing is due today: the case is urgent."""
    scene.must_be_open()
    if not scene.case.urgent:
        scene.keep(replace(scene.case, urgent=True, snoozed=None))
        scene.tell_thread(scene.say("due_thread"), name="due")
        scene.note("urgency_set", urgent="yes")
    return scene.voice.tell(None, scene.say("due_told"), scene.say("phones"))


def not_due(scene: CaseScene) -> Reply:
    """Nothing is due today, and nothing changes."""
    return scene.voice.tell(None, scene.say("not_due_told"))


def _buttons(voice: Voice, case: CaseRow, acts: tuple[str, ...], now: datetime) -> tuple[Choice, ...]:
    return tuple(Choice(DESK, f"{act}:{case.number}", voice.say(f"{act}_label", now)) for act in acts)


def _asking(turn: Turn, ask: str, buttons: tuple[Choice, ...]) -> Turn:
    """The turn with a question after all else, and its buttons before the others."""
    assert turn.reply is not None
    reply = replace(turn.reply, ask=ask, choices=(*buttons, *turn.reply.choices))
    offered = tuple((one.question, one.answer) for one in reply.choices)
    return replace(turn, reply=reply, conversation=replace(turn.conversation, offered=offered))


DUE_ACTS: Mapping[str, Callable[[CaseScene], Reply]] = MappingProxyType({"due": due, "not_due": not_due})
