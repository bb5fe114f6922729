"""Forgetting: what the bot need not keep, in bites small enough that no turn waits for one."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Executable, Table, bindparam, delete, select, update

from bot.flow.keep import Keep
from bot.storage import retention
from bot.storage.tables import conversations, events, letters, outbox, seen
from bot.storage.times import micros

BITE = 500
KEYS = timedelta(hours=25)
"""Slack delivers again for minutes, and after an outage for up to a day."""
SETTLED = timedelta(days=7)
ADDRESSES = timedelta(minutes=30)
"""A response_url is good for 30 minutes (docs.slack.dev/interactivity/handling-user-interaction)."""
WORDS = timedelta(hours=24)

_OLD_KEYS = (
    delete(seen)
    .where(
        seen.c.court == bindparam("of_court"),
        seen.c.key.in_(
            select(seen.c.key)
            .where(seen.c.court == bindparam("of_court"), seen.c.at < bindparam("before"))
            .limit(BITE)
        ),
    )
    .returning(seen.c.key)
)
_OLD_ROWS = (
    delete(outbox)
    .where(
        outbox.c.id.in_(
            select(outbox.c.id)
            .where(
                outbox.c.court == bindparam("of_court"),
                outbox.c.settled.is_not(None),
                outbox.c.settled < bindparam("before"),
            )
            .limit(BITE)
        )
    )
    .returning(outbox.c.id)
)
_OLD_ADDRESSES = (
    update(outbox)
    .where(
        outbox.c.id.in_(
            select(outbox.c.id)
            .where(
                outbox.c.court == bindparam("of_court"),
                outbox.c.response_url != "",
                outbox.c.created <= bindparam("before"),
            )
            .limit(BITE)
        )
    )
    .values(response_url="")
    .returning(outbox.c.id)
)
_OLD_WORDS = (
    update(conversations)
    .where(
        conversations.c.court == bindparam("of_court"),
        conversations.c.key.in_(
            select(conversations.c.key)
            .where(
                conversations.c.court == bindparam("of_court"),
                conversations.c.recent != "[]",
                conversations.c.saved < bindparam("before"),
            )
            .limit(BITE)
        ),
    )
    .values(recent="[]")
    .returning(conversations.c.key)
)


def _oldest(table: Table) -> Executable:
    """Rows of a table that only grows: the first ones are the oldest, so that no more need be looked at."""
    first = select(table.c.id, table.c.at).order_by(table.c.id).limit(BITE).subquery()
    old = select(first.c.id).where(first.c.at < bindparam("before"))
    mine = table.c.court == bindparam("of_court")
    return delete(table).where(table.c.id.in_(old), mine).returning(table.c.id)


_RULES: tuple[tuple[Executable, timedelta], ...] = (
    (_OLD_KEYS, KEYS),
    (_OLD_ROWS, SETTLED),
    (_OLD_ADDRESSES, ADDRESSES),
    (_OLD_WORDS, WORDS),
)
_EVENTS, _LETTERS = _oldest(events), _oldest(letters)


def prune(connection: Connection, court: str, now: datetime, keep: Keep) -> int:
    """Forget some of what is too old; how many rows that touched."""
    touched = retention.carry_out(connection, court, now, keep)
    for statement, age in (*_RULES, (_EVENTS, keep.events), (_LETTERS, keep.letters)):
        values = {"of_court": court, "before": micros(now - age)}
        touched += len(connection.execute(statement, values).all())
    return touched
