"""What a filer answers to the questions about a case: carried out, and told at once."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.case import CLOSED
from bot.engine.conversation import Conversation
from bot.engine.evidence import evidence_now
from bot.engine.outcome import Event, Evidence, Turn
from bot.engine.reply import Reply
from bot.service.casework.cards import without
from bot.service.casework.cases import Cases
from bot.service.casework.questions import DUE_ACTS, MATTER, ask_about
from bot.service.casework.scene import CaseScene, DeskRules, Doer
from bot.service.content import Content
from bot.service.incoming import Incoming
from bot.service.ports import Delivery, Unit
from bot.service.voice import Voice


@dataclass(frozen=True, slots=True)
class Answers:
    """Each method is part of one transaction."""

    voice: Voice
    rules: DeskRules
    cases: Cases

    def given(self, unit: Unit, incoming: Incoming, answer: str, before: Conversation, now: datetime) -> bool:
        """Carry out what was chosen; False, and nothing done, where it is no answer to these questions."""
        act, _, number = answer.partition(":")
        case = unit.case(number) if act in (*MATTER, *DUE_ACTS) else None
        if case is None or case.person != incoming.person:
            return False
        scene = CaseScene(unit, self.voice, self.rules, case, Doer(incoming.person), incoming.keys[0], now)
        if case.state == CLOSED:
            reply = self.voice.tell(before, scene.say("closed_already"))
        elif act in DUE_ACTS:
            reply = DUE_ACTS[act](scene)
        else:
            reply = self._matter(scene, before, act)
        said = Content(reply=self.voice.with_notice(unit, reply, now))
        to = f"person:{incoming.person}"
        unit.enqueue(Delivery(f"turn:{scene.key}", to, "post", said, now, thread=incoming.thread))
        return True

    def _matter(self, scene: CaseScene, before: Conversation, act: str) -> Reply:
        """Whether the newest request stays with the case that it joined, or becomes one of its own."""
        evidence = evidence_now(self.voice.book, before, self.voice.local(scene.now))
        if before.case != scene.case.number or evidence is None:
            return self.voice.tell(before, scene.say("old_button"))
        if act == "part":
            return self._part(scene, before, evidence)
        reply = self.voice.tell(before, scene.say("matter_joined", case=scene.case.number))
        return self._ask_on(scene, Turn(before, reply), evidence)

    def _part(self, scene: CaseScene, before: Conversation, evidence: Evidence) -> Reply:
        """A case of its own, on top of the filer's other; the old card no longer names the reason."""
        unit, card = scene.unit, scene.case.card.card
        words = card.words if card else ()
        case = self.cases.open(unit, replace(before, recent=words), evidence, scene.now)
        scene.keep(replace(scene.case, card=without(scene.case.card, evidence.because)))
        scene.tell_thread(scene.say("matter_parted", case=case.number), name="parted")
        scene.note("parted", case=case.number)
        after = replace(before, case=case.number, owner="waiting", helper="")
        reply = self.voice.tell(after, scene.say("handed_over", case=case.number))
        event = Event("case_parted", {"case": case.number})
        unit.record(after, [event], scene.now)
        return self._ask_on(replace(scene, case=case), Turn(after, reply), evidence)

    def _ask_on(self, scene: CaseScene, turn: Turn, evidence: Evidence) -> Reply:
        """What is still to be asked, now that the case is known."""
        topic = turn.conversation.flow
        asked = ask_about(self.voice, turn, replace(scene.case, topic=topic), evidence, scene.now)
        scene.unit.save(asked.conversation, scene.now)
        assert asked.reply is not None
        return asked.reply
