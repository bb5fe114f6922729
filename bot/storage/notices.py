"""Notices: each stays in the record; at most one of a court has not ended, and one index holds that one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from bot.service.notice import Notice
from bot.storage.tables import notices
from bot.storage.times import micros, moment, moment_or_none

_ALL = select(notices).where(notices.c.court == bindparam("of_court")).order_by(notices.c.id)
_LAST = select(notices).where(notices.c.court == bindparam("of_court"), notices.c.ended.is_(None))
_LAST_LOCKED = _LAST.with_for_update()
_POST = insert(notices)
_END = (
    update(notices)
    .where(notices.c.id == bindparam("of_id"))
    .values(ended=bindparam("at"), ended_by=bindparam("who"))
)


def on(connection: Connection, court: str, now: datetime) -> Notice | None:
    """The notice that is on, or None: one row by its index."""
    row = connection.execute(_LAST, {"of_court": court}).one_or_none()
    return _notice(row) if row is not None and (row.until is None or micros(now) < row.until) else None


def post(connection: Connection, court: str, notice: Notice) -> Notice | None:
    """Put a notice on; the one it takes the place of, or None."""
    before = end(connection, court, notice.by, notice.since)
    values = {
        "court": court,
        "text": notice.text,
        "posted_by": notice.by,
        "name": notice.name,
        "since": micros(notice.since),
        "until": None if notice.until is None else micros(notice.until),
    }
    connection.execute(_POST, values)
    return before


def end(connection: Connection, court: str, by: str, now: datetime) -> Notice | None:
    """End the notice that is on, and return it as it was; None when none is.

    One whose time has run out is only written down as ended then, by nobody.
    """
    row = connection.execute(_LAST_LOCKED, {"of_court": court}).one_or_none()
    if row is None:
        return None
    last = _notice(row)
    is_on = last.is_on(now)
    ended = {"at": micros(now) if is_on else row.until, "who": by if is_on else ""}
    connection.execute(_END, {"of_id": row.id, **ended})
    return last if is_on else None


def read(connection: Connection, court: str) -> Sequence[Notice]:
    """All notices there ever were, oldest first."""
    return [_notice(row) for row in connection.execute(_ALL, {"of_court": court})]


def _notice(row: Row[tuple[object, ...]]) -> Notice:
    return Notice(
        text=row.text,
        by=row.posted_by,
        name=row.name,
        since=moment(row.since),
        until=moment_or_none(row.until),
        ended=moment_or_none(row.ended),
        ended_by=row.ended_by,
        number=row.id,
    )
