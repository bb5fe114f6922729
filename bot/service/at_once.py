"""What a slash command is answered with in its acknowledgement, to that person alone."""

from datetime import datetime

from bot.engine.reply import Reply, plain
from bot.service.incoming import Ack
from bot.service.ports import Unit
from bot.service.voice import Voice


def at_once(voice: Voice, unit: Unit, reply: Reply | None, now: datetime) -> Ack:
    """The reply in words, led by the notice that is on."""
    return Ack(plain(voice.with_notice(unit, reply, now)) if reply else "")
