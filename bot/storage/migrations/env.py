"""What Alembic runs around each step: the connection is handed in, and all steps are one transaction."""

from alembic import context

from bot.storage.tables import metadata


def run() -> None:
    """Bring the database of the given connection to the revision that was asked for."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
