"""Who has a case: claimed, taken over, assigned, let go."""

from dataclasses import replace

from bot.engine.case import Standing
from bot.errors import NotYours
from bot.service.casework.scene import CaseScene
from bot.service.casework.word import person_goes, person_takes
from bot.service.content import Card, Content
from bot.service.forms import Field, Form
from bot.service.incoming import Ack, StaffForm
from bot.service.ports import Delivery


def claim(scene: CaseScene) -> Ack:
    """The case is theirs. Raises AlreadyClaimed for one that another has."""
    standing = scene.after("claim")
    if standing.owner != scene.case.owner:
        _take(scene, standing, scene.by.name)
        scene.note("claimed")
    return Ack()


def take_over_form(scene: CaseScene) -> Form:
    """Who has the case already, and whether to take it over."""
    has = scene.say("claimed_already", name=scene.case.owner_name)
    return scene.form("take_over", "take_over_label", lines=(has, scene.say("take_over_ask")))


def take_over(scene: CaseScene, _: StaffForm) -> Ack:
    """Whoever was late takes the case from who was first; both can read it in the thread."""
    if not scene.case.owner or scene.case.owner == scene.by.id:
        return claim(scene)
    standing = scene.after("take_over")
    scene.tell_thread(scene.say("taken_over", name=scene.by.name, before=scene.case.owner_name), name="over")
    _take(scene, standing, scene.by.name)
    scene.note("taken_over", before=scene.case.owner)
    return Ack()


def ask_assign(scene: CaseScene) -> Ack:
    """Who is to have the case."""
    scene.after("assign")
    who = Field("person", scene.say("assign_field"), "person", hint=scene.say("assign_hint"))
    return Ack(form=scene.form("assign", "assign_label", (who,)))


def assign(scene: CaseScene, form: StaffForm) -> Ack:
    """Somebody else of the staff has the case now, and is told so in a direct message.

    Raises CaseClosed.
    """
    who = form.values.get("person", "")
    name = form.colleagues.get(who, "")
    standing = scene.after("assign", who)
    if not name:
        return Ack(errors={"person": scene.say("assign_not_staff")})
    if who == scene.case.owner:
        return Ack()
    scene.tell_thread(scene.say("assigned", name=scene.by.name, to=name), name="assigned")
    _take(scene, standing, name)
    scene.note("assigned", to=who, before=scene.case.owner)
    if who != scene.by.id:
        _tell_assigned(scene, who)
    return Ack()


def let_go(scene: CaseScene) -> Ack:
    """The case is anybody's again. Raises NotYours for somebody else's."""
    standing = scene.after("let_go")
    scene.keep(
        replace(
            scene.case, state=standing.state, owner="", owner_name="", heard=scene.case.heard or scene.now
        )
    )
    scene.tell_thread(scene.say("let_go", name=scene.by.name), name="let_go")
    scene.note("let_go")
    person_goes(scene)
    return Ack()


def must_be_free_or_own(scene: CaseScene) -> None:
    """Pass where nobody else has the case. Raises NotYours or CaseClosed."""
    scene.must_be_open()
    if scene.case.owner not in ("", scene.by.id):
        raise NotYours


def _take(scene: CaseScene, standing: Standing, name: str) -> None:
    """The case belongs to somebody now, and the filer hears who will write."""
    case = replace(scene.case, state=standing.state, owner=standing.owner, owner_name=name, snoozed=None)
    scene.keep(case)
    person_takes(scene, name)


def _tell_assigned(scene: CaseScene, who: str) -> None:
    """A direct message to who has the case now: they may not be looking at the channel."""
    title = scene.say("case_title", case=scene.case.number)
    line = scene.say("assigned_to_you", name=scene.by.name, case=scene.case.number)
    card = scene.case.card.card
    reasons = card.reasons if card else ()
    scene.unit.enqueue(
        Delivery(
            f"assigned_to:{scene.key}",
            f"person:{who}",
            "post",
            Content(card=Card(title, (line, *reasons))),
            scene.now,
        )
    )
