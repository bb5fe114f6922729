"""What staff do to a case by the buttons of its card, and by the forms that these open: one table."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.engine import ownership
from bot.engine.case import Standing
from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.engine.turn import give_back
from bot.errors import AlreadyClaimed, CaseClosed, NotYours
from bot.service.case_row import CaseRow
from bot.service.casework.relay import reply
from bot.service.casework.scene import CaseScene
from bot.service.content import Content
from bot.service.forms import Field, Form
from bot.service.incoming import Ack, StaffForm

Press = Callable[[CaseScene], Ack]
HandIn = Callable[[CaseScene, StaffForm], Ack]

LONGEST_REPLY = 3_000


def pressed(scene: CaseScene, act: str) -> Ack:
    """Carry out what a button says, or say why not."""
    press = PRESSES.get(act)
    return _tried(scene, press) if press else Ack(scene.say("case_button_old"))


def handed_in(scene: CaseScene, form: StaffForm) -> Ack:
    """Carry out what a form says, or say why not."""
    hand_in = FORMS.get(form.form)
    return _tried(scene, lambda one: hand_in(one, form)) if hand_in else Ack(scene.say("case_button_old"))


def _tried(scene: CaseScene, act: Press) -> Ack:
    try:
        return act(scene)
    except AlreadyClaimed:
        return Ack(form=_take_over_form(scene))
    except NotYours:
        who = scene.case.owner_name
        return Ack(scene.say("claimed_already", name=who) if who else scene.say("claim_first"))
    except CaseClosed:
        return Ack(scene.say("closed_already"))


def _claim(scene: CaseScene) -> Ack:
    standing = scene.after("claim")
    if standing.owner == scene.case.owner:
        return Ack()
    return _taken(scene, "claimed")


def _take_over(scene: CaseScene, _: StaffForm) -> Ack:
    """Whoever was late takes the case from who was first; both can read it in the thread."""
    if scene.case.owner == scene.by.id:
        return Ack()
    if not scene.case.owner:
        return _claim(scene)
    scene.after("take_over")
    scene.tell_thread(scene.say("taken_over", name=scene.by.name, before=scene.case.owner_name), name="over")
    return _taken(scene, "taken_over", before=scene.case.owner)


def _taken(scene: CaseScene, what: str, **data: str) -> Ack:
    """The case is theirs now, the filer hears who will write, and the bot keeps out of it."""
    standing = scene.after("take_over" if scene.case.owner else "claim")
    scene.keep(
        replace(
            scene.case, state=standing.state, owner=standing.owner, owner_name=scene.by.name, snoozed=None
        )
    )
    scene.note(what, **data)
    before = scene.conversation()
    if before is not None:
        owner = ownership.after(before.owner, "claim")
        conversation = replace(before, owner=owner, helper=scene.by.name)
        _tell(scene, conversation, "case_claimed", scene.say("claimed", name=scene.by.name))
    return Ack()


def _close(scene: CaseScene) -> Ack:
    scene.keep(_ended(scene, scene.after("close"), "solved"))
    scene.note("closed")
    before = scene.conversation()
    if before is not None:
        conversation = give_back(scene.voice.book, before)
        _tell(scene, conversation, "case_closed", scene.say("closed"))
    return Ack()


def _ended(scene: CaseScene, standing: Standing, outcome: str) -> CaseRow:
    """The case after its end; its card names who ended it."""
    return replace(
        scene.case,
        state=standing.state,
        outcome=outcome,
        owner_name=scene.by.name,
        closed=scene.now,
        heard=None,
        snoozed=None,
    )


def _tell(scene: CaseScene, conversation: Conversation, event: str, line: str) -> None:
    """Keep the filer's conversation, and tell the filer what happened to the case."""
    scene.unit.save(conversation, scene.now)
    happened = Event(event, {"case": scene.case.number, "by": scene.by.id})
    scene.unit.record(conversation, [happened], scene.now)
    told = scene.voice.with_notice(scene.unit, scene.voice.tell(conversation, line), scene.now)
    scene.tell_filer(Content(reply=told))


def _ask_reply(scene: CaseScene) -> Ack:
    scene.after("answer")
    words = Field("words", scene.say("reply_field"), hint=scene.say("reply_hint"), most=LONGEST_REPLY)
    title, submit, cancel = scene.say("reply_title"), scene.say("send_label"), scene.say("cancel_label")
    return Ack(form=Form("reply", title, (words,), submit, cancel, scene.case.number))


def _reply(scene: CaseScene, form: StaffForm) -> Ack:
    words = form.values.get("words", "").strip()
    if not words:
        return Ack(errors={"words": scene.say("reply_empty")})
    scene.after("answer")
    reply(scene, words)
    return Ack()


def _take_over_form(scene: CaseScene) -> Form:
    has = scene.say("claimed_already", name=scene.case.owner_name)
    lines = (has, scene.say("take_over_ask"))
    return Form(
        "take_over",
        scene.say("take_over_title"),
        submit=scene.say("take_over_label"),
        cancel=scene.say("cancel_label"),
        case=scene.case.number,
        lines=lines,
    )


PRESSES: Mapping[str, Press] = MappingProxyType({"claim": _claim, "close": _close, "reply": _ask_reply})
FORMS: Mapping[str, HandIn] = MappingProxyType({"reply": _reply, "take_over": _take_over})
