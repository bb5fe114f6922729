"""The desk's day in numbers: what was opened, answered and closed, and how soon filers had an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from statistics import median

from bot.service.desk_records import Act
from bot.service.ports import Unit
from bot.service.voice import Voice

CLOSING = frozenset({"closed", "returned", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Day:
    """How many cases were opened, answered and closed since midnight at the court.

    `first` is the median time until the first answer of those that had it today, in open hours; None where
    there was none, or the hours are not known.
    """

    opened: int
    answered: int
    closed: int
    first: timedelta | None


def today(unit: Unit, voice: Voice, now: datetime) -> Day:
    """The day so far, from the audit."""
    midnight = datetime.combine(voice.local(now).date(), time(), voice.zone)
    acts = unit.desk.acts_since(midnight.astimezone(now.tzinfo))
    answered = _cases(acts, frozenset({"replied"}))
    spans = list(_first_answers(unit, voice, answered, midnight))
    return Day(
        len(_cases(acts, frozenset({"opened"}))),
        len(answered),
        len(_cases(acts, CLOSING)),
        timedelta(seconds=median(one.total_seconds() for one in spans)) if spans else None,
    )


def _cases(acts: Sequence[Act], what: frozenset[str]) -> list[str]:
    """The cases of which this was done, each once."""
    return list(dict.fromkeys(act.case for act in acts if act.what in what))


def _first_answers(unit: Unit, voice: Voice, cases: list[str], since: datetime) -> Iterator[timedelta]:
    """How long each first answer since then took, in open hours."""
    hours = voice.book.hours
    for case in cases if hours else ():
        acts = unit.desk.acts(case)
        opened = next((act.at for act in acts if act.what == "opened"), None)
        first = next(act.at for act in acts if act.what == "replied")
        if hours and opened and first >= since:
            yield hours.business_between(opened, first)
