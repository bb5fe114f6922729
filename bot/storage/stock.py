"""Counting what is kept: each count reads an index of waiting or open rows only."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from bot.service.stock import Stock
from bot.storage import reminders
from bot.storage.tables import cases, letters, outbox
from bot.storage.times import moment

_WAITING = select(func.count(), func.min(outbox.c.created), func.min(outbox.c.due)).where(
    outbox.c.court == bindparam("of_court"), outbox.c.settled.is_(None)
)
_CASES = (
    select(cases.c.state, func.count())
    .where(cases.c.court == bindparam("of_court"), cases.c.state != "closed")
    .group_by(cases.c.state)
)
_LETTERS = select(func.count()).where(letters.c.court == bindparam("of_court"))


def count(connection: Connection, court: str, now: datetime) -> Stock:
    """How much is kept of this court's."""
    of_court = {"of_court": court}
    waiting, oldest, due = connection.execute(_WAITING, of_court).one()
    states = {str(state): int(number) for state, number in connection.execute(_CASES, of_court)}
    dead = connection.execute(_LETTERS, of_court).scalar_one()
    reminder = reminders.first(connection, court)
    unsaid = 0.0 if reminder is None else max((now - reminder).total_seconds(), 0.0)
    return Stock(waiting, _age(oldest, now), _age(due, now), states, dead, unsaid)


def _age(at: int | None, now: datetime) -> float:
    """Seconds since then, not below 0; 0 where there is no such time."""
    return 0.0 if at is None else max((now - moment(at)).total_seconds(), 0.0)
