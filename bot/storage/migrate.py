"""Bringing a database to the tables of this version, and saying what is missing."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.errors import StorageError


def upgrade(connection: Connection) -> None:
    """Run every step this database has not had; all of them or none.

    Raises StorageError when a newer version of the program has made the database.
    """
    if missing(connection):
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def missing(connection: Connection | None) -> tuple[str, ...]:
    """The steps this database has not had, first to last; all of them where there is no database yet.

    Raises StorageError when a newer version of the program has made the database.
    """
    done = None if connection is None else MigrationContext.configure(connection).get_current_revision()
    steps = [step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]
    if done is not None and done not in steps:
        raise StorageError(
            f"The database is of version {done}, which this program does not know.",
            "A newer program has used it: run that one, or restore the copy made before.",
        )
    return tuple(steps[steps.index(done) + 1 :] if done in steps else steps)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config
