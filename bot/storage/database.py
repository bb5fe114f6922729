"""Opening a store, and running units of work on it: for SQLite, in one thread, one after the other."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from bot.errors import SettingsError, StorageError
from bot.service.ports import Unit
from bot.storage.migrate import missing, upgrade
from bot.storage.unit import SqlUnit
from bot.storage.writer import Writer

Result = TypeVar("Result")

PATIENCE = 2.0
"""Seconds a unit of work may wait for the database: Slack allows three for the whole answer."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def open_store(url: str, court: str) -> "SqliteStore":
    """The store of one court at this address (`sqlite:///bot.db`), its tables brought up to date.

    Raises SettingsError for an address of another kind, StorageError when the database cannot be used.
    """
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            upgrade(connection)
    except (SQLAlchemyError, sqlite3.Error) as error:
        engine.dispose()
        raise StorageError(
            f"The database {url} cannot be opened: {_reason(error)}.",
            "Name a file that may be written, in a folder that is there.",
        ) from error
    except StorageError:
        engine.dispose()
        raise
    return SqliteStore(engine, court)


def _reason(error: SQLAlchemyError | sqlite3.Error) -> str:
    """What SQLite itself said, such as `unable to open database file`."""
    return str(getattr(error, "orig", None) or error)


def pending_migrations(url: str) -> tuple[str, ...]:
    """The steps the database at this address has not had; it is neither made nor changed.

    Raises SettingsError and StorageError as `open_store` does.
    """
    address = _address(url)
    if not address.database or not Path(address.database).exists():
        return missing(None)
    engine = create_engine(address)
    try:
        with engine.connect() as connection:
            return missing(connection)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StorageError("The database cannot be read.", "Is it an SQLite file?") from error
    finally:
        engine.dispose()


class SqliteStore:
    """A `bot.service.ports.Store` in one SQLite file. One thread has the one connection.

    So writers never wait for each other's locks in here, only for other programs that use the file.
    """

    def __init__(self, engine: Engine, court: str) -> None:
        self._engine = engine
        self._court = court
        self._connection = engine.connect()
        self._writer = Writer(self._transact, _too_slow)
        self._wait = PATIENCE

    async def run(self, work: Callable[[Unit], Result]) -> Result:
        """Do the work in one transaction: committed when this returns, undone when it raises.

        Work that has begun is finished even if the caller is cancelled; work still waiting is then never
        begun. What waits together is committed together. Raises StorageError when the database does not
        answer within two seconds or refuses.
        """
        unit = SqlUnit(self._connection, self._court)
        try:
            outcome = self._writer.do(partial(work, unit), monotonic() + PATIENCE)
        except RuntimeError as error:
            raise StorageError("The database is closed.", "The program is stopping.") from error
        result: Result = await asyncio.wrap_future(outcome)
        return result

    async def close(self) -> None:
        """Finish what runs and let go of the database."""
        await asyncio.to_thread(self._writer.close)
        self._connection.close()
        self._engine.dispose()

    def _transact(self, work: Callable[[], None], deadline: float) -> None:
        left = deadline - monotonic()
        if left <= 0:
            raise _too_slow()
        try:
            self._wait_at_most(left)
            with self._connection.begin():
                work()
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise StorageError("The database refused.", "See the error that caused this one.") from error

    def _wait_at_most(self, seconds: float) -> None:
        """Let the time spent waiting for the thread count: together they are two seconds at most."""
        if abs(self._wait - seconds) > PATIENCE / 20:
            _driver(self._connection).execute(f"PRAGMA busy_timeout={int(seconds * 1000) or 1}")
            self._wait = seconds


def _too_slow() -> StorageError:
    return StorageError("The database is too slow.", "Is another program holding it?")


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise SettingsError("The database address cannot be read.", "Write sqlite:///bot.db") from error
    if address.get_backend_name() != "sqlite":
        raise SettingsError(
            f"This version keeps its data in SQLite, not in {address.get_backend_name()}.",
            "Write sqlite:///bot.db",
        )
    return address


def _engine(url: str) -> Engine:
    """One connection for all. Its errors name no values: what people wrote would stand among them."""
    engine = create_engine(
        _address(url),
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"timeout": PATIENCE, "check_same_thread": False, "isolation_level": None},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later can fail half-way.

    See sqlite.org/lang_transaction.html, "BEGIN IMMEDIATE".
    """
    _driver(connection).execute("BEGIN IMMEDIATE")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver: Any = connection.connection.driver_connection
    return driver  # type: ignore[no-any-return]
