"""What filer and staff write to each other in a claimed case: handed on, kept in step, and accounted for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from bot.engine.case import CLOSED
from bot.engine.relay import UNKNOWN, Author, Deed, Written, arrived, deleted, edited
from bot.service.casework import clocks
from bot.service.casework.scene import CaseScene, DeskRules, Doer
from bot.service.content import Content, Quote
from bot.service.desk_records import CaseMessage
from bot.service.incoming import Incoming, StaffMessage
from bot.service.ports import THREAD_OF_CARD, Delivery, Unit
from bot.service.stamps import MICROSECONDS
from bot.service.voice import Voice


@dataclass(frozen=True, slots=True)
class Relay:
    """Each method is part of one transaction."""

    voice: Voice
    rules: DeskRules

    def staff_wrote(self, unit: Unit, said: StaffMessage, now: datetime) -> None:
        """Something was written, changed or deleted under a card; what is under none is nobody's business.

        A message that is kept belongs to its case for good, also where the card is another by now.
        """
        before = unit.desk.message(said.channel, said.ts)
        case = unit.case(before.case) if before else unit.desk.case_of_card(said.channel, said.thread)
        if case is None:
            return
        scene = CaseScene(unit, self.voice, self.rules, case, Doer(said.staff, said.name), said.keys[-1], now)
        written, deed = self._judged(scene, said, before)
        message = unit.desk.keep_message(_kept(case.number, said, before, written))
        STAFF_DEEDS.get(deed, _nothing)(scene, message)
        if said.how == "said" and said.files:
            scene.tell_thread(scene.say("relay_files"), name="files")

    def filer_wrote(self, unit: Unit, said: Incoming, number: str, now: datetime) -> None:
        """A filer wrote while a person has the case: it goes under the card, and the case waits for staff."""
        case = unit.case(number)
        if case is None or case.state == CLOSED:
            return
        scene = CaseScene(unit, self.voice, self.rules, case, Doer(said.person), said.keys[-1], now)
        ts = said.pressed_at or said.keys[-1].rpartition(":")[2]
        text, at = said.message.text, _moment(said.message.at)
        message = unit.desk.keep_message(
            CaseMessage(number, said.channel, ts, said.person, "filer", "reply", text, at, seen=True)
        )
        after = scene.after("hear")
        heard = replace(case, state=after.state, heard=case.heard or now, snoozed=None)
        if after.state != case.state or case.snoozed:
            scene.keep(heard)
        elif heard != case:
            clocks.keep(unit, self.voice, heard, now)
        self._to_thread(scene, message, "post")

    def filer_changed(self, unit: Unit, said: Incoming, now: datetime) -> bool:
        """A filer edited or deleted a message: its copy follows. False for one that was never handed on."""
        before = unit.desk.message(said.channel, said.pressed_at)
        case = unit.case(before.case) if before is not None else None
        if before is None or case is None or before.gone:
            return before is not None
        scene = CaseScene(unit, self.voice, self.rules, case, Doer(said.person), said.keys[-1], now)
        if said.how == "deleted":
            after = replace(before, gone=True)
        else:
            after = replace(before, text=said.message.text, versions=(*before.versions, before.text))
        self._to_thread(scene, unit.desk.keep_message(after), "update")
        return True

    def _judged(
        self, scene: CaseScene, said: StaffMessage, before: CaseMessage | None
    ) -> tuple[Written, Deed]:
        """What a message is by now, and what is to be done about it."""
        if said.how == "deleted":
            return deleted(_written(before))
        claimed = bool(scene.case.owner) and scene.case.state != CLOSED
        author = Author(claimed, scene.case.owner == said.staff)
        if said.how == "edited" or before is not None:
            return edited(_written(before), said.text, author, self.rules.marking)
        return arrived(said.text, author, self.rules.marking)

    def _to_thread(self, scene: CaseScene, message: CaseMessage, act: str) -> None:
        head = scene.say("relay_from_filer", person=f"@{scene.case.person}")
        scene.unit.enqueue(
            Delivery(
                f"relay:{scene.key}",
                scene.place,
                "post" if act == "post" else "update",
                Content(quote=_copy(scene, message, head, scene.case.person)),
                scene.now,
                thread=THREAD_OF_CARD,
                case=scene.case.number,
                message=message.id,
            )
        )


def reply(scene: CaseScene, text: str, **about: str) -> None:
    """Give the filer what staff wrote in the form, and show it in the thread; the audit keeps `about` too.

    Raises NotYours or CaseClosed.
    """
    _deliver(scene, scene.unit.desk.keep_message(_formed(scene, text, "reply")), **about)
    scene.tell_thread(scene.say("relay_by_form", name=scene.by.name), _quoted(text), name="form")


def note(scene: CaseScene, text: str) -> None:
    """Keep what staff wrote for each other in the form, and show it in the thread."""
    kept = scene.unit.desk.keep_message(_formed(scene, text, "note"))
    scene.tell_thread(scene.say("note_by_form", name=scene.by.name), _quoted(text), name="form")
    scene.note("noted", message=str(kept.id))


def _formed(scene: CaseScene, text: str, kind: Literal["reply", "note"]) -> CaseMessage:
    """What staff wrote in a form, as it is kept."""
    return CaseMessage(
        case=scene.case.number,
        channel="form",
        ts=scene.key,
        author=scene.by.id,
        side="staff",
        kind=kind,
        text=text,
        at=scene.now,
        name=scene.by.name,
        seen=kind == "reply",
    )


def _kept(case: str, said: StaffMessage, before: CaseMessage | None, written: Written) -> CaseMessage:
    """The message as it is kept: a note with all its words, a reply with what the filer has."""
    text = written.text if written.kind == "reply" else said.text
    if before is None:
        return CaseMessage(
            case,
            said.channel,
            said.ts,
            said.staff,
            "staff",
            written.kind,
            text,
            _moment(said.at),
            name=said.name,
            seen=written.seen,
            gone=written.gone,
        )
    text = before.text if said.how == "deleted" else text
    versions = before.versions if text == before.text else (*before.versions, before.text)
    return replace(before, text=text, versions=versions, gone=written.gone)


def _written(before: CaseMessage | None) -> Written:
    """What the rules know of a message; of one whose beginning never arrived, that it is no reply."""
    return UNKNOWN if before is None else Written(before.kind, before.text, before.seen, before.gone)


def _deliver(scene: CaseScene, message: CaseMessage, **about: str) -> None:
    """Give a reply to the filer: staff had the last word."""
    case, after = scene.case, scene.after("answer")
    scene.keep(
        replace(case, state=after.state, heard=None, spoken=scene.now, answered=case.answered or scene.now)
    )
    head = scene.say("relay_from_staff", name=scene.by.name)
    scene.tell_filer(Content(quote=_copy(scene, message, head)), "relay", message.id)
    scene.note("replied", message=str(message.id), **about)


def _update(scene: CaseScene, message: CaseMessage) -> None:
    """Let the filer's copy say what the reply says now, or that it was taken back."""
    head = scene.say("relay_from_staff", name=message.name)
    scene.unit.enqueue(
        Delivery(
            f"relay:{scene.key}",
            f"person:{scene.case.person}",
            "update",
            Content(quote=_copy(scene, message, head)),
            scene.now,
            case=scene.case.number,
            message=message.id,
        )
    )
    scene.note("reply_withdrawn" if message.gone else "reply_edited", message=str(message.id))


