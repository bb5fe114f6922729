"""A case that rests until a time: put off, and taken up again."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.matching.moments import in_words
from bot.service.casework.acts.taking import must_be_free_or_own
from bot.service.casework.scene import CaseScene
from bot.service.forms import Field
from bot.service.incoming import Ack, StaffForm

LONGEST = timedelta(days=60)
MORNING = time(9)


def ask_snooze(scene: CaseScene) -> Ack:
    """Until when the case is to rest, in the court's time; tomorrow morning is proposed."""
    must_be_free_or_own(scene)
    tomorrow = scene.voice.local(scene.now).date() + timedelta(days=1)
    day = Field("day", scene.say("snooze_day"), "day", value=tomorrow.isoformat())
    at = Field("time", scene.say("snooze_time"), "time", value=f"{MORNING:%H:%M}")
    return Ack(form=scene.form("snooze", "snooze_label", (day, at), lines=(scene.say("snooze_about"),)))


def snooze(scene: CaseScene, form: StaffForm) -> Ack:
    """Let the case rest until a time. Raises NotYours or CaseClosed."""
    must_be_free_or_own(scene)
    until = _moment(scene, form)
    if until is None or until <= scene.now:
        return Ack(errors={"day": scene.say("snooze_past")})
    if until - scene.now > LONGEST:
        return Ack(errors={"day": scene.say("snooze_far", days=str(LONGEST.days))})
    scene.keep(replace(scene.case, snoozed=until))
    moment = in_words(scene.voice.local(until))
    scene.tell_thread(scene.say("snoozed", name=scene.by.name, moment=moment), name="snoozed")
    scene.note("snoozed", until=until.isoformat())
    return Ack()


def take_up(scene: CaseScene) -> Ack:
    """Take a case up before its time has come."""
    scene.must_be_open()
    wake(scene, scene.say("woken_by", name=scene.by.name))
    return Ack()


def wake(scene: CaseScene, line: str) -> None:
    """A case that rests is to be looked at again; `line` tells the thread why. Nothing for one awake."""
    if scene.case.snoozed is None:
        return
    scene.keep(replace(scene.case, snoozed=None))
    scene.tell_thread(line, name="woken")
    scene.note("woken")


def _moment(scene: CaseScene, form: StaffForm) -> datetime | None:
    """The day and time of a form, at the court; None for what is neither."""
    try:
        day = date.fromisoformat(form.values.get("day", ""))
        at = time.fromisoformat(form.values.get("time", "") or f"{MORNING:%H:%M}")
    except ValueError:
        return None
    return datetime.combine(day, at.replace(tzinfo=None), scene.voice.zone).astimezone(scene.now.tzinfo)
