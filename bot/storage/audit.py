"""The audit: who did what to which case, and when. Rows are only ever appended."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from bot.service.desk_records import Act
from bot.storage.desk_tables import audit
from bot.storage.shapes import mapping, write
from bot.storage.times import micros, moment

_APPEND = insert(audit)
_READ = (
    select(audit)
    .where(audit.c.court == bindparam("of_court"), audit.c.case_number == bindparam("of_case"))
    .order_by(audit.c.id)
)
_SINCE = (
    select(audit)
    .where(audit.c.court == bindparam("of_court"), audit.c.at >= bindparam("of_at"))
    .where(audit.c.case_number != "")
    .order_by(audit.c.id)
)


def append(connection: Connection, court: str, act: Act) -> None:
    """Append one act."""
    values = {"court": court, "case_number": act.case, "who": act.who, "name": act.name, "what": act.what}
    connection.execute(_APPEND, values | {"data": write(dict(act.data)), "at": micros(act.at)})


def read(connection: Connection, court: str, case: str) -> Sequence[Act]:
    """The acts on a case, oldest first."""
    return list(map(_act, connection.execute(_READ, {"of_court": court, "of_case": case})))


def since(connection: Connection, court: str, at: datetime) -> Sequence[Act]:
    """The acts on all cases from a moment on, oldest first."""
    return list(map(_act, connection.execute(_SINCE, {"of_court": court, "of_at": micros(at)})))


def _act(row: Row[Any]) -> Act:
    return Act(row.who, row.what, moment(row.at), row.case_number, row.name, mapping(row.data), row.id)
