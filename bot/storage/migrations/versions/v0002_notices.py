"""Notices: what staff put before every reply, and who ended it when."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and the index that lets one notice of a court be on."""
    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False, server_default="") for name in ("court", "text")),
        *(sa.Column(name, sa.Text, nullable=False, server_default="") for name in ("posted_by", "name")),
        sa.Column("since", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=True) for name in ("until", "ended")),
        sa.Column("ended_by", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
    )
    op.create_index("ix_notices_court", "notices", ["court"])
    condition = sa.text("ended IS NULL")
    op.create_index(
        "ix_notices_on",
        "notices",
        ["court"],
        unique=True,
        sqlite_where=condition,
        postgresql_where=condition,
    )


def downgrade() -> None:
    """Remove the table."""
    op.drop_table("notices")
