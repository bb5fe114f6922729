"""What was written in cases: each message once, with its earlier texts and the place of its copy."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from bot.service.desk_records import CaseMessage
from bot.storage.desk_tables import case_messages
from bot.storage.shapes import words, words_text
from bot.storage.times import micros, moment

_table = case_messages
_FIRST = ("channel", "ts", "author", "name", "side", "kind")
_NOW = ("text", "seen", "gone", "failed")
_ONE = select(_table).where(
    _table.c.court == bindparam("of_court"),
    _table.c.channel == bindparam("of_channel"),
    _table.c.ts == bindparam("of_ts"),
)
_ALL = (
    select(_table)
    .where(_table.c.court == bindparam("of_court"), _table.c.case_number == bindparam("of_case"))
    .order_by(_table.c.id)
)
_INSERT = insert(_table).returning(_table.c.id)
_CHANGE = update(_table).where(_table.c.id == bindparam("of_id"), _table.c.court == bindparam("of_court"))


def read(connection: Connection, court: str, channel: str, ts: str) -> CaseMessage | None:
    """What is kept of a message, or None."""
    row = connection.execute(_ONE, {"of_court": court, "of_channel": channel, "of_ts": ts}).first()
    return None if row is None else _message(row)


def of_case(connection: Connection, court: str, case: str) -> Sequence[CaseMessage]:
    """All messages of a case, oldest first."""
    return [_message(row) for row in connection.execute(_ALL, {"of_court": court, "of_case": case})]


def keep(connection: Connection, court: str, message: CaseMessage) -> CaseMessage:
    """Keep a message, new or changed, and give it back with its id."""
    now = {name: getattr(message, name) for name in _NOW} | {"versions": words_text(message.versions)}
    if message.id:
        connection.execute(_CHANGE.values(**now), {"of_id": message.id, "of_court": court})
        return message
    first = {name: getattr(message, name) for name in _FIRST}
    values = {"court": court, "case_number": message.case, "at": micros(message.at), **first, **now}
    return replace(message, id=connection.execute(_INSERT, values).scalar_one())


def mirrored(connection: Connection, court: str, message: int, channel: str, ts: str) -> None:
    """Remember where the copy of a message is; whatever failed before is over."""
    values = {"mirror_channel": channel, "mirror_ts": ts, "failed": ""}
    connection.execute(_CHANGE.values(**values), {"of_id": message, "of_court": court})


def not_mirrored(connection: Connection, court: str, message: int, error: str) -> None:
    """Remember why there is no copy."""
    connection.execute(_CHANGE.values(failed=error), {"of_id": message, "of_court": court})


def _message(row: Row[Any]) -> CaseMessage:
    return CaseMessage(
        case=row.case_number,
        at=moment(row.at),
        versions=words(row.versions),
        mirror_channel=row.mirror_channel,
        mirror_ts=row.mirror_ts,
        id=row.id,
        **{name: getattr(row, name) for name in (*_FIRST, *_NOW)},
    )
