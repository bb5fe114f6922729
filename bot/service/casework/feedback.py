"""What a filer says of a closed case by the buttons of its closing message: solved, not solved, a rating."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine import ownership
from bot.engine.case import CLOSED
from bot.engine.conversation import Conversation
from bot.engine.message import DO
from bot.engine.outcome import Event
from bot.engine.reply import Choice, Reply
from bot.engine.scene import resettled
from bot.service.casework.cards import CONFIRMED
from bot.service.casework.closing import RATINGS, closing_message, offered, quote_of
from bot.service.casework.scene import CaseScene, DeskRules, Doer
from bot.service.casework.word import open_cases
from bot.service.content import Content
from bot.service.incoming import Incoming
from bot.service.ports import Delivery, Unit
from bot.service.voice import Voice

ACTS = ("solved", "reopen", *RATINGS)


@dataclass(frozen=True, slots=True)
class Feedback:
    """Each method is part of one transaction."""

    voice: Voice
    rules: DeskRules

    def given(self, unit: Unit, incoming: Incoming, answer: str, before: Conversation, now: datetime) -> bool:
        """Carry out what was chosen, once; False, and nothing done, for what is none of our buttons.

        Whoever it is not for hears so, and nothing changes.
        """
        act, _, number = answer.partition(":")
        if act not in ACTS:
            return False
        case = unit.case(number)
        talk = _Talk(unit, incoming, before)
        if case is None or case.person != incoming.person:
            reply = self.voice.tell(before, self.voice.say("closing_not_yours", now))
            talk.say(self.voice.with_notice(unit, reply, now), now)
            return True
        scene = CaseScene(unit, self.voice, self.rules, case, Doer(incoming.person), incoming.keys[0], now)
        if case.state != CLOSED:
            line = scene.say("closing_is_open", case=case.number)
            talk.say(self._led(scene, self.voice.tell(before, line)), now)
        elif act == "reopen":
            self._reopen(scene, talk)
        else:
            self._noted(scene, talk, act)
        return True

    def _noted(self, scene: CaseScene, talk: "_Talk", act: str) -> None:
        """Solved, or a rating: kept the first time; the message then lacks what was pressed."""
        case = scene.case
        noted = case
        if act in RATINGS:
            noted = replace(case, rating=case.rating or act)
        else:
            noted = replace(case, outcome=CONFIRMED)
        if noted != case:
            scene.keep(noted)
            scene.note("rated", **({"rating": act} if act in RATINGS else {"solved": "yes"}))
        scene = replace(scene, case=noted)
        thanks = (scene.say("closed"), scene.say("closing_thanks"))
        talk.keep_offered(reply := closing_message(scene, talk.before, *thanks), scene.now)
        talk.replace(scene, self._led(scene, reply))

    def _reopen(self, scene: CaseScene, talk: "_Talk") -> None:
        """Open it again within the court's window, unless the filer is with staff about the same by now."""
        case, before = scene.case, talk.before
        other = _other(scene)
        if other:
            line = scene.say("reopen_other", case=other)
            talk.say(self._led(scene, self.voice.tell(before, line)), scene.now)
        elif case.closed is None or scene.now > case.closed + self.rules.reopen_within:
            self._too_late(scene, talk)
        else:
            self._reopened(scene, talk)

    def _reopened(self, scene: CaseScene, talk: "_Talk") -> None:
        case, before = scene.case, talk.before
        standing = scene.after("reopen")
        open_again = replace(
            case,
            state=standing.state,
            owner=standing.owner,
            outcome="",
            rating="",
            heard=scene.now,
            closed=None,
            conversation=before.id,
        )
        scene.keep(open_again)
        scene.note("reopened", **({"owner": case.owner} if case.owner else {}))
        earlier = (scene.say("reopened_before", name=case.owner_name),) if case.owner_name else ()
        scene.tell_thread(scene.say("reopened_thread"), *earlier, name="reopened")
        waiting = self._waiting(before, case.number)
        scene.unit.save(waiting, scene.now)
        scene.unit.record(waiting, [Event("case_reopened", {"case": case.number})], scene.now)
        told = self.voice.tell(waiting, scene.say("reopened", case=case.number))
        told = replace(told, after=self.voice.closed(scene.now))
        talk.replace(scene, self._led(scene, told))

    def _waiting(self, before: Conversation, number: str) -> Conversation:
        """The conversation waits with staff again; one that is with staff about another case stays so."""
        if before.owner in ("waiting", "human"):
            return replace(before, offered=())
        owner = ownership.after(before.owner, "reopen")
        waiting = replace(before, owner=owner, case=number, ended=False, offered=())
        return resettled(self.voice.book.rules(waiting.flow), waiting)[0] if waiting.flow else waiting

    def _too_late(self, scene: CaseScene, talk: "_Talk") -> None:
        days = str(self.rules.reopen_within.days)
        told = self.voice.tell(talk.before, scene.say("reopen_late", days=days))
        reply = replace(told, choices=(Choice(DO, "person", scene.say("person_label")),))
        talk.keep_offered(reply, scene.now)
        talk.say(self._led(scene, reply), scene.now)

    def _led(self, scene: CaseScene, reply: Reply) -> Reply:
        return self.voice.with_notice(scene.unit, reply, scene.now)


@dataclass(frozen=True, slots=True)
class _Talk:
    """The filer's side of it: the conversation, and the message with the button."""

    unit: Unit
    incoming: Incoming
    before: Conversation

    def say(self, reply: Reply, now: datetime) -> None:
        """A message of its own."""
        incoming = self.incoming
        key, to = f"desk:{incoming.keys[0]}", f"person:{incoming.person}"
        self.unit.enqueue(Delivery(key, to, "post", Content(reply=reply), now, thread=incoming.thread))

    def replace(self, scene: CaseScene, reply: Reply) -> None:
        """The closing message as it is now; a message of its own where its number was typed."""
        incoming = self.incoming
        if not incoming.response_url:
            self.say(reply, scene.now)
            return
        written = scene.unit.desk.messages(scene.case.number)
        words = next((one for one in written if one.mirror_ts == incoming.pressed_at), None)
        self.unit.enqueue(
            Delivery(
                f"desk:{incoming.keys[0]}",
                f"person:{incoming.person}",
                "replace",
                Content(reply=reply, quote=quote_of(scene, words)),
                scene.now,
                thread=incoming.thread,
                ts=incoming.pressed_at,
                response_url=incoming.response_url,
            )
        )

    def keep_offered(self, reply: Reply, now: datetime) -> None:
        """A typed number picks from these buttons now; nothing is kept of who never had a talk."""
        if self.before.version:
            at = max(self.before.last_at, self.incoming.message.at)
            self.unit.save(replace(self.before, offered=offered(reply), last_at=at), now)


def _other(scene: CaseScene) -> str:
    """The number of the filer's open case in the same topic: there is one at a time; empty for none."""
    mine = open_cases(scene.unit, scene.case.person, besides=scene.case.number)
    return next((one.number for one in mine if one.topic == scene.case.topic), "")
