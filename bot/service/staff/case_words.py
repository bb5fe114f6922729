"""A case in a few words, for lists: its number, its urgency and age, where it stands, and why."""

from datetime import datetime, timedelta

from bot.service.case_row import CaseRow
from bot.service.voice import Voice

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def in_short(voice: Voice, case: CaseRow, now: datetime) -> str:
    """One case in two lines. The filer's id stands behind an @, for a surface to put the name there."""
    key = "case_line_urgent" if case.urgent else "case_line"
    head = voice.say(key, now, case=case.number, age=age_in_words(voice, case.opened or now, now))
    queue = (voice.say("case_queue", now, queue=case.queue),) if case.queue else ()
    who = voice.say("case_line_from", now, person=f"@{case.person}", reason=because(voice, case, now))
    return "\n".join([" ".join((head, standing(case), *queue)), who])


def standing(case: CaseRow) -> str:
    """Who has a case or how it ended, as its card says it."""
    return case.card.card.state if case.card.card else ""


def because(voice: Voice, case: CaseRow, now: datetime) -> str:
    """Why the filer needs a person, in the flow's words; the reason's id where the flow has it no more."""
    rules = voice.book.flows.get(case.topic)
    entry = rules.flow.hand_over(case.reason) if rules else None
    if entry is None:
        return case.reason
    return voice.book.wording.fill(entry.because, voice.local(now).date())


def age_in_words(voice: Voice, since: datetime, now: datetime) -> str:
    """How long ago that was, in its greatest whole unit: minutes, hours or days."""
    age = now - since
    if age < MINUTE:
        return voice.say("age_now", now)
    units = ((DAY, "age_day"), (HOUR, "age_hour"), (MINUTE, "age_minute"))
    unit, key = next((unit, key) for unit, key in units if age >= unit)
    count = age // unit
    return voice.say(key, now) if count == 1 else voice.say(f"{key}s", now, count=str(count))
