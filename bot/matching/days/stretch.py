"""Spans of days by arithmetic: a year, a month, a part of one, so many years before a day."""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days read at a place in a message, and the position of the token after them.

    `start` and `end` as in `Span`.  `is_real` is False for a date that no calendar has:
    its tokens are passed over and mean nothing.  `year_named` is True where a year stands
    in the words, `unit` the calendar unit that "early" and "late" divide.
    """

    start: date | None
    end: date | None
    after: int
    year_named: bool = True
    is_real: bool = True
    unit: str = ""


def unreal(after: int) -> Stretch:
    """A date that no calendar has, such as 31 February."""
    return Stretch(None, None, after, is_real=False)


def of_year(year: int, after: int) -> Stretch:
    """The whole year."""
    return Stretch(date(year, 1, 1), date(year + 1, 1, 1), after, unit="year")


def of_years(first: int, last: int, after: int) -> Stretch:
    """From the first year to the last one, both included, in either order."""
    first, last = min(first, last), max(first, last)
    return Stretch(date(first, 1, 1), date(last + 1, 1, 1), after)


def of_decade(year: int, after: int) -> Stretch:
    """Ten years from this one on."""
    return Stretch(date(year, 1, 1), date(year + 10, 1, 1), after, unit="decade")


def of_months(year: int, first: int, last: int, after: int) -> Stretch:
    """From one month to another of a year; December to January begins the year before."""
    begins = year - 1 if first > last else year
    unit = "month" if first == last else ""
    return Stretch(date(begins, first, 1), months_later(date(year, last, 1), 1), after, unit=unit)


def of_day(year: int, month: int, day: int, after: int) -> Stretch:
    """One day, or no real date."""
    try:
        found = date(year, month, day)
    except ValueError:
        return unreal(after)
    return Stretch(found, found + DAY, after)


def months_later(day: date, months: int) -> date:
    """The same day so many months later (or earlier, below 0), at most the 28th.

    At most the 28th, since every month has one; spans that use it have room for that.
    """
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, min(day.day, 28))


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier."""
    return months_later(day, -12 * years)
