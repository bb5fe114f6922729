"""Forgetting: what the bot need not keep, in bites small enough that no turn waits for one."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Delete, Update, bindparam, delete, select, update

from bot.storage.tables import conversations, outbox, seen
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

_RULES: tuple[tuple[Delete | Update, timedelta], ...] = (
    (_OLD_KEYS, KEYS),
    (_OLD_ROWS, SETTLED),
    (_OLD_ADDRESSES, ADDRESSES),
    (_OLD_WORDS, WORDS),
)


def prune(connection: Connection, court: str, now: datetime) -> int:
    """Forget some of what is too old; how many rows that touched."""
    touched = 0
    for statement, age in _RULES:
        values = {"of_court": court, "before": micros(now - age)}
        touched += len(connection.execute(statement, values).all())
    return touched
