"""Years as people write them, and the many numbers that only look like one."""

import re
from datetime import date

from bot.matching.days.tokens import Tokens

OLDEST = 1970
"""No account, and no person's memory of one, is older."""

_YEAR = re.compile(r"'?([0-9]{2})|([0-9]{4})")
_NUMBER = re.compile(r"[0-9][0-9./:-]*")
_COUNTED_BEFORE = frozenset(
    "+ acrobat act adobe adv adversary ap apt article bar bk bldg box case chapter claim code cv"
    " docket doc document entry excel exhibit ext extension form id item line number num office"
    " outlook page par paragraph pin po proof room rule sec section server sharepoint suite title"
    " unit usc version windows word zip".split()
)
_COUNTED_AFTER = frozenset(
    "am attorneys bucks bytes cases clients copies creditors days documents dollars emails files"
    " filings hours items kb lawyers mb members minutes months more pages people percent pm"
    " seconds times usd users weeks windows years yrs ave avenue blvd road st street".split()
)
_HYPHENED = frozenset("mid early late pre post".split())
_LOOSE = frozenset({"in", "since"})


def year_at(tokens: Tokens, position: int, today: date, *, loose: bool = False) -> int | None:
    """The year that stands here: 2014, '14, and where `loose` is True also 14.

    Two digits are the latest such year that has begun.  Any year from 1970 to 2099 is one,
    also a future one.
    """
    found = _YEAR.fullmatch(tokens.at(position))
    if found is None:
        return None
    if found[2]:
        year = int(found[2])
        return year if OLDEST <= year < 2100 else None
    if not found[0].startswith("'") and (not loose or tokens.at(position + 1) in _COUNTED_AFTER):
        return None
    return full_year(int(found[1]), today)


def full_year(two_digits: int, today: date) -> int | None:
    """The latest year with these last two digits that has begun; None before 1970."""
    year = 2000 + two_digits
    if year > today.year:
        year -= 100
    return year if year >= OLDEST else None


def year_alone(tokens: Tokens, position: int, today: date) -> int | None:
    """The year that stands here by itself: no case number, price, phone, room or count."""
    before, after = tokens.at(position - 1), tokens.at(position + 1)
    year = year_at(tokens, position, today, loose=before in _LOOSE)
    if year is None or before in _COUNTED_BEFORE or after in _COUNTED_AFTER:
        return None
    if _is_numbered(tokens, position - 1):
        return None
    if before == "-" and tokens.at(position - 2) not in _HYPHENED:
        return None
    if after == "-" and not _is_dated(tokens.at(position + 2)):
        return None
    return None if _is_counted(before) or _is_counted(after) else year


def _is_numbered(tokens: Tokens, position: int) -> bool:
    """True where "no." or "case no" ends here; "no" alone may also take something back."""
    has_point = tokens.at(position) == "."
    if tokens.at(position - has_point) in _COUNTED_BEFORE:
        return True
    is_number = tokens.at(position - has_point) == "no"
    return is_number and (has_point or tokens.at(position - 1) in _COUNTED_BEFORE)


def _is_dated(token: str) -> bool:
    """True where what a hyphen joins to a year goes with it."""
    return token == "ish" or _YEAR.fullmatch(token) is not None


def _is_counted(token: str) -> bool:
    """True for a long number that is no year itself: part of a phone or card number."""
    return (
        _NUMBER.fullmatch(token) is not None
        and sum(character.isdigit() for character in token) > 2
        and not (len(token) == 4 and token[:2] in {"19", "20"})
    )
