"""Business time: whether a desk is open, when it opens again, and time that counts only while it is open.

Pure: the moment is handed in, aware, in any zone; what comes back is in the zone of the desk.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.engine.stretches import Stretch, stretches
from bot.flow.timetable import Openings, Timetable

HORIZON = 400
"""How many days are looked ahead; a desk that is not open once in that time counts as never open."""

NEVER = "never"
"""The closed period of a desk that does not open again."""

HolidayName = Callable[[date], str]
"""The name of the federal holiday on a day, empty on any other."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Days in a row on which a desk would be open, and is closed for one reason."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Hours:
    """The hours of one desk in its time zone."""

    timetable: Timetable
    zone: tzinfo
    holiday_name: HolidayName

    def is_open(self, at: datetime) -> bool:
        """Whether the desk is open at this moment; at the minute of closing it is closed."""
        return self.closes(at) is not None

    def closes(self, at: datetime) -> datetime | None:
        """When a desk that is open now closes next; None when it is closed."""
        now = self._next(at)
        return self._local(now.end) if now and now.start <= at else None

    def next_opening(self, at: datetime) -> datetime | None:
        """The first open moment from `at` on, `at` itself while open; None when there is none in sight."""
        following = self._next(at)
        return self._local(max(following.start, at)) if following else None

    def business_between(self, start: datetime, end: datetime) -> timedelta:
        """How long the desk is open between two moments; nothing when the second is not later."""
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        days = (end - start).days + 2
        parts = (
            max(timedelta(), min(one.end, end) - max(one.start, start))
            for one in self._ahead(start, days)
            if one.start < end
        )
        return sum(parts, timedelta())

    def add(self, at: datetime, amount: timedelta) -> datetime | None:
        """The moment by which the desk has been open for `amount`, which is not negative, since `at`.

        It lies within open time or at its very end; None when it lies beyond the horizon.
        """
        for one in self._ahead(at, HORIZON):
            start = max(one.start, at.astimezone(UTC))
            if amount <= one.end - start:
                return self._local(start + amount)
            amount -= one.end - start
        return None

    def closed_period(self, at: datetime) -> str:
        """A name for the time between two openings that `at` lies in, the same for all of it.

        Empty while the desk is open.
        """
        following = self._next(at)
        if following is None:
            return NEVER
        return "" if following.start <= at else following.start.strftime("%Y%m%dT%H%MZ")

    def closures(self, at: datetime) -> tuple[Closure, ...]:
        """Why the desk is closed on days on which it would be open, from the day of `at` to the next opening.

        Days in a row with the same reason are one closure; those without a reason are left out.
        """
        opening = self.next_opening(at)
        if opening is None:
            return ()
        first, found = self._local(at).date(), list[Closure]()
        for number in range((opening.date() - first).days + 1):
            day = first + timedelta(days=number)
            reason = self._reason(day) if self.timetable.of(day) else ""
            if reason and found and found[-1].reason == reason:
                found[-1] = Closure(found[-1].first, day, reason)
            elif reason:
                found.append(Closure(day, day, reason))
        return tuple(found)

    def _reason(self, day: date) -> str:
        if day in self.timetable.open:
            return ""
        return self.timetable.closed.get(day) or self._holiday(day)

    def _holiday(self, day: date) -> str:
        return self.holiday_name(day) if self.timetable.holidays else ""

    def _openings(self, day: date) -> Openings:
        usual = self.timetable.of(day)
        if day in self.timetable.open:
            return self.timetable.open[day]
        closed = day in self.timetable.closed or (usual and self._holiday(day))
        return () if closed else usual

    def _next(self, at: datetime) -> Stretch | None:
        return next(self._ahead(at, HORIZON), None)

    def _ahead(self, at: datetime, days: int) -> Iterator[Stretch]:
        """The open stretches that end after `at`, in order; those that touch, as at midnight, are one."""
        held: Stretch | None = None
        for one in self._daily(self._local(at).date(), days):
            if held and held.end == one.start:
                held = Stretch(held.start, one.end)
                continue
            if held and held.end > at:
                yield held
            held = one
        if held and held.end > at:
            yield held

    def _daily(self, first: date, days: int) -> Iterator[Stretch]:
        for number in range(days):
            day = first + timedelta(days=number)
            yield from stretches(day, self._openings(day), self.zone)

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)
