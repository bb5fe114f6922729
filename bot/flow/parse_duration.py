"""Lengths of time as people write them: `30 minutes`, `1 hour`, `2 days`."""

import re
from datetime import timedelta

from bot.flow.reading import Section

_DURATION = re.compile(r"(?P<number>[1-9]\d{0,3}) (?P<unit>minute|hour|day)s?")
DAY = timedelta(days=1)


def duration(section: Section, key: str, day: timedelta = DAY) -> timedelta | None:
    """The length of time under a key, a day being so long; None when there is none, or a wrong one."""
    text = section.text(key)
    if not text:
        return None
    found = _DURATION.fullmatch(text)
    if not found:
        what = f'"{text}" is no length of time.'
        section.report.error(
            section.under(key), "bad_duration", what, "Write it like 30 minutes, 1 hour or 2 days."
        )
        return None
    units = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": day}
    return int(found["number"]) * units[found["unit"]]
