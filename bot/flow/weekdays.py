"""Days of the week as people write them: `monday to friday`, `mon, wed and fri`, `weekdays`, `every day`."""

import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ADVICE = "Write them like monday to friday, or monday, wednesday and friday."
_SEVERAL = {"weekdays": range(5), "every day": range(7), "daily": range(7)}
_SHORTEST = 3
_RANGE = re.compile(r"\s+(?:to|through)\s+|\s*[-\u2013]\s*")
_LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


def weekdays(text: str) -> tuple[int, ...]:
    """The days that a text names, Monday being 0, in the order written; none when it is not understood."""
    text = " ".join(text.lower().split())
    if text in _SEVERAL:
        return tuple(_SEVERAL[text])
    parts = [_days(part) for part in _LIST.split(text)]
    return tuple(day for part in parts for day in part) if all(parts) else ()


def _days(text: str) -> tuple[int, ...]:
    ends = [_day(word) for word in _RANGE.split(text)]
    match ends:
        case [int(day)]:
            return (day,)
        case [int(first), int(last)] if first < last:
            return tuple(range(first, last + 1))
        case _:
            return ()


def _day(word: str) -> int | None:
    word = word.removesuffix(".")
    found = [number for number, name in enumerate(WEEKDAYS) if name.startswith(word)]
    return found[0] if len(word) >= _SHORTEST and found else None
