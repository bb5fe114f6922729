"""Where a case stands among the others: how urgent it is, and in which queue."""

from dataclasses import replace

from bot.service.casework.acts.taking import must_be_free_or_own
from bot.service.casework.scene import CaseScene
from bot.service.casework.word import person_goes
from bot.service.forms import Field
from bot.service.incoming import Ack, StaffForm


def mark_urgent(scene: CaseScene) -> Ack:
    """It cannot wait. Any of the staff may say so."""
    return _mark(scene, urgent=True)


def mark_calm(scene: CaseScene) -> Ack:
    """It can wait after all."""
    return _mark(scene, urgent=False)


def _mark(scene: CaseScene, *, urgent: bool) -> Ack:
    scene.must_be_open()
    if scene.case.urgent == urgent:
        return Ack()
    scene.keep(replace(scene.case, urgent=urgent))
    scene.tell_thread(scene.say("urgent_set" if urgent else "calm_set", name=scene.by.name), name="urgency")
    scene.note("urgency_set", urgent="yes" if urgent else "no")
    return Ack()


def ask_transfer(scene: CaseScene) -> Ack:
    """Which queue is to have the case."""
    must_be_free_or_own(scene)
    others = tuple((queue, queue) for queue in scene.rules.queues if queue != scene.case.queue)
    if not others:
        return Ack(scene.say("transfer_nowhere"))
    return Ack(form=scene.form("transfer", "transfer_label", (_queue(scene, others),)))


def transfer(scene: CaseScene, form: StaffForm) -> Ack:
    """The case goes to another queue, where nobody has it yet. Raises NotYours or CaseClosed."""
    must_be_free_or_own(scene)
    queue = form.values.get("queue", "")
    if queue not in scene.rules.queues:
        return Ack(errors={"queue": scene.say("transfer_unknown")})
    if queue == scene.case.queue:
        return Ack()
    standing = scene.after("let_go") if scene.case.owner else None
    case = replace(scene.case, queue=queue, snoozed=None)
    if standing is not None:
        heard = scene.case.heard or scene.now
        case = replace(case, state=standing.state, owner="", owner_name="", heard=heard)
    scene.keep(case)
    scene.tell_thread(scene.say("transferred", name=scene.by.name, queue=queue), name="transferred")
    scene.note("transferred", queue=queue, before=scene.case.queue)
    if standing is not None:
        person_goes(scene)
    return Ack()


def _queue(scene: CaseScene, queues: tuple[tuple[str, str], ...]) -> Field:
    return Field("queue", scene.say("transfer_field"), "choice", options=queues)
