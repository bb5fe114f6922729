"""Cases: opened when a turn hands over, joined when it does so again, taken back by the filer."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.case import OPEN
from bot.engine.conversation import Conversation
from bot.engine.outcome import Evidence, Turn
from bot.engine.ownership import after
from bot.engine.reply import Reply
from bot.service.case_row import CaseRow
from bot.service.casework import clocks
from bot.service.casework.cards import WITHDRAWN, in_state, joined, pack
from bot.service.casework.questions import ask_about
from bot.service.casework.scene import CaseScene, DeskRules, Doer
from bot.service.casework.word import open_cases, with_other_case
from bot.service.desk_records import Act
from bot.service.ports import DeadLetter, Delivery, Unit
from bot.service.voice import Voice

NO_STAFF_CHANNEL = "no_staff_channel"
"""The error of a dead letter: a filer needs a person, and there is nowhere to say so."""


@dataclass(frozen=True, slots=True)
class Cases:
    """What becomes of a case; each method is part of one transaction.

    A case and its conversation change together, and everything to be said goes into the outbox.
    """

    voice: Voice
    rules: DeskRules

    def follow(self, unit: Unit, turn: Turn, case: str, key: str, now: datetime) -> Turn:
        """The turn after its hand-over or its withdrawal has been carried out; `key` names the turn.

        `case` is the number of the case that the conversation was about before the turn. A hand-over adds
        the number of its own to the conversation and to the reply, and takes the last messages over.
        """
        if turn.withdrawn:
            turn = self._withdrawn(unit, turn, case, key, now)
        if turn.case is None:
            return turn
        if not self.rules.staff_channel:
            return self._nobody_there(unit, turn, now)
        return self._handed_over(unit, turn, turn.case, key, now)

    def open(self, unit: Unit, conversation: Conversation, evidence: Evidence, now: datetime) -> CaseRow:
        """A new case of this conversation, with its card on the way."""
        number, place = unit.case_number(), f"channel:{self.rules.staff_channel}"
        case = CaseRow(
            number=number,
            court=conversation.court,
            person=conversation.person,
            conversation=conversation.id,
            reason=evidence.hand_over,
            urgent=evidence.urgent,
            state=OPEN,
            card=pack(conversation.person, evidence, conversation.recent),
            topic=conversation.flow,
            queue=next(iter(self.rules.queues), ""),
            receipt=unit.desk.newest_receipt(conversation.id),
            opened=now,
            heard=now,
        )
        case = replace(case, card=in_state(self.voice, case, self.rules.queues, now))
        clocks.keep(unit, self.voice, case, now)
        unit.enqueue(Delivery(f"case:{number}", place, "post", case.card, now, case=number))
        reason = {"reason": evidence.hand_over}
        unit.desk.note(Act(conversation.person, "opened", now, number, data=reason))
        return case

    def _handed_over(self, unit: Unit, turn: Turn, evidence: Evidence, key: str, now: datetime) -> Turn:
        case = self._to_join(unit, turn.conversation)
        if case is None:
            case = self.open(unit, turn.conversation, evidence, now)
        else:
            case = self._join(unit, case, turn, key, now)
        owner = "human" if case.owner else turn.conversation.owner
        conversation = replace(
            turn.conversation,
            case=case.number,
            owner=owner,
            helper=case.owner_name if case.owner else "",
            recent=(),
        )
        turn = self._told(turn, conversation, self.voice.say("handed_over", now, case=case.number))
        return ask_about(self.voice, turn, case, evidence, now)

    def _to_join(self, unit: Unit, conversation: Conversation) -> CaseRow | None:
        """The filer's open case in this topic, else the newest one in another, else None; locked."""
        found = open_cases(unit, conversation.person)
        same = [case for case in found if case.topic == conversation.flow]
        return unit.case((same or found)[-1].number) if found else None

    def _join(self, unit: Unit, case: CaseRow, turn: Turn, key: str, now: datetime) -> CaseRow:
        """Another request comes to the case that is open."""
        conversation, evidence = turn.conversation, turn.case
        assert evidence is not None
        scene = CaseScene(unit, self.voice, self.rules, case, Doer(conversation.person), key, now)
        card = joined(case.card, evidence, conversation.recent)
        urgent = case.urgent or evidence.urgent
        again = replace(case, card=card, urgent=urgent, conversation=conversation.id, snoozed=None)
        if again != case:
            scene.keep(again)
        scene.note("joined", reason=evidence.hand_over)
        return again

    def _withdrawn(self, unit: Unit, turn: Turn, number: str, key: str, now: datetime) -> Turn:
        """The filer takes back the case of the conversation; another that is open is then its case."""
        case = unit.case(number) if number else None
        if case is None or case.closed is not None:
            return turn
        scene = CaseScene(unit, self.voice, self.rules, case, Doer(turn.conversation.person), key, now)
        state = scene.after("withdraw").state
        scene.keep(replace(case, state=state, outcome=WITHDRAWN, closed=now, heard=None, snoozed=None))
        scene.note("withdrawn")
        return replace(turn, conversation=with_other_case(unit, turn.conversation, number))

    def _nobody_there(self, unit: Unit, turn: Turn, now: datetime) -> Turn:
        """Without a staff channel the filer hears the truth, and keeps talking to the bot."""
        unit.dead_letter(DeadLetter(turn.conversation.id, "desk", NO_STAFF_CHANNEL, now))
        owner = after(turn.conversation.owner, "nobody_there")
        conversation = replace(turn.conversation, owner=owner, case="")
        return self._told(turn, conversation, self.voice.say("no_desk", now))

    def _told(self, turn: Turn, conversation: Conversation, line: str) -> Turn:
        reply = turn.reply or Reply("hand_over", conversation=conversation.id, flow=conversation.flow)
        return replace(turn, conversation=conversation, reply=replace(reply, after=(*reply.after, line)))
