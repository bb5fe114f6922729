"""When a help desk is open: a week, and the days that differ from it. Wall-clock times, no time zone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """One stretch of a day, from `opens` (included) to `closes` (not included), in minutes after midnight."""

    opens: int
    closes: int


Openings = tuple[Opening, ...]
"""The stretches of one day, in order, apart from each other; none on a day that is closed."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """The openings of a week, Monday first, and what differs.

    `holidays` is true when federal holidays are closed. `closed` maps an extra closure to its reason, empty
    where none is given. `open` maps a day to hours of its own, and goes before a holiday.
    """

    week: tuple[Openings, ...]
    holidays: bool = False
    closed: Mapping[date, str] = field(default_factory=dict)
    open: Mapping[date, Openings] = field(default_factory=dict)

    def of(self, day: date) -> Openings:
        """The openings of this day of the week, closures and holidays aside."""
        return self.week[day.weekday()]

    @property
    def day(self) -> timedelta:
        """A business day: the open time of the longest day of the week."""
        longest = max(sum(one.closes - one.opens for one in openings) for openings in self.week)
        return timedelta(minutes=longest)


@dataclass(frozen=True, slots=True)
class Targets:
    """How long a case may take, in business time; None where the court has set no target."""

    first_response: timedelta | None = None
    next_response: timedelta | None = None
    resolution: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """The help desk of a court: when it is open, and what it promises."""

    timetable: Timetable
    targets: Targets = Targets()
