"""Dates in figures, in US order: 8/11/14, 2014-08-11, 8/2014, 20140811, 2010-2012, the 90s."""

import re
from collections.abc import Callable
from datetime import date

from bot.matching.days.stretch import (
    Stretch,
    of_day,
    of_decade,
    of_months,
    of_year,
    of_years,
    unreal,
)
from bot.matching.days.tokens import Tokens
from bot.matching.days.years import OLDEST, full_year, year_alone

_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_YEAR_THEN_TWO = re.compile(r"([0-9]{4})[-/.]([0-9]{2})")
_YEAR_TO_YEAR = re.compile(r"'?([0-9]{4}|[0-9]{2})[-/]([0-9]{4})")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_DECADE = re.compile(r"'?([0-9]{2})?([0-9]0)'?s")
_YEAR_ISH = re.compile(r"([0-9]{4})ish")


def in_figures(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """The date that the number at this position writes, or None."""
    token = tokens.at(position)
    if not token or not (token[0] == "'" or token[0].isdigit()):
        return None
    year = year_alone(tokens, position, today)
    if year is not None:
        return of_year(year, position + 1)
    for pattern, read in _READERS:
        found = pattern.fullmatch(token)
        if found is not None:
            return read(found, position + 1, today)
    return None


def _iso(found: re.Match[str], after: int, _today: date) -> Stretch | None:
    return _day(int(found[1]), int(found[3]), int(found[4]), after)


def _compact(found: re.Match[str], after: int, _today: date) -> Stretch | None:
    return _day(int(found[1]), int(found[2]), int(found[3]), after)


def _month_first(found: re.Match[str], after: int, today: date) -> Stretch | None:
    """US order; a date that only the other order makes possible could be any day."""
    written = found[4]
    year = int(written) if len(written) == 4 else full_year(int(written), today)
    month, day = int(found[1]), int(found[3])
    if year is None:
        return unreal(after)
    if month > 12 and _day(year, day, month, after).is_real:
        return Stretch(None, None, after) if year <= today.year else unreal(after)
    return _day(year, month, day, after)


def _month_year(found: re.Match[str], after: int, _today: date) -> Stretch | None:
    month, year = int(found[1]), int(found[2])
    if not 1 <= month <= 12 or not OLDEST <= year < 2100:
        return unreal(after)
    return of_months(year, month, month, after)


def _year_then_two(found: re.Match[str], after: int, today: date) -> Stretch | None:
    """2014-08 is a month, 2013-14 two years, and 2011-12 may be either: then both."""
    year, two = int(found[1]), int(found[2])
    if not OLDEST <= year < 2100:
        return unreal(after)
    if two == (year + 1) % 100:
        return of_years(year, year + 1, after)
    if 1 <= two <= 12:
        return of_months(year, two, two, after)
    last = year - year % 100 + two
    return of_years(year, last, after) if year < last <= today.year else unreal(after)


def _year_to_year(found: re.Match[str], after: int, today: date) -> Stretch | None:
    last = int(found[2])
    first = int(found[1]) if len(found[1]) == 4 else full_year(int(found[1]), today)
    if first is None or not (OLDEST <= first < 2100 and OLDEST <= last < 2100):
        return unreal(after)
    return of_years(first, last, after)


def _decade(found: re.Match[str], after: int, today: date) -> Stretch | None:
    tens = int(found[2])
    century = int(found[1] or ("20" if tens == 0 else "19")) * 100
    return of_decade(century + tens, after) if OLDEST <= century + tens <= today.year else None


def _about_year(found: re.Match[str], after: int, today: date) -> Stretch | None:
    """2014ish: the year before and the year after are meant, too."""
    year = int(found[1])
    return of_years(year - 1, year + 1, after) if OLDEST < year <= today.year else None


def _day(year: int, month: int, day: int, after: int) -> Stretch:
    """A day of a year in which an account may have been made."""
    return of_day(year, month, day, after) if OLDEST <= year < 2100 else unreal(after)


_Read = Callable[[re.Match[str], int, date], Stretch | None]
_READERS: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (_ISO, _iso),
    (_MONTH_FIRST, _month_first),
    (_MONTH_YEAR, _month_year),
    (_YEAR_THEN_TWO, _year_then_two),
    (_YEAR_TO_YEAR, _year_to_year),
    (_COMPACT, _compact),
    (_DECADE, _decade),
    (_YEAR_ISH, _about_year),
)
