"""When a turn fails: what the operator is told, and what the filer is told. Never a word of what was said."""

from datetime import datetime
from types import TracebackType

from bot.errors import Unreadable
from bot.service.content import Content
from bot.service.incoming import Ack, FromStaff, Incoming
from bot.service.ports import DeadLetter, Delivery, Unit
from bot.service.voice import Voice

OURS = "bot."


def apologise(
    voice: Voice, incoming: Incoming | FromStaff, error: Exception, now: datetime, unit: Unit
) -> Ack:
    """Take the delivery as seen, leave a dead letter, and say that something went wrong.

    The turn itself was rolled back. Staff hear it at once; a filer through the outbox, unless nothing more
    was done than to look at App Home.
    """
    if not unit.first_sight(incoming.keys, now):
        return Ack()
    key = incoming.keys[0]
    unit.dead_letter(DeadLetter(key, place_of(error), type(error).__name__, now))
    sorry = "something_wrong"
    if isinstance(error, Unreadable):
        unit.set_aside(error.key, now)
        sorry = "begun_afresh"
    if not isinstance(incoming, Incoming):
        return Ack(voice.say("press_again", now))
    if incoming.how == "home":
        return Ack()
    reply = voice.tell(None, voice.say(sorry, now))
    said = Content(reply=voice.with_notice(unit, reply, now))
    to = f"person:{incoming.person}"
    unit.enqueue(Delivery(f"sorry:{key}", to, "post", said, now, thread=incoming.thread))
    return Ack()


def place_of(error: Exception) -> str:
    """Where in our own code an error came up: module, function and line, without a value of any variable."""
    place, step = "", error.__traceback__
    while step is not None:
        place = _here(step) or place
        step = step.tb_next
    return place


def _here(step: TracebackType) -> str:
    module = step.tb_frame.f_globals.get("__name__", "")
    return f"{module}.{step.tb_frame.f_code.co_name}:{step.tb_lineno}" if module.startswith(OURS) else ""
