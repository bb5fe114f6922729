"""What a filer hears who writes in a case while the desk is closed: when staff are back, once each time."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.outcome import Turn
from bot.service.casework.clocks import reminders
from bot.service.content import Content
from bot.service.desk_records import Reminder
from bot.service.ports import Delivery, Unit
from bot.service.voice import Voice

IN_A_CASE = frozenset({"waiting", "human"})
"""Owners of a conversation that staff are to read."""


@dataclass(frozen=True, slots=True)
class ClosedHours:
    """Each method is part of one transaction."""

    voice: Voice

    def told(self, unit: Unit, turn: Turn, now: datetime) -> Turn:
        """The turn with when staff are back, where its filer waits for them and was not told yet.

        What a reply says of it anyway, as at a hand-over, counts as told. Words that only staff answer get a
        message of their own. Nothing where the hours are not known.
        """
        conversation, lines = turn.conversation, self.voice.closed(now)
        if not lines or not conversation.case or conversation.owner not in IN_A_CASE:
            return turn
        period = self.voice.closed_period(now)
        if not self._is_first(unit, conversation.case, period, now):
            return turn
        if turn.reply is not None:
            said = (*turn.reply.lines, *turn.reply.after)
            unsaid = tuple(line for line in lines if line not in said)
            return replace(turn, reply=replace(turn.reply, after=(*turn.reply.after, *unsaid)))
        if turn.relayed:
            reply = self.voice.tell(conversation, self.voice.say("closed_relayed", now), *lines)
            content = Content(reply=self.voice.with_notice(unit, reply, now))
            key, to = f"closed:{conversation.case}:{period}", f"person:{conversation.person}"
            unit.enqueue(Delivery(key, to, "post", content, now))
        return turn

    def _is_first(self, unit: Unit, number: str, period: str, now: datetime) -> bool:
        """Whether nothing was said in this closed period yet; from now on it was."""
        case = unit.case(number)
        if case is None:
            return False
        telling = Reminder(f"{number}:closed:{period}", number, "closed", "filer", now)
        unit.desk.remind(number, [*reminders(self.voice, case), telling])
        return unit.desk.reminded(telling, now)
