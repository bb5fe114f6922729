"""Cases: one that is not closed per person, numbered per court, with the place of their card."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, text, update

from bot.errors import SavedElsewhere
from bot.service.content import from_json, to_json
from bot.service.ports import CaseRow
from bot.storage.once import insert_once
from bot.storage.tables import cases
from bot.storage.times import micros, moment_or_none

FIRST = 1001
"""The first case of a court is NG-1001."""

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
    return None if row is None else _case(row)


def open_of(connection: Connection, court: str, person: str) -> CaseRow | None:
    """The person's case that is not closed, locked until the transaction ends, or None."""
    row = connection.execute(_OPEN, {"of_court": court, "of_person": person}).first()
    return None if row is None else _case(row)


def save(connection: Connection, court: str, case: CaseRow) -> None:
    """Keep a case, new or changed. Raises SavedElsewhere if its version is not the stored one."""
    values = _values(case)
    if case.version:
        condition = {"of_court": court, "of_number": case.number, "of_version": case.version}
        saved = connection.execute(_UPDATE, values | condition).first()
    else:
        opened = None if case.opened is None else micros(case.opened)
        own = {"court": court, "number": case.number, "opened": opened}
        saved = connection.execute(_INSERT, values | own).first()
    if saved is None:
        raise SavedElsewhere(case.number)


def card_sent(connection: Connection, court: str, case: str, channel: str, ts: str) -> None:
    """Remember where the card of a case is; no version is counted, since nobody decides by it."""
    connection.execute(_CARD, {"of_court": court, "of_number": case, "channel": channel, "ts": ts})


def _values(case: CaseRow) -> dict[str, Any]:
    return {
        "person": case.person,
        "conversation": case.conversation,
        "reason": case.reason,
        "urgent": case.urgent,
        "state": case.state,
        "card": to_json(case.card),
        "owner": case.owner,
        "owner_name": case.owner_name,
        "card_channel": case.card_channel,
        "card_ts": case.card_ts,
        "version": case.version + 1,
    }


def _case(row: Row[Any]) -> CaseRow:
    return CaseRow(
        number=row.number,
        court=row.court,
        person=row.person,
        conversation=row.conversation,
        reason=row.reason,
        urgent=row.urgent,
        state=row.state,
        card=from_json(row.card),
        owner=row.owner,
        owner_name=row.owner_name,
        card_channel=row.card_channel,
        card_ts=row.card_ts,
        opened=moment_or_none(row.opened),
        version=row.version,
    )
