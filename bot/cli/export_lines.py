"""A case as text, as lines of CSV, or as a line of JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.service.desk_records import CaseMessage
from bot.storage.case_export import CaseRecord

COLUMNS = ("case", "at", "kind", "who", "name", "what", "text")
RUNS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet would take for a formula (owasp.org, "CSV Injection")."""

Lines = Callable[[CaseRecord, ZoneInfo], Iterator[str]]


def as_json(record: CaseRecord, zone: ZoneInfo) -> Iterator[str]:
    """One line of JSON for a case; times with the offset of the court's zone."""
    case = asdict(record.case)
    card = case.pop("card")["card"] or {}
    found = {
        "case": case,
        "path": card.get("path", ()),
        "receipt": asdict(record.receipt) if record.receipt else None,
        "messages": [asdict(one) for one in record.messages],
        "audit": [{**asdict(one), "data": dict(one.data)} for one in record.acts],
    }
    yield json.dumps(found, ensure_ascii=False, default=lambda value: _plain(value, zone))


def as_csv(record: CaseRecord, zone: ZoneInfo) -> Iterator[str]:
    """A line for each answer of the path, each message, each earlier text of it, and each act."""
    for row in _rows(record, zone):
        yield csv_line((record.case.number, *row))


def as_text(record: CaseRecord, zone: ZoneInfo) -> Iterator[str]:
    """The case as people read it."""
    case = record.case
    yield f"Request {case.number}"
    facts = {
        "court": case.court,
        "filer": case.person,
        "state": case.state,
        "outcome": case.outcome,
        "rating": case.rating,
        "legal hold": "yes" if case.held else "no",
        "receipt": case.receipt,
        "opened": _time(case.opened, zone),
        "closed": _time(case.closed, zone),
    }
    yield from (f"  {name}: {value}" for name, value in facts.items() if value)
    for at, kind, who, name, what, text in _rows(record, zone):
        yield f"{at}  {kind}  {_person(who, name)}  {what}".rstrip() if at else f"  {what} {text}"
        yield from (f"    {line}" for line in text.splitlines() if at)
    yield ""


def csv_line(cells: tuple[str, ...]) -> str:
    """A line of CSV in which no cell can be a formula."""
    line = io.StringIO()
    csv.writer(line).writerow(
        [f"'{cell}" if cell.lstrip().startswith(RUNS) or cell.startswith(RUNS) else cell for cell in cells]
    )
    return line.getvalue().removesuffix("\r\n")


def _rows(record: CaseRecord, zone: ZoneInfo) -> Iterator[tuple[str, ...]]:
    """Time, kind, who, name, what and text of everything in a case; the path first, then by time."""
    card = record.case.card.card
    for question, answer in card.path if card else ():
        yield "", "path", record.case.person, "", question, answer
    written = [(one.at, row) for one in record.messages for row in _message(one, zone)]
    acts = [
        (one.at, (_time(one.at, zone), "act", one.who, one.name, one.what, _data(one.data)))
        for one in record.acts
    ]
    for _, row in sorted([*written, *acts], key=lambda found: found[0]):
        yield row


def _message(one: CaseMessage, zone: ZoneInfo) -> Iterator[tuple[str, ...]]:
    """A message with its earlier texts before it; what was taken back says so and keeps its words."""
    at, now = _time(one.at, zone), "taken back" if one.gone else "edited" if one.versions else ""
    what = f"{one.side} {one.kind}"
    for text in one.versions:
        yield at, "message", one.author, one.name, f"{what}, earlier words", text
    seen = "" if one.seen or one.kind == "note" else "not handed on"
    said = ", ".join(filter(None, (what, now, seen, f"failed: {one.failed}" if one.failed else "")))
    yield at, "message", one.author, one.name, said, one.text


def _data(data: Mapping[str, str]) -> str:
    return " ".join(f"{name}={value}" for name, value in data.items())


def _person(who: str, name: str) -> str:
    return f"{name} ({who})" if name else who


def _time(moment: datetime | None, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds") if moment else ""


def _plain(value: object, zone: ZoneInfo) -> object:
    """What JSON has no word for: times, lengths of time, and maps that cannot change."""
    if isinstance(value, datetime):
        return _time(value, zone)
    return dict(value) if isinstance(value, Mapping) else str(value)


FORMATS: Mapping[str, Lines] = MappingProxyType({"csv": as_csv, "json": as_json, "text": as_text})
