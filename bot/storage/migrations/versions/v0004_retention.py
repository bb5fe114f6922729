"""Retention: what has lost its words is marked, and what is too old is found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the mark and the indexes."""
    op.add_column("cases", sa.Column("stripped", sa.Boolean, nullable=False, server_default=sa.false()))
    closed, worded = sa.text("closed IS NOT NULL"), sa.text("closed IS NOT NULL AND NOT stripped")
    _partial("ix_cases_closed", "cases", "closed", closed)
    _partial("ix_cases_worded", "cases", "closed", worded)
    op.create_index("ix_receipts_court_at", "receipts", ["court", "at"])
    op.create_index("ix_conversations_court_saved", "conversations", ["court", "saved"])


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_conversations_court_saved")
    op.drop_index("ix_receipts_court_at")
    op.drop_index("ix_cases_worded")
    op.drop_index("ix_cases_closed")
    op.drop_column("cases", "stripped")


def _partial(name: str, table: str, column: str, where: sa.TextClause) -> None:
    op.create_index(name, table, ["court", column], sqlite_where=where, postgresql_where=where)
