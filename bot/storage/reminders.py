"""Reminders about cases: set as a whole, taken when due, each said once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select, update

from bot.service.desk_records import Reminder
from bot.storage.desk_tables import reminders
from bot.storage.once import insert_once
from bot.storage.times import micros, moment, moment_or_none

_table = reminders
_COLUMNS = ("court", "key", "case_number", "kind", "recipient", "due")
_INSERT = insert_once(_table, _COLUMNS, "key")
_DROP = delete(_table).where(
    _table.c.court == bindparam("of_court"),
    _table.c.case_number == bindparam("of_case"),
    _table.c.said.is_(None),
)
_DUE = (
    select(_table)
    .where(
        _table.c.court == bindparam("of_court"),
        _table.c.said.is_(None),
        _table.c.due <= bindparam("of_now"),
    )
    .order_by(_table.c.due, _table.c.key)
    .limit(bindparam("of_limit"))
    .with_for_update(skip_locked=True)
)
_FIRST = select(func.min(_table.c.due)).where(
    _table.c.court == bindparam("of_court"), _table.c.said.is_(None)
)
_SAID = (
    update(_table)
    .where(
        _table.c.court == bindparam("of_court"),
        _table.c.key == bindparam("of_key"),
        _table.c.said.is_(None),
    )
    .values(said=bindparam("now"))
    .returning(_table.c.key)
)


def put(connection: Connection, court: str, case: str, coming: Sequence[Reminder]) -> None:
    """Make these a case's reminders; what was said stays said."""
    connection.execute(_DROP, {"of_court": court, "of_case": case})
    for one in coming:
        values = {"key": one.key, "case_number": case, "kind": one.kind, "recipient": one.to}
        connection.execute(_INSERT, values | {"court": court, "due": micros(one.due)})


def due(connection: Connection, court: str, now: datetime, limit: int) -> Sequence[Reminder]:
    """At most so many that are due, the oldest first."""
    rows = connection.execute(_DUE, {"of_court": court, "of_now": micros(now), "of_limit": limit})
    return [Reminder(row.key, row.case_number, row.kind, row.recipient, moment(row.due)) for row in rows]


def first(connection: Connection, court: str) -> datetime | None:
    """When the first that is not said yet is due."""
    return moment_or_none(connection.execute(_FIRST, {"of_court": court}).scalar_one())


def said(connection: Connection, court: str, key: str, now: datetime) -> bool:
    """Count one as said; False when it was said or dropped."""
    values = {"of_court": court, "of_key": key, "now": micros(now)}
    return connection.execute(_SAID, values).first() is not None
