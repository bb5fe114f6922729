"""Edited and deleted messages: what was read first counts.

Why: docs/decisions, "An edit does not run the turn again".
"""

from datetime import datetime

from bot.engine.conversation import Conversation
from bot.service.content import Content
from bot.service.incoming import Incoming
from bot.service.ports import Delivery, Unit
from bot.service.stamps import written_at
from bot.service.voice import Voice


def is_to_be_read(unit: Unit, incoming: Incoming, before: Conversation, now: datetime) -> bool:
    """Whether the conversation should hear this: a message, or an edit of one that never arrived.

    The message that was edited or deleted is taken as seen, so that it is not read should it still arrive.
    """
    unseen = bool(incoming.about) and unit.first_sight((incoming.about,), now)
    if incoming.how == "edited":
        return unseen and written_at(incoming.pressed_at) > before.last_at
    return incoming.how != "deleted"


def note_edit(voice: Voice, unit: Unit, incoming: Incoming, before: Conversation, now: datetime) -> None:
    """Tell the filer, once in a talk, how an answer is corrected; a talk that is over needs no correction."""
    if incoming.how != "edited" or not before.flow or before.ended or before.owner == "human":
        return
    reply = voice.tell(before, voice.say("edited_noted", now))
    said = Content(reply=voice.with_notice(unit, reply, now))
    to = f"person:{incoming.person}"
    unit.enqueue(Delivery(f"edited:{before.id}", to, "post", said, now, thread=incoming.thread))
