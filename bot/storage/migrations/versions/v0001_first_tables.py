"""The first tables: conversations, what was seen, events, flow versions, cases, the outbox, dead letters."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables and their indexes."""
    _conversations()
    _received()
    _cases()
    _outbox()
    _letters()


def downgrade() -> None:
    """Remove everything."""
    for table in (
        "dead_letters",
        "channels",
        "outbox",
        "counters",
        "cases",
        "flow_versions",
        "events",
        "seen",
        "conversations",
    ):
        op.drop_table(table)


def _word(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _time(name: str, *, missing: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=missing)


def _mark(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _conversations() -> None:
    op.create_table(
        "conversations",
        *(_word(name) for name in ("court", "key", "person", "purpose")),
        _number("talk"),
        *(_word(name) for name in ("flow", "fingerprint")),
        _word("told", "{}"),
        _word("waived", "[]"),
        *(_word(name) for name in ("heard", "state")),
        _number("misses"),
        _word("doubt"),
        *(_mark(name) for name in ("resuming", "ended")),
        _word("owner", "bot"),
        *(_word(name) for name in ("helper", "case_number")),
        *(_word(name, "[]") for name in ("offered", "done", "recent")),
        _time("last_at"),
        _number("version"),
        _time("saved"),
        sa.PrimaryKeyConstraint("court", "key", name="pk_conversations"),
        sa.UniqueConstraint("court", "person", "purpose", name="uq_conversations_court_person_purpose"),
    )
    _partial("ix_conversations_words", "conversations", ["court", "saved"], "recent <> '[]'")


def _received() -> None:
    op.create_table(
        "seen",
        *(_word(name) for name in ("court", "key")),
        _time("at"),
        sa.PrimaryKeyConstraint("court", "key", name="pk_seen"),
    )
    op.create_index("ix_seen_court_at", "seen", ["court", "at"])
    op.create_table(
        "events",
        sa.Column("id", SERIAL, autoincrement=True),
        *(_word(name) for name in ("court", "conversation")),
        _number("talk"),
        _word("name"),
        _word("data", "{}"),
        _time("at"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_court_conversation", "events", ["court", "conversation"])
    op.create_table(
        "flow_versions",
        *(_word(name) for name in ("court", "fingerprint", "flow", "text")),
        sa.PrimaryKeyConstraint("court", "fingerprint", name="pk_flow_versions"),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        *(_word(name) for name in ("court", "number", "person", "conversation", "reason")),
        _mark("urgent"),
        *(_word(name) for name in ("state", "card", "owner", "owner_name", "card_channel", "card_ts")),
        _time("opened", missing=True),
        _number("version"),
        sa.PrimaryKeyConstraint("court", "number", name="pk_cases"),
    )
    _partial("ix_cases_open_person", "cases", ["court", "person"], "state <> 'closed'", unique=True)
    op.create_table(
        "counters",
        *(_word(name) for name in ("court", "name")),
        _number("value"),
        sa.PrimaryKeyConstraint("court", "name", name="pk_counters"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", SERIAL, autoincrement=True),
        *(
            _word(name)
            for name in ("court", "key", "place", "act", "content", "thread", "ts", "response_url")
        ),
        sa.Column("case_number", sa.Text, nullable=True),
        _time("due"),
        _number("tries"),
        *(_time(name, missing=True) for name in ("claimed", "leased")),
        _time("created"),
        _time("settled", missing=True),
        _mark("buried"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("court", "key", name="uq_outbox_court_key"),
        sa.ForeignKeyConstraint(
            ["court", "case_number"], ["cases.court", "cases.number"], name="fk_outbox_court_case_number"
        ),
    )
    op.create_index("ix_outbox_court_place_id", "outbox", ["court", "place", "id"])
    _partial("ix_outbox_waiting", "outbox", ["court", "place", "id"], "settled IS NULL")
    _partial("ix_outbox_waiting_due", "outbox", ["court", "due"], "settled IS NULL")
    _partial("ix_outbox_settled", "outbox", ["court", "settled"], "settled IS NOT NULL")
    _partial("ix_outbox_addresses", "outbox", ["court", "created"], "response_url <> ''")
    op.create_table(
        "channels",
        *(_word(name) for name in ("court", "place", "channel")),
        sa.PrimaryKeyConstraint("court", "place", name="pk_channels"),
    )


def _letters() -> None:
    op.create_table(
        "dead_letters",
        sa.Column("id", SERIAL, autoincrement=True),
        *(_word(name) for name in ("court", "key", "source", "error")),
        _time("at"),
        sa.PrimaryKeyConstraint("id", name="pk_dead_letters"),
        sa.UniqueConstraint("court", "key", "error", name="uq_dead_letters_court_key_error"),
    )


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)
