"""Parts of a year, month or ten years: "early 2013", "mid-August 2014", "Q3 2014", "late 90s"."""

from datetime import date, timedelta

from bot.matching.days.names import with_names
from bot.matching.days.numbers import in_figures
from bot.matching.days.stretch import Stretch, months_later, of_months, of_year
from bot.matching.days.tokens import Tokens
from bot.matching.days.years import year_at

PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}
_HALVES = {
    "first": "first half",
    "1st": "first half",
    "second": "second half",
    "2nd": "second half",
    "last": "second half",
    "latter": "second half",
}
_MONTHS = {
    "early": (0, 4),
    "mid": (3, 9),
    "late": (8, 12),
    "first half": (0, 6),
    "second half": (6, 12),
}
"""Part -> from which to which month of a year; people mean them loosely, so they overlap."""

_TENTHS = {
    "early": (0, 5),
    "mid": (3, 8),
    "late": (5, 10),
    "first half": (0, 5),
    "second half": (5, 10),
}
"""Part -> from which to which year of ten."""

_DAYS = {
    "early": (0, 14),
    "mid": (7, 23),
    "late": (17, 31),
    "first half": (0, 16),
    "second half": (14, 31),
}
"""Part -> from which to which day of a month."""

_QUARTERS = {
    **{f"q{number}": number for number in range(1, 5)},
    **{word: number for number, word in enumerate(("first", "second", "third", "fourth"), 1)},
    **{word: number for number, word in enumerate(("1st", "2nd", "3rd", "4th"), 1)},
}
PARTS_NAMED = frozenset({*PARTS, *_HALVES, *_QUARTERS})
"""The words that a part of a year may begin with."""

_SKIPPED = frozenset({"-", "of", "in", "the", "half", "part", "year"})
_OF = frozenset({"of", "in", "the", "year", "quarter", ",", "-"})


def in_part(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """The part of a year, month or ten years that is named here, or None."""
    token, following = tokens.at(position), tokens.at(position + 1)
    if token in _QUARTERS and (following == "quarter" or token[0] == "q"):
        return _quarter(tokens, position, today)
    part = _HALVES.get(token) if following == "half" else PARTS.get(token)
    if part is None:
        return None
    begin = tokens.skip(position + 1, _SKIPPED)
    whole = with_names(tokens, begin, today) or in_figures(tokens, begin, today)
    if whole is None:
        year = year_at(tokens, begin, today, loose=True)
        whole = None if year is None else of_year(year, begin + 1)
    return whole and _fraction(whole, part)


def _quarter(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """Q3 2014, the third quarter of 2014."""
    begin = tokens.skip(position + 1, _OF)
    year = year_at(tokens, begin, today)
    last = _QUARTERS[tokens.at(position)] * 3
    return None if year is None else of_months(year, last - 2, last, begin + 1)


def _fraction(whole: Stretch, part: str) -> Stretch:
    """The part of a whole year, month or ten years; any other span stays as it is."""
    if whole.start is None or whole.end is None:
        return whole
    if whole.unit == "month":
        first, last = _DAYS[part]
        end = min(whole.end, whole.start + timedelta(days=last))
        return Stretch(whole.start + timedelta(days=first), end, whole.after)
    if whole.unit in {"year", "decade"}:
        first, last = _MONTHS[part] if whole.unit == "year" else _TENTHS[part]
        months = 1 if whole.unit == "year" else 12
        return Stretch(
            months_later(whole.start, first * months),
            months_later(whole.start, last * months),
            whole.after,
        )
    return whole
