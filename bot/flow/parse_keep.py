"""The `keep` of a court's desk: how long each kind of record is kept."""

import re
from dataclasses import fields
from datetime import timedelta

from bot.flow.grammar import KEEP
from bot.flow.keep import Keep
from bot.flow.reading import Section

_SPAN = re.compile(r"(?P<number>[1-9]\d?\d?\d?) (?P<unit>day|week|month|year)s?")
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
LONGEST = timedelta(days=100 * 365)
ADVICE = "Write it like 90 days, 6 months or 3 years, at most 100 years."


def parse_keep(desk: Section) -> Keep:
    """How long the court keeps what; what is wrong is reported, and its default holds."""
    value = desk.value("keep")
    if value is None:
        return Keep()
    section = Section(value, KEEP, desk.report, "keep")
    told = {one.name: span for one in fields(Keep) if (span := _span(section, one.name))}
    keep = Keep(**told)
    if keep.words > keep.cases:
        what = "The words of a case would be kept longer than the case."
        section.report.error(
            section.place, "words_outlive_case", what, "Keep cases at least as long as words."
        )
        return Keep()
    return keep


def _span(section: Section, key: str) -> timedelta | None:
    """The length of time under a key; None, and perhaps a problem, when there is none."""
    text = section.text(key)
    found = _SPAN.fullmatch(text)
    span = timedelta(days=int(found["number"]) * _DAYS[found["unit"]]) if found else None
    if span is not None and span <= LONGEST:
        return span
    if text:
        section.report.error(section.under(key), "bad_duration", f'"{text}" is no length of time.', ADVICE)
    return None
