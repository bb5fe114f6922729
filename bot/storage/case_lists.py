"""Cases in lists: the queue, somebody's own, and the one whose card a message is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, literal_column, select
from sqlalchemy.sql.elements import ColumnElement

from bot.service.case_row import CaseRow
from bot.service.desk_ports import Wanted
from bot.storage.cases import case_of
from bot.storage.tables import cases

_CLOSED: ColumnElement[str] = literal_column("'closed'")
"""Written out, so that SQLite sees that the index of open cases has them all, and reads no closed one."""
_ORDER = (cases.c.urgent.desc(), cases.c.opened, cases.c.number)
_CARD = (
    select(cases)
    .where(
        cases.c.court == bindparam("of_court"),
        cases.c.card_channel == bindparam("channel"),
        cases.c.card_ts == bindparam("ts"),
    )
    .with_for_update()
)


def read(connection: Connection, court: str, wanted: Wanted, limit: int, skip: int = 0) -> Sequence[CaseRow]:
    """At most so many cases, urgent ones first, then the oldest, without the first of these."""
    ordered = _fitting(select(cases), court, wanted).order_by(*_ORDER)
    return [case_of(row) for row in connection.execute(ordered.limit(limit).offset(skip))]


def count(connection: Connection, court: str, wanted: Wanted) -> int:
    """How many cases fit."""
    counted: int = connection.execute(
        _fitting(select(func.count()).select_from(cases), court, wanted)
    ).scalar_one()
    return counted


def of_card(connection: Connection, court: str, channel: str, ts: str) -> CaseRow | None:
    """The case whose card this message is, locked, or None."""
    row = connection.execute(_CARD, {"of_court": court, "channel": channel, "ts": ts}).first()
    return None if row is None else case_of(row)


def _fitting(query: Select[Any], court: str, wanted: Wanted) -> Select[Any]:
    return query.where(cases.c.court == court, *_conditions(wanted))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = {
        cases.c.owner: wanted.owner,
        cases.c.person: wanted.person,
        cases.c.queue: wanted.queue,
        cases.c.receipt: wanted.receipt,
    }
    conditions: list[ColumnElement[bool]] = [column == value for column, value in asked.items() if value]
    if wanted.unowned:
        conditions.append(cases.c.owner == "")
    if wanted.urgent:
        conditions.append(cases.c.urgent)
    if wanted.open:
        conditions.append(cases.c.state != _CLOSED)
    return conditions
