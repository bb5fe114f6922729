"""The outbox as people's turns see it: rows are put in or refreshed, the newest message is known."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from bot.service.content import to_json
from bot.service.ports import Delivery
from bot.storage.once import insert_once
from bot.storage.tables import outbox
from bot.storage.times import micros, moment

_table = outbox
_PUT = insert_once(_table, tuple(one.name for one in _table.c if one.name != "id"), "id")
_NEWEST = (
    select(_table.c.ts)
    .where(
        _table.c.court == bindparam("of_court"),
        _table.c.place == bindparam("of_place"),
        _table.c.act != "update",
        _table.c.buried.is_(False),
    )
    .order_by(_table.c.id.desc())
    .limit(1)
)
_REFRESH = (
    update(_table)
    .where(
        _table.c.court == bindparam("of_court"),
        _table.c.place == bindparam("of_place"),
        _table.c.case_number.is_not_distinct_from(bindparam("of_case")),
        _table.c.message.is_(None),
        _table.c.thread == "",
        _table.c.settled.is_(None),
        _table.c.leased.is_(None),
        _table.c.tries == 0,
    )
    .values(content=bindparam("content"))
    .returning(_table.c.id)
)
_BACKLOG = select(func.count(), func.min(_table.c.created)).where(
    _table.c.court == bindparam("of_court"), _table.c.settled.is_(None)
)


def put(connection: Connection, court: str, delivery: Delivery) -> None:
    """Put a row into the outbox; a key that is there already is left as it is."""
    connection.execute(_PUT, _values(court, delivery))


def refresh(connection: Connection, court: str, delivery: Delivery) -> None:
    """Show a card or an App Home anew: in the rows that no sender has taken yet, else by this row."""
    values = {
        "of_court": court,
        "of_place": delivery.to,
        "of_case": delivery.case or None,
        "content": to_json(delivery.content),
    }
    if not connection.execute(_REFRESH, values).all():
        put(connection, court, delivery)


def newest(connection: Connection, court: str, place: str) -> str:
    """The ts of the newest message in a place, or empty where that one is still on its way."""
    values = {"of_court": court, "of_place": place}
    found: str | None = connection.execute(_NEWEST, values).scalar_one_or_none()
    return found or ""


def backlog(connection: Connection, court: str, now: datetime) -> tuple[int, float]:
    """How many rows wait, and the age of the oldest in seconds."""
    count, oldest = connection.execute(_BACKLOG, {"of_court": court}).one()
    return count, 0.0 if oldest is None else (now - moment(oldest)).total_seconds()


def _values(court: str, delivery: Delivery) -> dict[str, Any]:
    return {
        "court": court,
        "key": delivery.key,
        "place": delivery.to,
        "act": delivery.act,
        "content": to_json(delivery.content),
        "thread": delivery.thread,
        "ts": delivery.ts,
        "response_url": delivery.response_url,
        "case_number": delivery.case or None,
        "message": delivery.message or None,
        "due": micros(delivery.due),
        "tries": 0,
        "claimed": None,
        "leased": None,
        "created": micros(delivery.created or delivery.due),
        "settled": None,
        "buried": False,
    }
