"""Cases: opened when a turn hands over, joined when it does so again, taken back by the filer."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.case import OPEN
from bot.engine.conversation import Conversation
from bot.engine.outcome import Evidence, Turn
from bot.engine.ownership import after
from bot.engine.reply import Reply
from bot.service.case_row import CaseRow
from bot.service.casework.cards import WITHDRAWN, joined, new_card
from bot.service.casework.scene import CaseScene, DeskRules, Doer
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

    def follow(self, unit: Unit, turn: Turn, key: str, now: datetime) -> Turn:
        """The turn after its hand-over or its withdrawal has been carried out; `key` names the turn.

        A hand-over adds the number of the case to the conversation and to the reply.
        """
        if turn.withdrawn:
            self._withdraw(unit, turn.conversation.person, key, now)
        if turn.case is None:
            return turn
        if not self.rules.staff_channel:
            return self._nobody_there(unit, turn, now)
        number = self._hand_over(unit, turn.conversation, turn.case, key, now)
        conversation = replace(turn.conversation, case=number)
        return self._told(turn, conversation, self.voice.say("handed_over", now, case=number))

    def _hand_over(
        self, unit: Unit, conversation: Conversation, evidence: Evidence, key: str, now: datetime
    ) -> str:
        case = unit.open_case_of(conversation.person)
        if case is not None:
            scene = CaseScene(unit, self.voice, self.rules, case, Doer(conversation.person), key, now)
            card = joined(self.voice, case.card, evidence, now)
            urgent = case.urgent or evidence.urgent
            again = replace(case, card=card, urgent=urgent, conversation=conversation.id)
            if card == case.card:
                unit.save_case(again)
            else:
                scene.keep(again)
            scene.note("joined", reason=evidence.hand_over)
            return case.number
        return self._open(unit, conversation, evidence, now)

    def _open(self, unit: Unit, conversation: Conversation, evidence: Evidence, now: datetime) -> str:
        number = unit.case_number()
        card = new_card(self.voice, number, conversation.person, evidence, now)
        unit.save_case(
            CaseRow(
                number=number,
                court=conversation.court,
                person=conversation.person,
                conversation=conversation.id,
                reason=evidence.hand_over,
                urgent=evidence.urgent,
                state=OPEN,
                card=card,
                topic=conversation.flow,
                receipt=unit.desk.newest_receipt(conversation.id),
                opened=now,
                heard=now,
            )
        )
        place = f"channel:{self.rules.staff_channel}"
        unit.enqueue(Delivery(f"case:{number}", place, "post", card, now, case=number))
        reason = {"reason": evidence.hand_over}
        unit.desk.note(Act(conversation.person, "opened", now, number, data=reason))
        return number

    def _withdraw(self, unit: Unit, person: str, key: str, now: datetime) -> None:
        case = unit.open_case_of(person)
        if case is not None:
            scene = CaseScene(unit, self.voice, self.rules, case, Doer(person), key, now)
            state = scene.after("withdraw").state
            scene.keep(replace(case, state=state, outcome=WITHDRAWN, closed=now))
            scene.note("withdrawn")

    def _nobody_there(self, unit: Unit, turn: Turn, now: datetime) -> Turn:
        """Without a staff channel the filer hears the truth, and keeps talking to the bot."""
        unit.dead_letter(DeadLetter(turn.conversation.id, "desk", NO_STAFF_CHANNEL, now))
        owner = after(turn.conversation.owner, "nobody_there")
        conversation = replace(turn.conversation, owner=owner, case="")
        return self._told(turn, conversation, self.voice.say("no_desk", now))

    def _told(self, turn: Turn, conversation: Conversation, line: str) -> Turn:
        reply = turn.reply or Reply("hand_over", conversation=conversation.id, flow=conversation.flow)
        return replace(turn, conversation=conversation, reply=replace(reply, after=(*reply.after, line)))