def _copy(scene: CaseScene, message: CaseMessage, head: str, person: str = "") -> Quote:
    """The words as the other side reads them."""
    if message.gone:
        return Quote(head, "", scene.say("relay_withdrawn"), person)
    return Quote(head, message.text, scene.say("relay_edited") if message.versions else "", person)


def _warn(sentence: str) -> Callable[[CaseScene, CaseMessage], None]:
    def warn(scene: CaseScene, message: CaseMessage) -> None:
        scene.tell_thread(scene.say(sentence, name=message.name), name="warn")

    return warn


def _warn_unsent(scene: CaseScene, message: CaseMessage) -> None:
    """Why a reply was not sent: nobody has the case, or it is closed."""
    is_over = scene.case.state == CLOSED
    _warn("relay_warn_closed" if is_over else "relay_warn_unclaimed")(scene, message)


def _nothing(scene: CaseScene, message: CaseMessage) -> None:
    """A note stays where it is."""


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / MICROSECONDS, UTC)


STAFF_DEEDS = {
    "deliver": _deliver,
    "update": _update,
    "withdraw": _update,
    "warn_seen": _warn("relay_warn_seen"),
    "warn_stays": _warn("relay_warn_stays"),
    "warn_unclaimed": _warn_unsent,
}
"""What is done about each judgement of the rules."""
