"""Facts and flags, from the file to the model."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.flow.grammar import FACT, FACTS
from bot.flow.model import Fact
from bot.flow.names import ID
from bot.flow.parse_week import week_of
from bot.flow.reading import Section, as_day, check_id
from bot.flow.report import Report
from bot.flow.written import Entry, Value

_KEY = re.compile(rf"{ID}\.{ID}")
_HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"
_FORMS = {
    "phone": (re.compile(r"(?:1-)?\d{3}-\d{3}-\d{4}(?: ext\. \d{1,6})?"), "Write it like 800-676-6856."),
    "link": (
        re.compile(rf"https://{_HOST}(?:[/?#][^\s<>|*]*)?", re.I),
        "Write it like https://pacer.uscourts.gov/.",
    ),
    "email": (re.compile(rf"[a-z0-9._%+-]+@{_HOST}", re.I), "Write it like pacer@psc.uscourts.gov."),
}


@dataclass(frozen=True, slots=True)
class FactsFile:
    """What `facts.yaml` holds: facts by key, and the values of each flag, the first one the default."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    flags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def parse_facts_file(file: str, value: Value, report: Report) -> FactsFile:
    """The facts and flags of `facts.yaml`."""
    section = Section(value, FACTS, report, f"the facts file {file}")
    for entry in section.entries("flags"):
        check_id(entry, report, "a flag")
    return FactsFile(parse_facts(section), section.lists("flags"))


def parse_facts(section: Section, prefix: str = "", zone: str = "") -> dict[str, Fact]:
    """The facts under `facts:`. A key without a dot belongs to `prefix`: `court` in a court's file.

    Hours without a zone are in `zone`.
    """
    facts: dict[str, Fact] = {}
    for entry in section.entries("facts"):
        key = f"{prefix}.{entry.key}" if prefix and "." not in entry.key else entry.key
        if not _KEY.fullmatch(key):
            advice = "Write who it belongs to, a dot, and what it is: pacer.phone."
            section.report.error(entry.place, "bad_id", f'"{entry.key}" cannot be the key of a fact.', advice)
        facts[key] = _fact(key, entry, section.report, zone)
    return facts


def _fact(key: str, entry: Entry, report: Report, zone: str) -> Fact:
    section = Section(entry.value, FACT, report, f'fact "{key}"')
    kind, value = section.text("kind"), section.text("value")
    checked, expires = section.day("checked"), section.day("expires")
    zone = section.text("zone", zone) if kind == "hours" else ""
    if value:
        _check_form(kind, value, section)
    if kind == "hours" and not zone and not section.has("zone"):
        advice = "Write it like zone: America/Chicago."
        report.error(section.place, "missing_key", f'The key "zone" is missing in {section.called}.', advice)
    return Fact(
        key=key,
        kind=kind,
        value=value,
        source=section.text("source"),
        checked=checked or date.min,
        expires=expires or date.max,
        label=section.text("label"),
        zone=zone,
        mark=section.text("mark"),
        start=section.day("from"),
        until=section.day("until"),
        place=entry.place,
    )


def _check_form(kind: str, value: str, section: Section) -> None:
    place = section.under("value")
    if kind == "hours":
        week_of(value, place, section.report)
    if kind == "date":
        as_day(value, place, section.report, f'"value" of {section.called}')
    form, advice = _FORMS.get(kind, (None, ""))
    if form is None or form.fullmatch(value):
        return
    if kind == "link" and value.lower().startswith("http:"):
        section.report.error(place, "link_not_https", f"{value} does not begin with https.", advice)
    else:
        section.report.error(place, f"bad_{kind}", f'"{value}" is no {kind} as we write it.', advice)
