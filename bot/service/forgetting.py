"""`forget me`: a filer has everything erased that is kept of them, after saying so twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.engine.reply import Choice, Reply
from bot.engine.turn import fresh
from bot.service.content import Content
from bot.service.desk_records import Act, Forgotten
from bot.service.homes import Homes
from bot.service.incoming import Ack, Incoming
from bot.service.ports import Delivery, Unit
from bot.service.voice import Voice

COMMAND = "forget_me"
QUESTION = "forget"
YES, NO = "yes", "no"
TYPED = frozenset({"said", "commanded"})


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Each method is part of one transaction."""

    voice: Voice
    homes: Homes

    def take(self, unit: Unit, incoming: Incoming, now: datetime) -> Ack | None:
        """What is answered at once to a wish to be forgotten, or to its confirmation; None for all else."""
        press = incoming.message.press
        if press is not None and press.question == QUESTION:
            if press.answer != YES:
                return Ack(self.voice.say("forget_not", now))
            return self._forget(unit, incoming, now)
        if incoming.how in TYPED and self.voice.book.commands.read(incoming.message.text) == COMMAND:
            return self._ask(unit, incoming, now)
        return None

    def _ask(self, unit: Unit, incoming: Incoming, now: datetime) -> Ack:
        """Ask once more, in the direct message: what is erased does not come back."""
        choices = (
            Choice(QUESTION, YES, self.voice.say("forget_yes_label", now)),
            Choice(QUESTION, NO, self.voice.say("forget_no_label", now)),
        )
        asked = Reply("information", ask=self.voice.say("forget_ask", now), choices=choices)
        said = Content(reply=self.voice.with_notice(unit, asked, now))
        key, to = f"forget:{incoming.keys[0]}", f"person:{incoming.person}"
        unit.enqueue(Delivery(key, to, "post", said, now, thread=incoming.thread))
        return Ack(self.voice.say("command_done", now) if incoming.how == "commanded" else "")

    def _forget(self, unit: Unit, incoming: Incoming, now: datetime) -> Ack:
        """Erase, and answer at once to the person alone, so that the answer leaves nothing behind."""
        done = unit.forget(incoming.person)
        counts = {"talks": done.talks, "receipts": done.receipts, "cases": done.cases, "kept": len(done.kept)}
        unit.desk.note(Act(done.number, "forgot", now, data={name: str(n) for name, n in counts.items()}))
        key = f"{incoming.person}.own"
        left = unit.conversation(key) or fresh(self.voice.book, key, incoming.person)
        self.homes.show(unit, incoming, left, now)
        return Ack("\n\n".join(self._told(done, now)))

    def _told(self, done: Forgotten, now: datetime) -> Iterator[str]:
        yield self.voice.say("forget_done", now)
        if done.cases:
            yield self.voice.say("forget_cases", now, count=str(done.cases))
        for case in done.kept:
            yield self.voice.say("forget_kept", now, case=case)
        yield self.voice.say("forget_slack", now)
