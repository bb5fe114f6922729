"""Dates told from today: "ten years ago", "last year", "had it for 15 years", "yesterday"."""

from datetime import date, timedelta

from bot.matching.days.counts import Count, count
from bot.matching.days.stretch import DAY, Stretch, months_later, years_before
from bot.matching.days.tokens import Tokens

_UNITS = {
    **dict.fromkeys(("year", "years", "yr", "yrs"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    **dict.fromkeys(("month", "months", "mo", "mos"), "month"),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), "week"),
    **dict.fromkeys(("day", "days"), "day"),
}
_AGO = frozenset({"ago", "back"})
_AGED = frozenset({"old", "now", "already"})
_LASTING = frozenset({"for", "had", "it", "past", "last", "older"})
_OVER = frozenset({"over", "more", "least", "older", "exceeding"})
_UNDER = frozenset({"under", "less", "fewer", "within", "in"})
_LEADING = _OVER | _UNDER | frozenset(
    "about almost approx approximately around at last like maybe nearly past probably roughly some"
    " than the".split()
)  # fmt: skip
_ADDING = frozenset({"and", ","})
_MOST = 60
"""Years that a count may go back; more is no date that anybody remembers."""


def from_today(tokens: Tokens, position: int, today: date) -> Stretch | None:
    """The days that words like "ten years ago" mean, counted from today, or None."""
    token, following = tokens.at(position), tokens.at(position + 1)
    if token == "yesterday":
        return Stretch(today - DAY, today, position + 1, year_named=False)
    if token == "today":
        return Stretch(today, today + DAY, position + 1, year_named=False)
    if token in {"last", "this"} and following in {"year", "month", "week"}:
        start, end = _latest(following, int(token == "last"), today)
        return Stretch(start, end, position + 2, year_named=False)
    counted = count(tokens, position)
    unit = _UNITS.get(tokens.at(counted.after)) if counted else None
    if counted is None or unit is None or counted.most > _MOST:
        return None
    if token == "one" and tokens.at(counted.after).endswith("s"):
        return None  # "I had one years ago" counts nothing
    return _ago(tokens, position, counted, _window(today, unit, counted))


def _latest(unit: str, back: int, today: date) -> tuple[date, date]:
    """The days of this year, month or week, or of the one `back` before it."""
    if unit == "year":
        year = today.year - back
        return date(year, 1, 1), date(year + 1, 1, 1)
    if unit == "month":
        begins = months_later(today.replace(day=1), -back)
        return begins, months_later(begins, 1)
    begins = today - timedelta(days=today.weekday() + 7 * back)
    return begins, begins + 7 * DAY


def _window(today: date, unit: str, counted: Count) -> tuple[date, date]:
    """The days that so many years, months ... ago may mean; people round, so it is wide.

    Twelve years ago is any day of the calendar year twelve before, and anything from
    thirteen to eleven and a half years before today.
    """
    fewest, most = counted.fewest, counted.most
    if unit == "year":
        start = min(date(today.year - most, 1, 1), years_before(today, most + 1))
        end = max(date(today.year - fewest + 1, 1, 1), months_later(today, 6 - 12 * fewest))
    elif unit == "decade":
        start, end = years_before(today, 10 * most + 4), years_before(today, 10 * fewest - 3)
    elif unit == "month":
        start, end = months_later(today, -most - 1), months_later(today, 1 - fewest) + DAY
    else:
        length = timedelta(days=7 if unit == "week" else 1)
        start, end = today - (most + 1) * length, today - (fewest - 1) * length + DAY
    return start, min(end, today + DAY)


def _ago(tokens: Tokens, position: int, counted: Count, window: tuple[date, date]) -> Stretch | None:
    """The window where the words around make it one: "ago", "for", "old"; over or under it."""
    unit = _last_unit(tokens, counted.after)
    tail = tokens.at(unit + 1)
    leading = _leading(tokens, position)
    lasts = _UNITS[tokens.at(counted.after)] in {"year", "decade"} and (
        tail in _AGED or not _LASTING.isdisjoint(leading) or _is_all(tokens, position, unit)
    )
    is_to_come = "in" in leading and {"last", "past"}.isdisjoint(leading)
    if (tail not in _AGO and not lasts) or is_to_come:
        return None
    after = unit + 2 if tail in _AGO or tail in _AGED else unit + 1
    start, end = window
    if counted.or_more or not _OVER.isdisjoint(leading):
        return Stretch(None, end, after, year_named=False, unit="ago")
    if not _UNDER.isdisjoint(leading):
        return Stretch(start, None, after, year_named=False, unit="ago")
    return Stretch(start, end, after, year_named=False, unit="ago")


def _last_unit(tokens: Tokens, unit: int) -> int:
    """The position of the last unit of a count: that of "months" in "12 years and 4 months"."""
    smaller = count(tokens, tokens.skip(unit + 1, _ADDING))
    if smaller is None or _UNITS.get(tokens.at(smaller.after)) not in {"month", "week", "day"}:
        return unit
    return smaller.after


def _leading(tokens: Tokens, position: int) -> list[str]:
    """The words before a count that bear on it, the nearest first."""
    leading: list[str] = []
    while tokens.at(position - 1) in _LEADING and len(leading) < 6:
        position -= 1
        leading.append(tokens.at(position))
    return [*leading, tokens.at(position - 1)]


def _is_all(tokens: Tokens, position: int, unit: int) -> bool:
    """True where the count and its unit, with what bears on them, are the whole message."""
    before = position - len(_leading(tokens, position)) + 1
    return before <= 0 and all(not token[0].isalnum() for token in tokens.texts[unit + 1 :])
