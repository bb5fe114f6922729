"""A case against its court's targets: how much business time counts so far, and when to remind whom.

Pure: `now` and all times are aware. A court without hours has no clocks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Literal

from bot.engine.hours import Hours
from bot.flow.timetable import Targets

Clock = Literal["first_response", "next_response", "resolution"]
Step = Literal["near", "target", "beyond"]
Recipient = Literal["thread", "owner", "lead"]

SHARES = MappingProxyType({"near": 0.75, "target": 1.0, "beyond": 1.5})
"""How much of a target has gone by at each step."""

URGENT = 2
"""What an urgent case's targets are divided by."""


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Business time that has counted: `spent` up to `since`, and running from then on; None while it rests.

    `cycle` names what is timed, and since when; empty for nothing.
    """

    cycle: str = ""
    spent: timedelta = timedelta()
    since: datetime | None = None

    def at(self, hours: Hours, now: datetime, cycle: str, *, runs: bool) -> "Stopwatch":
        """Read off now, then running or resting. Another cycle begins at nothing."""
        if runs and self.since and cycle == self.cycle:
            return self
        spent = self.read(hours, now) if cycle == self.cycle else timedelta()
        return Stopwatch(cycle, spent, now if runs else None)

    def read(self, hours: Hours, now: datetime) -> timedelta:
        """All the business time that has counted by now."""
        return self.spent + (hours.business_between(self.since, now) if self.since else timedelta())

    def reaches(self, hours: Hours, amount: timedelta) -> datetime | None:
        """When it will show this amount, or since when it may have; None at rest, or when out of sight."""
        if self.since is None:
            return None
        return hours.add(self.since, amount - self.spent) if amount > self.spent else self.since


@dataclass(frozen=True, slots=True)
class Watches:
    """The stopwatches of a case: until staff's reply, the first or the next; and until it is closed."""

    response: Stopwatch = Stopwatch()
    resolution: Stopwatch = Stopwatch()


IDLE = Watches()


@dataclass(frozen=True, slots=True)
class Timed:
    """What the clocks see of a case: who waits for whom since when; `rests` while snoozed or closed.

    `answered` is when staff first replied, `heard` since when the filer waits, None when staff had the last
    word.
    """

    opened: datetime
    answered: datetime | None = None
    heard: datetime | None = None
    rests: bool = False
    urgent: bool = False
    owned: bool = False


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reminder to come: `name` is the same whenever it is worked out; `target` is when time is up."""

    name: str
    clock: Clock
    step: Step
    to: Recipient
    due: datetime
    target: datetime


def wound(watches: Watches, case: Timed, hours: Hours | None, now: datetime) -> Watches:
    """The watches as they stand after a change of the case."""
    if hours is None:
        return IDLE
    kind, since = _awaited(case)
    runs = since is not None and not case.rests
    response = _cycle(kind, since) if since is not None else ""
    resolution = _cycle("resolution", case.opened)
    return Watches(
        watches.response.at(hours, now, response, runs=runs),
        watches.resolution.at(hours, now, resolution, runs=runs),
    )


def alarms(watches: Watches, case: Timed, targets: Targets, hours: Hours) -> tuple[Alarm, ...]:
    """All reminders that this case calls for, those whose time has come included, by clock and then by step.

    A resting watch calls for none. An urgent case has half the time.
    """
    kind, _ = _awaited(case)
    answer = targets.first_response if kind == "first_response" else targets.next_response
    return (
        *_steps(watches.response, kind, _allowed(answer, case), case, hours),
        *_steps(watches.resolution, "resolution", _allowed(targets.resolution, case), case, hours),
    )


def is_overtaken(alarm: Alarm, others: Sequence[Alarm], now: datetime) -> bool:
    """Whether a later step of the same clock is due by now as well: then only that one is said."""
    later = (one for one in others if one.clock == alarm.clock and SHARES[one.step] > SHARES[alarm.step])
    return any(one.due <= now for one in later)


def _awaited(case: Timed) -> tuple[Clock, datetime | None]:
    """Which reply the filer waits for, and since when; None while it is the filer's turn."""
    if case.answered is None:
        return "first_response", case.opened
    return "next_response", case.heard


def _allowed(target: timedelta | None, case: Timed) -> timedelta | None:
    return target / URGENT if target is not None and case.urgent else target


def _steps(
    watch: Stopwatch, clock: Clock, allowed: timedelta | None, case: Timed, hours: Hours
) -> Iterator[Alarm]:
    if allowed is None:
        return
    for step, to in _RECIPIENTS:
        due, target = watch.reaches(hours, allowed * SHARES[step]), watch.reaches(hours, allowed)
        if due is not None and target is not None:
            known = "thread" if to == "owner" and not case.owned else to
            yield Alarm(f"{watch.cycle}:{step}", clock, step, known, due, target)


def _cycle(clock: Clock, since: datetime) -> str:
    return f"{clock}:{since.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}"


_RECIPIENTS: tuple[tuple[Step, Recipient], ...] = (
    ("near", "thread"),
    ("target", "owner"),
    ("beyond", "lead"),
)
