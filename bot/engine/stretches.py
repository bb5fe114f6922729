"""A day's openings as instants: what the clock on the wall says, also in the nights when it is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.flow.timetable import Openings

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Open from `start` (included) to `end` (not included), both in UTC."""

    start: datetime
    end: datetime


def stretches(day: date, openings: Openings, zone: tzinfo) -> Iterator[Stretch]:
    """The instants of the day at which its wall clock shows an open time, in order.

    An opening that spans a change of the clock is as long as it lasts; one that the clock passes twice
    counts twice, and one that it leaves out does not count.
    """
    midnight = datetime.combine(day, time())
    for part, offset in _parts(midnight, zone):
        for opening in openings:
            opens = (midnight + opening.opens * _MINUTE - offset).replace(tzinfo=UTC)
            closes = (midnight + opening.closes * _MINUTE - offset).replace(tzinfo=UTC)
            start, end = max(opens, part.start), min(closes, part.end)
            if start < end:
                yield Stretch(start, end)


def _parts(midnight: datetime, zone: tzinfo) -> Iterator[tuple[Stretch, timedelta]]:
    """The day cut where its clock is changed, each part with how far its clock is from UTC."""
    start, end = _instant(midnight, zone), _instant(midnight + timedelta(days=1), zone)
    first, last = _offset(start, zone), _offset(end - _MINUTE, zone)
    if first == last:
        yield Stretch(start, end), first
        return
    change = _change(start, end, zone)
    yield Stretch(start, change), first
    yield Stretch(change, end), last


def _change(start: datetime, end: datetime, zone: tzinfo) -> datetime:
    """The first minute at which the offset is not that of the start."""
    first, low, high = _offset(start, zone), 0, (end - start) // _MINUTE
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(start + middle * _MINUTE, zone) == first:
            low = middle
        else:
            high = middle
    return start + high * _MINUTE


def _instant(wall: datetime, zone: tzinfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _offset(at: datetime, zone: tzinfo) -> timedelta:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return offset
