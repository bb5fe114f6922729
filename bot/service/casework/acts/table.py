"""Every button of a card and every form: one table, and what is said when an act is refused."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.errors import AlreadyClaimed, CaseClosed, NotYours
from bot.service.casework.acts.ending import give_back
from bot.service.casework.acts.replying import ask_reply, fill_reply, send_reply
from bot.service.casework.acts.resting import ask_snooze, snooze, take_up
from bot.service.casework.acts.showing import shown
from bot.service.casework.acts.sorting import ask_transfer, mark_calm, mark_urgent, transfer
from bot.service.casework.acts.taking import ask_assign, assign, claim, let_go, take_over, take_over_form
from bot.service.casework.acts.writing import add_note, ask_note
from bot.service.casework.closing import ask_how_it_ended, close
from bot.service.casework.scene import CaseScene
from bot.service.incoming import Ack, StaffForm

Press = Callable[[CaseScene], Ack]
HandIn = Callable[[CaseScene, StaffForm], Ack]


def pressed(scene: CaseScene, act: str) -> Ack:
    """Carry out what a button says, or say why not."""
    press = PRESSES.get(act)
    return _tried(scene, press) if press else Ack(scene.say("case_button_old"))


def handed_in(scene: CaseScene, form: StaffForm) -> Ack:
    """Carry out what a form says, or say why not; a form that only asks is shown anew, and does nothing."""
    hand_in = (ASKING if form.is_asking else FORMS).get(form.form)
    return _tried(scene, lambda one: hand_in(one, form)) if hand_in else Ack(scene.say("case_button_old"))


def _tried(scene: CaseScene, act: Press) -> Ack:
    try:
        return act(scene)
    except AlreadyClaimed:
        return Ack(form=take_over_form(scene))
    except NotYours:
        who = scene.case.owner_name
        return Ack(scene.say("claimed_already", name=who) if who else scene.say("claim_first"))
    except CaseClosed:
        return Ack(scene.say("closed_already"))


PRESSES: Mapping[str, Press] = MappingProxyType(
    {
        "open": shown,
        "claim": claim,
        "reply": ask_reply,
        "note": ask_note,
        "assign": ask_assign,
        "let_go": let_go,
        "urgent": mark_urgent,
        "calm": mark_calm,
        "snooze": ask_snooze,
        "take_up": take_up,
        "transfer": ask_transfer,
        "give_back": give_back,
        "close": ask_how_it_ended,
    }
)
FORMS: Mapping[str, HandIn] = MappingProxyType(
    {
        "assign": assign,
        "close": close,
        "note": add_note,
        "reply": send_reply,
        "snooze": snooze,
        "take_over": take_over,
        "transfer": transfer,
    }
)
ASKING: Mapping[str, HandIn] = MappingProxyType({"reply": fill_reply})
"""Forms with a question on which the rest of them depends, see `Field.asks`."""
