"""The tables. Every row carries its court; times are microseconds since 1970; lists and maps are JSON text.

Only types that SQLite and PostgreSQL treat alike. The migrations make these tables; a test compares them.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.sql.elements import ColumnElement, TextClause

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

SERIAL = BigInteger().with_variant(Integer, "sqlite")
"""A number that the database counts up; SQLite does so only for a plain INTEGER."""


def word(name: str, default: str = "") -> Column[str]:
    """A column of text that is never null."""
    return Column(name, Text, nullable=False, server_default=default)


def time(name: str) -> Column[int]:
    """A column with a time that is always set."""
    return Column(name, BigInteger, nullable=False)


def time_or_none(name: str) -> Column[int | None]:
    """A column with a time that may be missing."""
    return Column(name, BigInteger, nullable=True)


def partial(name: str, *columns: str, where: str) -> Index:
    """An index of only the rows that fit, so that it stays small however many rows there are."""
    condition: TextClause | ColumnElement[bool] = text(where)
    return Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


conversations = Table(
    "conversations",
    metadata,
    word("court"),
    word("key"),
    word("person"),
    word("purpose"),
    Column("talk", Integer, nullable=False),
    word("flow"),
    word("fingerprint"),
    word("told", "{}"),
    word("waived", "[]"),
    word("heard"),
    word("state"),
    Column("misses", Integer, nullable=False),
    word("doubt"),
    Column("resuming", Boolean, nullable=False),
    Column("ended", Boolean, nullable=False),
    word("owner", "bot"),
    word("helper"),
    word("case_number"),
    word("offered", "[]"),
    word("done", "[]"),
    word("recent", "[]"),
    time("last_at"),
    Column("version", Integer, nullable=False),
    time("saved"),
    PrimaryKeyConstraint("court", "key"),
    UniqueConstraint("court", "person", "purpose"),
    partial("ix_conversations_words", "court", "saved", where="recent <> '[]'"),
    Index(None, "court", "saved"),
)

seen = Table(
    "seen",
    metadata,
    word("court"),
    word("key"),
    time("at"),
    PrimaryKeyConstraint("court", "key"),
    Index(None, "court", "at"),
)

events = Table(
    "events",
    metadata,
    Column("id", SERIAL, primary_key=True, autoincrement=True),
    word("court"),
    word("conversation"),
    Column("talk", Integer, nullable=False),
    word("name"),
    word("data", "{}"),
    time("at"),
    Index(None, "court", "conversation"),
)

flow_versions = Table(
    "flow_versions",
    metadata,
    word("court"),
    word("fingerprint"),
    word("flow"),
    word("text"),
    PrimaryKeyConstraint("court", "fingerprint"),
)

cases = Table(
    "cases",
    metadata,
    word("court"),
    word("number"),
    word("person"),
    word("conversation"),
    word("reason"),
    Column("urgent", Boolean, nullable=False),
    word("state"),
    word("card"),
    word("owner"),
    word("owner_name"),
    word("card_channel"),
    word("card_ts"),
    word("topic"),
    word("queue"),
    word("outcome"),
    word("rating"),
    word("receipt"),
    Column("held", Boolean, nullable=False),
    Column("stripped", Boolean, nullable=False, server_default=false()),
    time_or_none("opened"),
    time_or_none("answered"),
    time_or_none("heard"),
    time_or_none("spoken"),
    time_or_none("snoozed"),
    time_or_none("closed"),
    word("watches"),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("court", "number"),
    partial("ix_cases_closed", "court", "closed", where="closed IS NOT NULL"),
    partial("ix_cases_worded", "court", "closed", where="closed IS NOT NULL AND NOT stripped"),
    Index(
        "ix_cases_open_person",
        "court",
        "person",
        "topic",
        unique=True,
        sqlite_where=text("state <> 'closed'"),
        postgresql_where=text("state <> 'closed'"),
    ),
)

counters = Table(
    "counters",
    metadata,
    word("court"),
    word("name"),
    Column("value", Integer, nullable=False),
    PrimaryKeyConstraint("court", "name"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", SERIAL, primary_key=True, autoincrement=True),
    word("court"),
    word("key"),
    word("place"),
    word("act"),
    word("content"),
    word("thread"),
    word("ts"),
    word("response_url"),
    Column("case_number", Text, nullable=True),
    Column("message", BigInteger, nullable=True),
    time("due"),
    Column("tries", Integer, nullable=False),
    time_or_none("claimed"),
    time_or_none("leased"),
    time("created"),
    time_or_none("settled"),
    Column("buried", Boolean, nullable=False),
    UniqueConstraint("court", "key"),
    ForeignKeyConstraint(["court", "case_number"], ["cases.court", "cases.number"]),
    Index(None, "court", "place", "id"),
    partial("ix_outbox_waiting", "court", "place", "id", where="settled IS NULL"),
    partial("ix_outbox_waiting_due", "court", "due", where="settled IS NULL"),
    partial("ix_outbox_settled", "court", "settled", where="settled IS NOT NULL"),
    partial("ix_outbox_addresses", "court", "created", where="response_url <> ''"),
)

channels = Table(
    "channels",
    metadata,
    word("court"),
    word("place"),
    word("channel"),
    PrimaryKeyConstraint("court", "place"),
)

notices = Table(
    "notices",
    metadata,
    Column("id", SERIAL, primary_key=True, autoincrement=True),
    word("court"),
    word("text"),
    word("posted_by"),
    word("name"),
    time("since"),
    time_or_none("until"),
    time_or_none("ended"),
    word("ended_by"),
    Index(None, "court"),
    Index(
        "ix_notices_on",
        "court",
        unique=True,
        sqlite_where=text("ended IS NULL"),
        postgresql_where=text("ended IS NULL"),
    ),
)

letters = Table(
    "dead_letters",
    metadata,
    Column("id", SERIAL, primary_key=True, autoincrement=True),
    word("court"),
    word("key"),
    word("source"),
    word("error"),
    time("at"),
    UniqueConstraint("court", "key", "error"),
)
