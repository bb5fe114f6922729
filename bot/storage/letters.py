"""Dead letters: what could not be done, by key and kind of error, for the operator."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from bot.service.ports import DeadLetter
from bot.storage.once import insert_once
from bot.storage.tables import letters
from bot.storage.times import micros, moment

_KEEP = insert_once(letters, ("court", "key", "source", "error", "at"), "id")
_ALL = select(letters).where(letters.c.court == bindparam("of_court")).order_by(letters.c.id)


def keep(connection: Connection, court: str, letter: DeadLetter) -> None:
    """Keep a dead letter; the same error of the same key is kept once."""
    values = {
        "court": court,
        "key": letter.key,
        "source": letter.where,
        "error": letter.error,
        "at": micros(letter.at),
    }
    connection.execute(_KEEP, values)


def read(connection: Connection, court: str) -> Sequence[DeadLetter]:
    """All dead letters, oldest first."""
    rows = connection.execute(_ALL, {"of_court": court})
    return [DeadLetter(row.key, row.source, row.error, moment(row.at)) for row in rows]
