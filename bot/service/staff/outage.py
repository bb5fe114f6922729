"""`outage`: staff put a sentence before every reply for a while, take it away, or see what is on."""

from datetime import datetime, timedelta

from bot.engine.outcome import Event
from bot.matching.moments import in_words, moment
from bot.service.content import Card, Content
from bot.service.notice import Notice
from bot.service.ports import Delivery
from bot.service.staff.notice_text import harmless, without_end
from bot.service.staff.scene import StaffScene

LONGEST = timedelta(days=14)
MOST = 300
"""Characters of a notice: it stands before everything the bot says."""
MOST_QUOTED = 60
"""Characters of what was typed that are shown again when it was no time."""
RECORD = "notices"
"""What the events of all notices are recorded under."""


def outage(scene: StaffScene) -> str:
    """Carry out `on "text" until TIME`, `off`, or nothing more, and say what holds now."""
    word, *rest = scene.command.rest.split(None, 1) or [""]
    if word.casefold() == "on":
        return _on(scene, *without_end("".join(rest)))
    if word.casefold() == "off" and not rest:
        return _off(scene)
    return scene.say("outage_example") if word else _shown(scene)


def _on(scene: StaffScene, typed: str, end: str | None) -> str:
    text = harmless(typed)
    until = None if end is None else moment(end, scene.local)
    wrong = _wrong_text(scene, text) or _wrong_end(scene, end, until)
    if wrong:
        return f"{wrong} {scene.say('outage_example')}"
    command = scene.command
    before = scene.unit.post_notice(Notice(text, command.staff, command.name, scene.now, until))
    notice = scene.unit.notice(scene.now)
    assert notice is not None
    _record(scene, "notice_ended", before)
    _record(scene, "notice_posted", notice)
    replaced = (scene.say("outage_replaced", text=before.text),) if before else ()
    by = scene.say("outage_by", name=command.name, end=_end(scene, notice))
    _tell_staff(scene, scene.say("outage_card_on"), by, text, *replaced)
    return scene.say("outage_on", end=_end(scene, notice), text=text)


def _off(scene: StaffScene) -> str:
    notice = scene.unit.end_notice(scene.command.staff, scene.now)
    if notice is None:
        return scene.say("outage_none")
    _record(scene, "notice_ended", notice)
    by = scene.say("outage_off_by", name=scene.command.name)
    _tell_staff(scene, scene.say("outage_card_off"), by, notice.text)
    return scene.say("outage_off", text=notice.text)


def _shown(scene: StaffScene) -> str:
    notice = scene.unit.notice(scene.now)
    if notice is None:
        return f"{scene.say('outage_none')} {scene.say('outage_example')}"
    since = in_words(scene.voice.local(notice.since))
    return scene.say("outage_shown", since=since, name=notice.name, end=_end(scene, notice), text=notice.text)


def _wrong_text(scene: StaffScene, text: str) -> str:
    """Why this text cannot be put before replies, or nothing."""
    if not text:
        return scene.say("outage_no_text")
    if len(text) > MOST:
        return scene.say("outage_too_long", count=str(len(text)), most=str(MOST))
    return ""


def _wrong_end(scene: StaffScene, end: str | None, until: datetime | None) -> str:
    """Why a notice cannot end then, or nothing."""
    if end is not None and until is None:
        return scene.say("outage_end_unread", words=harmless(end)[:MOST_QUOTED] or "until")
    if until is not None and until <= scene.now:
        return scene.say("outage_end_past", moment=in_words(until))
    if until is not None and until > scene.now + LONGEST:
        return scene.say("outage_end_far", moment=in_words(until), days=str(LONGEST.days))
    return ""


def _end(scene: StaffScene, notice: Notice) -> str:
    """Until when a notice is on, in words."""
    if notice.until is None:
        return scene.say("outage_end_open")
    return scene.say("outage_end_set", moment=in_words(scene.voice.local(notice.until)))


def _record(scene: StaffScene, name: str, notice: Notice | None) -> None:
    """Who did what to which notice; what it says stands with the notice."""
    if notice is not None:
        done = Event(name, {"notice": str(notice.number), "by": scene.command.staff})
        scene.unit.audit(RECORD, [done], scene.now)


def _tell_staff(scene: StaffScene, title: str, *lines: str) -> None:
    card = Content(card=Card(title, lines))
    place = f"channel:{scene.staff_channel}"
    scene.unit.enqueue(Delivery(f"notice:{scene.command.keys[0]}", place, "post", card, scene.now))
