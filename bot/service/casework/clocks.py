"""A case's clocks: wound, and its reminders set, with every change of the case and in its transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.engine.case import CLOSED
from bot.engine.clocks import IDLE, Alarm, Timed, alarms, wound
from bot.service.case_row import CaseRow
from bot.service.desk_records import Reminder
from bot.service.ports import Unit
from bot.service.voice import Voice

WAKE = "wake"
"""The kind of reminder that takes up a case which was put off until a time."""


def keep(unit: Unit, voice: Voice, case: CaseRow, now: datetime) -> None:
    """Keep a case, new or changed, with what its clocks show now and the reminders that are to come.

    Whoever keeps a case keeps it here. Raises SavedElsewhere if its version is not the stored one.
    """
    timed, hours = _timed(case), voice.book.hours
    kept = replace(case, watches=wound(case.watches, timed, hours, now) if timed else IDLE)
    unit.save_case(kept)
    unit.desk.remind(kept.number, reminders(voice, kept))


def reminders(voice: Voice, case: CaseRow) -> Sequence[Reminder]:
    """All that this case is to be reminded of, what was said included; nothing once it is closed."""
    if case.state == CLOSED:
        return ()
    if case.snoozed is not None:
        key = f"{case.number}:{WAKE}:{case.snoozed.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}"
        return (Reminder(key, case.number, WAKE, "thread", case.snoozed),)
    return [
        Reminder(key, case.number, f"{one.clock}_{one.step}", one.to, one.due)
        for key, one in alarms_of(voice, case).items()
    ]


def alarms_of(voice: Voice, case: CaseRow) -> Mapping[str, Alarm]:
    """What the clocks of this case call for, by the key of the reminder."""
    timed, hours, desk = _timed(case), voice.book.hours, voice.book.court.desk
    if timed is None or hours is None or desk is None:
        return {}
    return {f"{case.number}:{one.name}": one for one in alarms(case.watches, timed, desk.targets, hours)}


def _timed(case: CaseRow) -> Timed | None:
    """The case as clocks see it; None for one that does not say when it was opened."""
    if case.opened is None:
        return None
    return Timed(
        case.opened,
        answered=case.answered,
        heard=case.heard,
        rests=case.state == CLOSED or case.snoozed is not None,
        urgent=case.urgent,
        owned=bool(case.owner),
    )
