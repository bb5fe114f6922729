"""Dates with the name of a month or season: "Aug 11, 2014", "11 August", "summer of 2014"."""

import re
from datetime import date

from bot.matching.days.stretch import Stretch, of_day, of_decade, of_months
from bot.matching.days.tokens import SPACED_DASH, Tokens
from bot.matching.days.years import year_at

_NAMES = (
    "january jan janury januray janurary|february feb febuary feburary|march mar|april apr"
    "|may|june jun|july jul|august aug agust augst|september sept sep septmber setember"
    "|october oct octber|november nov novemeber novmber|december dec decmber"
)
MONTHS = {name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()}
SEASONS = {
    "spring": ((3, 1), (6, 22)),
    "summer": ((6, 1), (9, 24)),
    "fall": ((9, 1), (12, 23)),
    "autumn": ((9, 1), (12, 23)),
}
"""Season -> from which day to before which day of the year; winter has two years."""

_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_DECADES = {"seventies": 1970, "eighties": 1980, "nineties": 1990}
NAMES = frozenset({*MONTHS, *SEASONS, "winter", *_DECADES})
"""The words that a date with a name in it may begin with, figures aside."""

_JOINING = frozenset({"or", "and", "to", "-", SPACED_DASH, "/", "through", "thru"})
_OF = frozenset({"of", "in", "the", "year", ","})
_BETWEEN_DAY_AND_MONTH = frozenset({"of", "-", "/", "."})
_BETWEEN_DAY_AND_YEAR = frozenset({",", ".", "of", "in", "-", "/"})


def with_names(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """The date with a name in it that begins here, or None."""
    token = tokens.at(position)
    if token in MONTHS:
        return _month_first(tokens, position, today)
    if token in SEASONS or token == "winter":
        return _season(tokens, position, today)
    if token in _DECADES:
        return of_decade(_DECADES[token], position + 1)
    return _day_first(tokens, position, today) or _year_first(tokens, position, today)


def _month_first(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """Aug 11, 2014; August 2014; July or August 2014."""
    first = last = MONTHS[tokens.at(position)]
    after = position + 1
    if tokens.at(after) in _JOINING and tokens.at(after + 1) in MONTHS:
        last = MONTHS[tokens.at(after + 1)]
        after += 2
    after = tokens.skip(after, frozenset({".", "-", "/"}))
    dated = _day_and_year(tokens, after, last, today)
    if dated is not None:
        return dated if first == last else _widened(dated, first)
    begin = tokens.skip(after, frozenset({"of", ","} if tokens.at(position) == "may" else _OF))
    year = year_at(tokens, begin, today, loose=tokens.at(begin - 1) in {"of", "in"})
    return None if year is None else of_months(year, first, last, begin + 1)


def _widened(dated: Stretch, first: int) -> Stretch:
    """From the beginning of the first month to the day: July or August 5, 2014."""
    if dated.start is None:
        return dated
    begins = dated.start.year - (first > dated.start.month)
    return Stretch(date(begins, first, 1), dated.end, dated.after)


def _day_and_year(tokens: Tokens, position: int, month: int, today: date) -> Stretch | None:
    """The "11, 2014" of "Aug 11, 2014"."""
    day = _DAY.fullmatch(tokens.at(position))
    if day is None:
        return None
    begin = tokens.skip(position + 1, _BETWEEN_DAY_AND_YEAR)
    year = year_at(tokens, begin, today, loose=True)
    return None if year is None else of_day(year, month, int(day[1]), begin + 1)


def _day_first(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """11 August 2014, 11th of August 2014, 11-Aug-14."""
    day = _DAY.fullmatch(tokens.at(position))
    at = tokens.skip(position + 1, _BETWEEN_DAY_AND_MONTH)
    if day is None or tokens.at(at) not in MONTHS:
        return None
    begin = tokens.skip(at + 1, _BETWEEN_DAY_AND_YEAR)
    year = year_at(tokens, begin, today, loose=True)
    return None if year is None else of_day(year, MONTHS[tokens.at(at)], int(day[1]), begin + 1)


def _year_first(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """2014 August, 2014 Aug 11; not "2014 may", which goes on as a sentence."""
    year = year_at(tokens, position, today)
    at = tokens.skip(position + 1, frozenset({",", "-", "/"}))
    name = tokens.at(at)
    if year is None or name not in MONTHS or name in {"may", "march", "mar"}:
        return None
    day = _DAY.fullmatch(tokens.at(at + 1))
    if day is not None:
        return of_day(year, MONTHS[name], int(day[1]), at + 2)
    return of_months(year, MONTHS[name], MONTHS[name], at + 1)


def _season(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """Summer of 2014; the winter of a year may also be the one before or after it."""
    begin = tokens.skip(position + 1, _OF | {"-"})
    year = year_at(tokens, begin, today, loose=True)
    if year is None:
        return None
    name = tokens.at(position)
    if name == "winter":
        return Stretch(date(year - 1, 12, 1), date(year + 1, 4, 1), begin + 1)
    first, last = SEASONS[name]
    return Stretch(date(year, *first), date(year, *last), begin + 1)
