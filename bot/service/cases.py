"""Cases: opened when a turn hands over, claimed and closed by staff, taken back by the filer."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.case import OPEN, Standing, act
from bot.engine.conversation import Conversation
from bot.engine.outcome import Event, Evidence, Turn
from bot.engine.reply import Reply
from bot.engine.turn import give_back
from bot.errors import AlreadyClaimed, CaseClosed, NotYours
from bot.service.cards import in_state, joined, new_card
from bot.service.case_row import CaseRow
from bot.service.content import Content
from bot.service.incoming import Ack, StaffPress
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
    staff_channel: str

    def follow(self, unit: Unit, turn: Turn, key: str, now: datetime) -> Turn:
        """The turn after its hand-over or its withdrawal has been carried out; `key` names the turn.

        A hand-over adds the number of the case to the conversation and to the reply.
        """
        if turn.withdrawn:
            self._withdraw(unit, turn.conversation.person, key, now)
        if turn.case is None:
            return turn
        if not self.staff_channel:
            return self._nobody_there(unit, turn, now)
        number = self._hand_over(unit, turn.conversation, turn.case, key, now)
        conversation = replace(turn.conversation, case=number)
        return self._told(turn, conversation, self.voice.say("handed_over", now, case=number))

    def press(self, unit: Unit, press: StaffPress, now: datetime) -> Ack:
        """Claim or close, as the button says; who is too late hears who has the case."""
        case = unit.case(press.case)
        if case is None:
            return Ack(self.voice.say("case_unknown", now))
        before = Standing(case.state, case.owner)
        try:
            after = act(before, press.act, press.staff)
        except (AlreadyClaimed, NotYours):
            return Ack(self.voice.say("claimed_already", now, name=case.owner_name))
        except CaseClosed:
            return Ack(self.voice.say("closed_already", now))
        if after != before:
            self._move(unit, case, after, press, now)
        return Ack()

    def _move(self, unit: Unit, case: CaseRow, after: Standing, press: StaffPress, now: datetime) -> None:
        name = press.name if after.owner else ""
        moved = replace(case, state=after.state, owner=after.owner, owner_name=name)
        if not case.card_ts:
            moved = replace(moved, card_channel=press.channel, card_ts=press.pressed_at)
        self._show(unit, moved, press.name, f"card:{press.keys[0]}", now)
        before = unit.conversation(case.conversation.rpartition(".")[0])
        if before is None or before.case != case.number:
            return
        if press.act == "claim":
            conversation = replace(before, owner="human", helper=press.name)
            event, line = "case_claimed", self.voice.say("claimed", now, name=press.name)
        else:
            conversation = give_back(self.voice.book, before)
            event, line = "case_closed", self.voice.say("closed", now)
        unit.save(conversation, now)
        unit.record(conversation, [Event(event, {"case": case.number, "by": press.staff})], now)
        said = Content(reply=self.voice.with_notice(unit, self.voice.tell(conversation, line), now))
        unit.enqueue(Delivery(f"turn:{press.keys[0]}", f"person:{case.person}", "post", said, now))

    def _hand_over(
        self, unit: Unit, conversation: Conversation, evidence: Evidence, key: str, now: datetime
    ) -> str:
        case = unit.open_case_of(conversation.person)
        if case is not None:
            card = joined(self.voice, case.card, evidence, now)
            urgent = case.urgent or evidence.urgent
            again = replace(case, card=card, urgent=urgent, conversation=conversation.id)
            if card == case.card:
                unit.save_case(again)
            else:
                self._keep(unit, again, f"card:{key}", now)
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
                opened=now,
            )
        )
        unit.enqueue(
            Delivery(f"case:{number}", f"channel:{self.staff_channel}", "post", card, now, case=number)
        )
        return number

    def _withdraw(self, unit: Unit, person: str, key: str, now: datetime) -> None:
        case = unit.open_case_of(person)
        if case is not None:
            after = act(Standing(case.state, case.owner), "withdraw", person)
            self._show(unit, replace(case, state=after.state), "", f"card:{key}", now)

    def _show(self, unit: Unit, case: CaseRow, by: str, key: str, now: datetime) -> None:
        """Keep a case that moved, and let its card say so."""
        self._keep(unit, replace(case, card=in_state(self.voice, case, by, now)), key, now)

    def _keep(self, unit: Unit, case: CaseRow, key: str, now: datetime) -> None:
        unit.save_case(case)
        place = f"channel:{case.card_channel or self.staff_channel}"
        unit.refresh(Delivery(key, place, "update", case.card, now, ts=case.card_ts, case=case.number))

    def _nobody_there(self, unit: Unit, turn: Turn, now: datetime) -> Turn:
        """Without a staff channel the filer hears the truth, and keeps talking to the bot."""
        unit.dead_letter(DeadLetter(turn.conversation.id, "desk", NO_STAFF_CHANNEL, now))
        conversation = replace(turn.conversation, owner="bot", case="")
        return self._told(turn, conversation, self.voice.say("no_desk", now))

    def _told(self, turn: Turn, conversation: Conversation, line: str) -> Turn:
        reply = turn.reply or Reply("hand_over", conversation=conversation.id, flow=conversation.flow)
        return replace(turn, conversation=conversation, reply=replace(reply, after=(*reply.after, line)))
