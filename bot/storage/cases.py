"""Cases: one that is not closed per person, numbered per court, with the place of their card."""

import logging
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, text, update

from bot.engine.clocks import IDLE, Watches
from bot.errors import SavedElsewhere
from bot.service.case_row import CaseRow
from bot.service.content import Card, Content, from_json, to_json
from bot.storage.once import insert_once
from bot.storage.tables import cases
from bot.storage.times import micros_or_none, moment_or_none
from bot.storage.watches import watches, watches_text

FIRST = 1001
"""The first case of a court is NG-1001."""

PLAIN = (
    "person",
    "conversation",
    "reason",
    "urgent",
    "state",
    "owner",
    "owner_name",
    "card_channel",
    "card_ts",
    "topic",
    "queue",
    "outcome",
    "rating",
    "receipt",
    "held",
)
"""What lies in the table as it is in the case."""
TIMES = ("answered", "heard", "spoken", "snoozed", "closed")

log = logging.getLogger(__name__)

_table = cases
_COUNT = text(
    "INSERT INTO counters (court, name, value) VALUES (:court, 'case', :first)"
    " ON CONFLICT (court, name) DO UPDATE SET value = counters.value + 1 RETURNING value"
)
_READ = (
    select(_table)
    .where(_table.c.court == bindparam("of_court"), _table.c.number == bindparam("of_number"))
    .with_for_update()
)
_OPEN = (
    select(_table)
    .where(
        _table.c.court == bindparam("of_court"),
        _table.c.person == bindparam("of_person"),
        _table.c.state != "closed",
    )
    .order_by(_table.c.opened.desc(), _table.c.number.desc())
    .with_for_update()
)
_INSERT = insert_once(_table, tuple(_table.c.keys()), "number")
_CHANGED = [one.name for one in _table.c if one.name not in ("court", "number", "opened")]
_UPDATE = (
    update(_table)
    .where(
        _table.c.court == bindparam("of_court"),
        _table.c.number == bindparam("of_number"),
        _table.c.version == bindparam("of_version"),
    )
    .values({name: bindparam(name) for name in _CHANGED})
    .returning(_table.c.version)
)
_CARD = (
    update(_table)
    .where(_table.c.court == bindparam("of_court"), _table.c.number == bindparam("of_number"))
    .values(card_channel=bindparam("channel"), card_ts=bindparam("ts"))
)


def number(connection: Connection, court: str) -> str:
    """A number no case had before; two transactions that ask at once get two."""
    value = connection.execute(_COUNT, {"court": court, "first": FIRST}).scalar_one()
    return f"NG-{value}"


def read(connection: Connection, court: str, case: str) -> CaseRow | None:
    """The case with this number, locked until the transaction ends, or None."""
    row = connection.execute(_READ, {"of_court": court, "of_number": case}).first()
    return None if row is None else case_of(row)


def open_of(connection: Connection, court: str, person: str) -> CaseRow | None:
    """The person's newest case that is not closed, locked until the transaction ends, or None."""
    row = connection.execute(_OPEN, {"of_court": court, "of_person": person}).first()
    return None if row is None else case_of(row)


def save(connection: Connection, court: str, case: CaseRow) -> None:
    """Keep a case, new or changed. Raises SavedElsewhere if its version is not the stored one."""
    values = _values(case)
    if case.version:
        condition = {"of_court": court, "of_number": case.number, "of_version": case.version}
        saved = connection.execute(_UPDATE, values | condition).first()
    else:
        own = {"court": court, "number": case.number, "opened": micros_or_none(case.opened)}
        saved = connection.execute(_INSERT, values | own).first()
    if saved is None:
        raise SavedElsewhere(case.number)


def card_sent(connection: Connection, court: str, case: str, channel: str, ts: str) -> None:
    """Remember where the card of a case is; no version is counted, since nobody decides by it."""
    connection.execute(_CARD, {"of_court": court, "of_number": case, "channel": channel, "ts": ts})


def _values(case: CaseRow) -> dict[str, Any]:
    return {
        **{name: getattr(case, name) for name in PLAIN},
        **{name: micros_or_none(getattr(case, name)) for name in TIMES},
        "card": to_json(case.card),
        "watches": watches_text(case.watches),
        "stripped": False,
        "version": case.version + 1,
    }


def case_of(row: Row[Any]) -> CaseRow:
    """The case of a row of the table."""
    plain: dict[str, Any] = {name: getattr(row, name) for name in ("number", "court", *PLAIN, "version")}
    times: dict[str, Any] = {name: moment_or_none(getattr(row, name)) for name in ("opened", *TIMES)}
    return CaseRow(card=card_of(row.card, row.number, row.person), watches=_watches(row), **plain, **times)


def card_of(kept: str, case: str, person: str) -> Content:
    """A card as it is kept; a bare one where that makes no sense.

    Nobody loses the case for that, or the queue with it.
    """
    try:
        card = from_json(kept)
    except ValueError:
        card = Content()
    if card.card is None:
        log.error("card cannot be read case=%s", case)
        return Content(card=Card("", (), person=person))
    return card


def _watches(row: Row[Any]) -> Watches:
    """The stopwatches; they begin anew where what is kept makes no sense."""
    try:
        return watches(row.watches)
    except (ValueError, TypeError):
        log.error("stopwatches cannot be read case=%s", row.number)
        return IDLE
