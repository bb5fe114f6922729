"""Stopwatches: how much business time of its targets a case has used."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a case keep its stopwatches."""
    op.add_column("cases", sa.Column("watches", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Remove them."""
    op.drop_column("cases", "watches")
