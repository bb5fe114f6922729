"""What a court keeps for a time of its own: done in bites, and never to a case that is open or held."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, exists, select

from bot.flow.keep import Keep
from bot.storage.desk_tables import receipts
from bot.storage.erase import erase_case, strip_case
from bot.storage.tables import cases, conversations, outbox
from bot.storage.times import micros

BITE = 500
CASES = 20
"""Cases of one bite: each takes several statements."""
BOTS = ("bot", "returned")
"""Who has the word in a conversation that no case needs."""

_waiting = exists().where(
    outbox.c.court == cases.c.court, outbox.c.case_number == cases.c.number, outbox.c.settled.is_(None)
)
_CLOSED = (
    select(cases.c.number)
    .where(
        cases.c.court == bindparam("of_court"),
        cases.c.closed.is_not(None),
        cases.c.closed < bindparam("before"),
        cases.c.state == "closed",
        cases.c.held.is_(False),
        ~_waiting,
    )
    .order_by(cases.c.closed)
    .limit(CASES)
)
_WORDED = _CLOSED.where(~cases.c.stripped)
_RECEIPTS = (
    delete(receipts)
    .where(
        receipts.c.court == bindparam("of_court"),
        receipts.c.code.in_(
            select(receipts.c.code)
            .where(receipts.c.court == bindparam("of_court"), receipts.c.at < bindparam("before"))
            .limit(BITE)
        ),
    )
    .returning(receipts.c.code)
)
_ANSWERS = (
    delete(conversations)
    .where(
        conversations.c.court == bindparam("of_court"),
        conversations.c.key.in_(
            select(conversations.c.key)
            .where(
                conversations.c.court == bindparam("of_court"),
                conversations.c.saved < bindparam("before"),
                conversations.c.owner.in_(BOTS),
            )
            .limit(BITE)
        ),
    )
    .returning(conversations.c.key)
)


def carry_out(connection: Connection, court: str, now: datetime, keep: Keep) -> int:
    """Erase some of what the court keeps no longer; how many cases and rows that touched."""
    touched = _each(connection, court, now - keep.cases, (_CLOSED, erase_case))
    touched += _each(connection, court, now - keep.words, (_WORDED, strip_case))
    for statement, age in ((_RECEIPTS, keep.receipts), (_ANSWERS, keep.answers)):
        touched += len(connection.execute(statement, _values(court, now - age)).all())
    return touched


def _each(
    connection: Connection,
    court: str,
    before: datetime,
    what: tuple[Select[Any], Callable[[Connection, str, str], None]],
) -> int:
    found, act = what
    numbers: Sequence[str] = connection.execute(found, _values(court, before)).scalars().all()
    for number in numbers:
        act(connection, court, number)
    return len(numbers)


def _values(court: str, before: datetime) -> dict[str, object]:
    return {"of_court": court, "before": micros(before)}
