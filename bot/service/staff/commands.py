"""The table of the words for staff: what each does, and the sentence that explains it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from bot.engine.reply import Reply
from bot.service.incoming import Ack, Incoming
from bot.service.staff.outage import outage
from bot.service.staff.receipt import receipt
from bot.service.staff.scene import StaffScene
from bot.service.voice import Voice


@dataclass(frozen=True, slots=True)
class StaffWord:
    """`act` carries a command out and says what is then read; `help` is the key of the sentence on it."""

    act: Callable[[StaffScene], str]
    help: str


STAFF_WORDS: Mapping[str, StaffWord] = MappingProxyType(
    {
        "outage": StaffWord(outage, "outage_help"),
        "receipt": StaffWord(receipt, "receipt_help"),
    }
)


def carry_out(scene: StaffScene) -> Ack:
    """Do what the word of this command says, and answer in the acknowledgement."""
    return Ack(STAFF_WORDS[scene.command.word].act(scene))


def with_staff_words(voice: Voice, incoming: Incoming, reply: Reply | None, now: datetime) -> Reply | None:
    """The reply to *help*, and for a member of staff also the words that are for staff."""
    if reply is None or not incoming.is_staff:
        return reply
    words = (voice.say(word.help, now) for word in STAFF_WORDS.values())
    return replace(reply, lines=(*reply.lines, voice.say("staff_help", now), *words))
