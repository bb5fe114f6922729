"""The SQLite file behind an address, and the engine that opens it."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from bot.errors import SettingsError

OWNER_ALONE = 0o600
"""The mode of the database and of each copy: they hold what filers wrote."""

DRIVERS = ("sqlite", "sqlite+pysqlite")
JOURNALS = ("-wal", "-shm")
"""What SQLite keeps beside a database that is in use, or was when its program was killed."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def read_address(url: str | URL) -> URL:
    """The address of a database, taken apart. Raises SettingsError for one that is not of SQLite."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise SettingsError("The database address cannot be read.", "Write sqlite:///bot.db") from error
    if address.get_backend_name() != "sqlite":
        raise SettingsError(
            f"This version keeps its data in SQLite, not in {address.get_backend_name()}.",
            "Write sqlite:///bot.db",
        )
    if (
        address != URL.create(address.drivername, database=address.database)
        or address.drivername not in DRIVERS
    ):
        raise SettingsError(
            "The database address has more in it than the name of a file.", "Write sqlite:///bot.db"
        )
    return address


def file_of(url: str) -> Path | None:
    """The file at this address; None for a database in memory alone. Raises as `read_address` does."""
    name = read_address(url).database
    return Path(name) if name and name != ":memory:" else None


def engine_at(url: str | URL, patience: float) -> Engine:
    """An engine with one connection for all, which waits `patience` seconds for other programs' locks.

    Its errors name no values: what people wrote would stand among them.
    """
    engine = create_engine(
        read_address(url),
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"timeout": patience, "check_same_thread": False, "isolation_level": None},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection."""
    found: Any = connection.connection.driver_connection
    return found  # type: ignore[no-any-return]


def reason(error: SQLAlchemyError | sqlite3.Error | OSError) -> str:
    """What SQLite or the system itself said, such as `unable to open database file`."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(getattr(error, "orig", None) or error)


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later can fail half-way.

    See sqlite.org/lang_transaction.html, "BEGIN IMMEDIATE".
    """
    driver(connection).execute("BEGIN IMMEDIATE")
