"""At the start: the clocks of open cases follow the hours and targets that the court's file says by now."""

import logging
from functools import partial

from bot.engine.case import CLOSED
from bot.errors import SavedElsewhere
from bot.service.casework import clocks
from bot.service.desk_ports import Wanted
from bot.service.ports import Clock, Store, Unit
from bot.service.voice import Voice

MOST = 100_000
"""More open cases than a court ever has."""

log = logging.getLogger(__name__)


async def refit(store: Store, voice: Voice, clock: Clock) -> None:
    """Set the reminders of every open case anew, each in a transaction of its own; what was said stays said.

    A case that somebody saves meanwhile needs it no more. If it fails, the rest waits until its reminders
    come due, when all is worked out anew.
    """
    try:
        for number in await store.run(_open_cases):
            try:
                await store.run(partial(_refit, voice, clock, number))
            except SavedElsewhere:
                continue
    except Exception as error:
        log.warning("clocks not set anew error=%s", type(error).__name__)


def _open_cases(unit: Unit) -> list[str]:
    return [case.number for case in unit.desk.cases(Wanted(), MOST)]


def _refit(voice: Voice, clock: Clock, number: str, unit: Unit) -> None:
    case = unit.case(number)
    if case is not None and case.state != CLOSED:
        clocks.keep(unit, voice, case, clock.now())
