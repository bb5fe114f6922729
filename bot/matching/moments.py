"""The moment that a text names: a time of day, a day and a time, or how long from now.

Read are `17:30`, `5 pm`, `noon`, `tomorrow 8:00`, `Monday 8 am`, `11/23 8:00`, `2026-11-23 08:00`,
`Monday, November 23, 8:00 a.m. CST`, `90 minutes` and `2 hours 30 minutes`. A number alone is no time, and a
day alone is none: what lasts "until Monday" may mean the morning or the evening.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.matching.days.names import MONTHS

_NAMES = "monday mon|tuesday tues tue|wednesday wed|thursday thurs thu|friday fri|saturday sat|sunday sun"
_WEEKDAYS = {name: number for number, names in enumerate(_NAMES.split("|")) for name in names.split()}
_NEAR = {"today": 0, "tomorrow": 1}
_UNITS = {"m": 1, "h": 60, "d": 60 * 24}
"""The first letter of a unit -> minutes."""

_FILLING = re.compile(r"(?:,|(?<![a-z])(?:at|on)(?![a-z])|(?<=[0-9])t(?=[0-9])|\s)+")
_HALF = re.compile(r"(?<=[0-9]) ?([ap])(?:\.m\.|m\.?)(?![a-z])")
_CLOCK = re.compile(
    r"(?<!\S)(?:(?P<hour>[0-9]{1,2})(?=[:ap])(?::(?P<minute>[0-5][0-9]))?(?P<half>[ap]m)?|noon|midnight)(?!\S)"
)
_UNIT = r"(?:m|mins?|minutes?|h|hrs?|hours?|d|days?)"
_PART = re.compile(rf"([0-9]{{1,4}} ?|an? )({_UNIT})(?![a-z])")
_LENGTH = re.compile(rf"(?:(?:for|in) )?{_PART.pattern}(?: (?:and )?{_PART.pattern}){{0,2}}")
_DATES = (
    re.compile(r"(?P<year>20[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?:/(?P<year>20[0-9]{2}))?"),
    re.compile(r"(?P<month>[a-z]+)\.? (?P<day>[0-9]{1,2})(?: (?P<year>20[0-9]{2}))?"),
)


@dataclass(frozen=True, slots=True)
class _Wall:
    """What a clock on the wall would show: the day and time, and its zone if one was named (`cst`)."""

    day: date
    time: time
    is_end_of_day: bool
    zone: str


def moment(text: str, now: datetime) -> datetime | None:
    """The moment in the zone of `now`, which is aware; None where the text is no time.

    It may have passed: "8:00" is today's. A weekday is the next one to come. A date without a year is the
    nearest. Of an hour that comes twice the first is meant, unless only the second is still to come or the
    zone's name says so. A time that a clock change leaves out is an hour later. Minutes, hours and days are
    counted as they pass, whatever the clocks do.
    """
    words = _HALF.sub(r"\1m", _FILLING.sub(" ", text.casefold())).strip(" .")
    if _LENGTH.fullmatch(words):
        minutes = sum(_minutes(count, unit) for count, unit in _PART.findall(words))
        return (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    walls = _walls(words, now.date())
    found = [one for wall in walls for one in _moments(wall, now)]
    return next(
        (one for one in found if one.astimezone(UTC) > now.astimezone(UTC)), found[0] if found else None
    )


def in_words(one: datetime) -> str:
    """A moment as people read it: `Monday, November 23, 8:00 a.m. CST`. `moment` reads it back."""
    half = "a.m." if one.hour < 12 else "p.m."
    return f"{one:%A}, {one:%B} {one.day}, {one.hour % 12 or 12}:{one:%M} {half} {one:%Z}"


def _minutes(count: str, unit: str) -> int:
    return (int(count) if count[0].isdigit() else 1) * _UNITS[unit[0]]


def _walls(words: str, today: date) -> list[_Wall]:
    """The day and time that are named, and a week later where a weekday may mean that; else nothing."""
    clock = _CLOCK.search(words)
    at = _time(clock) if clock else None
    if clock is None or at is None:
        return []
    rest = f"{words[: clock.start()]} {words[clock.end() :]}".split()
    zone = rest.pop() if rest and _is_zone(rest[-1]) else ""
    return [_Wall(day, at, clock.group() == "midnight", zone) for day in _days(rest, today)]


def _time(clock: re.Match[str]) -> time | None:
    """The time of day, or None: 13 pm and 24:00 are none. Midnight ends the day."""
    if clock["hour"] is None:
        return time(12 if clock.group() == "noon" else 0)
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    if clock["half"]:
        return time(hour % 12 + (12 if clock["half"] == "pm" else 0), minute) if 1 <= hour <= 12 else None
    return time(hour, minute) if hour < 24 else None


def _is_zone(word: str) -> bool:
    return word.isalpha() and 3 <= len(word) <= 4 and word not in _WEEKDAYS


def _days(words: Sequence[str], today: date) -> list[date]:
    """The days that these words may mean, the likeliest first; none where they are no day."""
    if not words:
        return [today]
    if len(words) == 1 and words[0] in _NEAR:
        return [today + timedelta(_NEAR[words[0]])]
    weekday = _WEEKDAYS.get(words[0])
    if weekday is not None and len(words) == 1:
        first = today + timedelta((weekday - today.weekday()) % 7)
        return [first, first + timedelta(7)]
    named = _date(" ".join(words if weekday is None else words[1:]), today)
    return [named] if named and weekday in (None, named.weekday()) else []


def _date(words: str, today: date) -> date | None:
    """A date in figures, or with the name of its month; the nearest to today where no year is named."""
    found = next((match for form in _DATES if (match := form.fullmatch(words))), None)
    if found is None:
        return None
    month = MONTHS.get(found["month"]) or (int(found["month"]) if found["month"].isdigit() else 0)
    years = [int(found["year"])] if found["year"] else [today.year - 1, today.year, today.year + 1]
    days = [day for year in years if (day := _real_day(year, month, int(found["day"])))]
    return min(days, key=lambda day: abs(day - today), default=None)


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moments(wall: _Wall, now: datetime) -> list[datetime]:
    """When the court's clocks show that, in UTC's order: once, or twice in the night they are set back.

    What they skip in spring is the moment that lies as long after the skip.
    """
    shown = datetime.combine(wall.day, wall.time) + timedelta(days=wall.is_end_of_day)
    both = [
        shown.replace(tzinfo=now.tzinfo, fold=fold).astimezone(UTC).astimezone(now.tzinfo) for fold in (0, 1)
    ]
    true = list(
        {one.astimezone(UTC): one for one in both if one.replace(tzinfo=None, fold=0) == shown}.values()
    )
    return [one for one in true or both[:1] if wall.zone in ("", f"{one:%Z}".casefold())]
