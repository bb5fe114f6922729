"""The desk's tables: what was written in cases, the audit, reminders, receipts."""

from sqlalchemy import Boolean, Column, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from bot.storage.tables import SERIAL, metadata, partial, time, time_or_none, word

case_messages = Table(
    "case_messages",
    metadata,
    Column("id", SERIAL, primary_key=True, autoincrement=True),
    word("court"),
    word("case_number"),
    word("channel"),
    word("ts"),
    word("author"),
    word("name"),
    word("side"),
    word("kind"),
    word("text"),
    word("versions", "[]"),
    Column("seen", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    word("mirror_channel"),
    word("mirror_ts"),
    word("failed"),
    time("at"),
    UniqueConstraint("court", "channel", "ts"),
    Index(None, "court", "case_number", "id"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", SERIAL, primary_key=True, autoincrement=True),
    word("court"),
    word("case_number"),
    word("who"),
    word("name"),
    word("what"),
    word("data", "{}"),
    time("at"),
    Index(None, "court", "case_number", "id"),
    Index(None, "court", "at"),
)

reminders = Table(
    "reminders",
    metadata,
    word("court"),
    word("key"),
    word("case_number"),
    word("kind"),
    word("recipient"),
    time("due"),
    time_or_none("said"),
    PrimaryKeyConstraint("court", "key"),
    Index(None, "court", "case_number"),
    partial("ix_reminders_due", "court", "due", where="said IS NULL"),
)

receipts = Table(
    "receipts",
    metadata,
    word("court"),
    word("code"),
    word("conversation"),
    word("flow"),
    word("fingerprint"),
    word("told", "{}"),
    word("text"),
    time("at"),
    PrimaryKeyConstraint("court", "code"),
    Index(None, "court", "conversation"),
    Index(None, "court", "at"),
)
