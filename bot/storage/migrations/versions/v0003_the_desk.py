"""The desk: what a case went through, its messages, the audit, reminders, receipts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WORDS = ("topic", "queue", "outcome", "rating", "receipt")
TIMES = ("answered", "heard", "spoken", "snoozed", "closed")
IS_OPEN = sa.text("state <> 'closed'")


def upgrade() -> None:
    """Let a case say more, one open case for each topic, and make the desk's tables."""
    for name in WORDS:
        op.add_column("cases", _word(name))
    for name in TIMES:
        op.add_column("cases", sa.Column(name, sa.BigInteger, nullable=True))
    op.add_column("cases", sa.Column("held", sa.Boolean, nullable=False, server_default=sa.false()))
    op.drop_index("ix_cases_open_person", "cases")
    _open_cases(["court", "person", "topic"], unique=True)
    op.add_column("outbox", sa.Column("message", sa.BigInteger, nullable=True))
    _messages()
    _audit()
    _reminders()
    _receipts()


def downgrade() -> None:
    """Remove the desk's tables, and what a case can say no more."""
    for table in ("receipts", "reminders", "audit", "case_messages"):
        op.drop_table(table)
    op.drop_column("outbox", "message")
    op.drop_index("ix_cases_open_person", "cases")
    _open_cases(["court", "person"], unique=True)
    for name in ("held", *TIMES, *WORDS):
        op.drop_column("cases", name)


def _open_cases(columns: list[str], *, unique: bool) -> None:
    op.create_index(
        "ix_cases_open_person",
        "cases",
        columns,
        unique=unique,
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )


def _word(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _messages() -> None:
    op.create_table(
        "case_messages",
        sa.Column("id", SERIAL, autoincrement=True),
        *(
            _word(name)
            for name in ("court", "case_number", "channel", "ts", "author", "name", "side", "kind")
        ),
        _word("text"),
        _word("versions", "[]"),
        sa.Column("seen", sa.Boolean, nullable=False),
        sa.Column("gone", sa.Boolean, nullable=False),
        *(_word(name) for name in ("mirror_channel", "mirror_ts", "failed")),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_messages"),
        sa.UniqueConstraint("court", "channel", "ts", name="uq_case_messages_court_channel_ts"),
    )
    op.create_index("ix_case_messages_court_case_number_id", "case_messages", ["court", "case_number", "id"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", SERIAL, autoincrement=True),
        *(_word(name) for name in ("court", "case_number", "who", "name", "what")),
        _word("data", "{}"),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_court_case_number_id", "audit", ["court", "case_number", "id"])
    op.create_index("ix_audit_court_at", "audit", ["court", "at"])


def _reminders() -> None:
    op.create_table(
        "reminders",
        *(_word(name) for name in ("court", "key", "case_number", "kind", "recipient")),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("said", sa.BigInteger, nullable=True),
        sa.PrimaryKeyConstraint("court", "key", name="pk_reminders"),
    )
    op.create_index("ix_reminders_court_case_number", "reminders", ["court", "case_number"])
    unsaid = sa.text("said IS NULL")
    op.create_index(
        "ix_reminders_due", "reminders", ["court", "due"], sqlite_where=unsaid, postgresql_where=unsaid
    )


def _receipts() -> None:
    op.create_table(
        "receipts",
        *(_word(name) for name in ("court", "code", "conversation", "flow", "fingerprint")),
        _word("told", "{}"),
        _word("text"),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("court", "code", name="pk_receipts"),
    )
    op.create_index("ix_receipts_court_conversation", "receipts", ["court", "conversation"])
