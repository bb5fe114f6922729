"""A court's file, from text with places to the model."""

import re
from datetime import date

from bot.flow.casework import USUAL
from bot.flow.grammar import COURT, DESK
from bot.flow.keep import KEPT
from bot.flow.model import Court, Fact
from bot.flow.parse_casework import parse_casework
from bot.flow.parse_desk import parse_desk
from bot.flow.parse_facts import parse_facts
from bot.flow.parse_keep import parse_keep
from bot.flow.parse_macros import parse_own_macros
from bot.flow.reading import Section
from bot.flow.report import Report
from bot.flow.written import Value

_ZONE = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+){1,2}")
FOLDER = "courts/"
OWN_FACTS = ("court.name", "court.type")


def parse_court(file: str, value: Value, report: Report) -> Court:
    """The court of a file `courts/ID.yaml`, with the facts `court.name` and `court.type` made from it."""
    stem = file.removeprefix(FOLDER).removesuffix(".yaml")
    section = Section(value, COURT, report, f"the court's file {file}")
    court = section.text("court", stem)
    if court != stem:
        what = f'The court is called "{court}" and its file "{file}".'
        report.error(section.under("court"), "wrong_file", what, f"Write court: {stem}, or rename the file.")
    name, type_ = section.text("name"), section.text("type")
    zone, written = _zone(section), section.value("desk")
    desk = Section(written, DESK, report, "the desk") if written else None
    own = {key: _own(key, text, file, section) for key, text in zip(OWN_FACTS, (name, type_), strict=True)}
    return Court(
        id=stem,
        name=name,
        type=type_,
        zone=zone,
        default_flow=section.text("default flow", "nextgen"),
        example=section.yes("example"),
        flags=section.named_texts("flags"),
        leaves_out=section.lists("leaves out"),
        words=section.named_texts("words"),
        notes=section.named_texts("notes"),
        desk=parse_desk(desk) if desk else None,
        casework=parse_casework(desk) if desk else USUAL,
        keep=parse_keep(desk) if desk else KEPT,
        macros=parse_own_macros(section),
        facts=own | parse_facts(section, "court", zone),
        place=value.place,
    )


def _zone(section: Section) -> str:
    zone = section.text("zone", "America/New_York")
    if not _ZONE.fullmatch(zone):
        what = f'"{zone}" is no time zone.'
        section.report.error(section.under("zone"), "bad_zone", what, "Write it like America/Chicago.")
    return zone


def _own(key: str, text: str, file: str, section: Section) -> Fact:
    place = section.under(key.partition(".")[2])
    return Fact(key, "text", text, file, checked=date.min, expires=date.max, place=place)
