"""The keys of what was received: a second delivery of the same thing finds its keys here."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection
from sqlalchemy.sql.elements import TextClause

from bot.storage.once import insert_each_once
from bot.storage.tables import seen


def first_sight(connection: Connection, court: str, keys: Sequence[str], at: int) -> bool:
    """Whether none of the keys was there; all of them are now.

    Another transaction that inserts one of them waits for this one to end. They are sorted, so that two
    deliveries with the same keys never wait for each other.
    """
    fresh = sorted(set(keys))
    if not fresh:
        return True
    values: dict[str, object] = {f"key_{place}": key for place, key in enumerate(fresh)}
    inserted = connection.execute(_remember(len(fresh)), values | {"court": court, "at": at}).all()
    return len(inserted) == len(fresh)


@cache
def _remember(count: int) -> TextClause:
    return insert_each_once(seen, "court", "key", count)
