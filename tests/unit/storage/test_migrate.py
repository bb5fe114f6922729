"""Migrations: from nothing to today's tables, and no further than this program knows."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from bot.errors import StorageError
from bot.storage import migrations
from bot.storage.database import open_store, pending_migrations
from bot.storage.tables import metadata

STEPS = tuple(sorted(file.name[1:5] for file in Path(migrations.__file__).parent.glob("versions/v[0-9]*.py")))
"""The numbers of all steps, first to last, as the files are named."""


def made(file: Path) -> str:
    """The address of a database with today's tables."""
    address = f"sqlite:///{file}"
    asyncio.run(open_store(address, "moeb").close())
    return address


def test_the_migrations_make_exactly_the_tables_the_program_uses(tmp_path: Path) -> None:
    engine = create_engine(made(tmp_path / "bot.db"))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_every_step_can_be_undone(tmp_path: Path) -> None:
    engine = create_engine(made(tmp_path / "bot.db"))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_the_partial_indexes_are_partial_in_the_database_too(tmp_path: Path) -> None:
    made(tmp_path / "bot.db")
    connection = sqlite3.connect(tmp_path / "bot.db")
    written = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'").fetchall())
    connection.close()
    for index in (index for table in metadata.tables.values() for index in table.indexes):
        where = index.dialect_options["sqlite"]["where"]
        assert (where is None) == (" WHERE " not in written[index.name]), index.name
        assert where is None or str(where) in written[index.name]


def test_pending_migrations_are_named_until_the_database_is_made(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'bot.db'}"
    assert pending_migrations(address) == STEPS
    assert not (tmp_path / "bot.db").exists(), "asking makes nothing"
    made(tmp_path / "bot.db")
    assert pending_migrations(address) == ()


def test_an_empty_file_has_all_migrations_before_it(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "bot.db").close()
    (tmp_path / "bot.db").touch()
    assert pending_migrations(f"sqlite:///{tmp_path / 'bot.db'}") == STEPS


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("These are the minutes of the last meeting." * 40)
    with pytest.raises(StorageError):
        pending_migrations(f"sqlite:///{tmp_path / 'bot.db'}")
    with pytest.raises(StorageError):
        open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    address = made(tmp_path / "bot.db")
    connection = sqlite3.connect(tmp_path / "bot.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StorageError, match="9999"):
        open_store(address, "moeb")
