"""The table of the words for staff: what each does, and the sentence that explains it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from bot.engine.reply import Reply
from bot.service.incoming import Ack, Incoming
from bot.service.staff.assist import assist
from bot.service.staff.case_view import case
from bot.service.staff.find import find
from bot.service.staff.outage import outage
from bot.service.staff.queue import mine, queue
from bot.service.staff.receipt import receipt
from bot.service.staff.scene import StaffScene
from bot.service.voice import Voice


@dataclass(frozen=True, slots=True)
class StaffWord:
    """`act` carries a command out and answers it; `help` is the key of the sentence on it.

    Of a word that `takes_people` the line holds their ids, not their names.
    """

    act: Callable[[StaffScene], Ack | str]
    help: str
    takes_people: bool = False


STAFF_WORDS: Mapping[str, StaffWord] = MappingProxyType(
    {
        "queue": StaffWord(queue, "queue_help"),
        "mine": StaffWord(mine, "mine_help"),
        "case": StaffWord(case, "case_help"),
        "find": StaffWord(find, "find_help", takes_people=True),
        "outage": StaffWord(outage, "outage_help"),
        "receipt": StaffWord(receipt, "receipt_help"),
        "assist": StaffWord(assist, "assist_help"),
    }
)


def carry_out(scene: StaffScene) -> Ack:
    """Do what the word of this command says, and answer in the acknowledgement."""
    done = STAFF_WORDS[scene.command.word].act(scene)
    return done if isinstance(done, Ack) else Ack(done)


def with_staff_words(voice: Voice, incoming: Incoming, reply: Reply | None, now: datetime) -> Reply | None:
    """The reply to *help*, and for a member of staff also the words that are for staff."""
    if reply is None or not incoming.is_staff:
        return reply
    words = (voice.say(word.help, now) for word in STAFF_WORDS.values())
    return replace(reply, lines=(*reply.lines, voice.say("staff_help", now), *words))
