"""Opening a store, and running units of work on it: for SQLite, in one thread, one after the other."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeVar

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StorageError
from bot.service.ports import Unit
from bot.storage.connect import OWNER_ALONE, driver, engine_at, file_of, read_address, reason
from bot.storage.hold import Hold
from bot.storage.migrate import missing, upgrade
from bot.storage.unit import SqlUnit
from bot.storage.writer import Writer

Result = TypeVar("Result")

PATIENCE = 2.0
"""Seconds a unit of work may wait for the database: Slack allows three for the whole answer."""


def open_store(url: str, court: str) -> "SqliteStore":
    """The store of one court at this address (`sqlite:///bot.db`), its tables brought up to date.

    A file that is made for it can be read by its owner alone; one that is there keeps its mode.
    Raises SettingsError for an address of another kind, StorageError when the database cannot be used.
    """
    with ExitStack() as undo:
        engine = engine_at(url, PATIENCE)
        undo.callback(engine.dispose)
        try:
            hold = undo.enter_context(Hold(file_of(url)))
            _make(file_of(url))
            with engine.begin() as connection:
                upgrade(connection)
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            raise StorageError(
                f"The database {url} cannot be opened: {reason(error)}.",
                "Name a file that may be written, in a folder that is there.",
            ) from error
        store = SqliteStore(engine, hold, court)
        undo.pop_all()
        return store


def _make(file: Path | None) -> None:
    """Make an empty file, which is an empty database. SQLite gives its journals the mode of the file."""
    if file is not None and not file.exists():
        file.touch(OWNER_ALONE)


def pending_migrations(url: str) -> tuple[str, ...]:
    """The steps the database at this address has not had; it is neither made nor changed.

    Raises SettingsError and StorageError as `open_store` does.
    """
    file = file_of(url)
    if file is None or not file.exists():
        return missing(None)
    engine = create_engine(read_address(url))
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

    def __init__(self, engine: Engine, hold: Hold, court: str) -> None:
        self._engine = engine
        self._hold = hold
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
        self._hold.release()

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
            driver(self._connection).execute(f"PRAGMA busy_timeout={int(seconds * 1000) or 1}")
            self._wait = seconds


def _too_slow() -> StorageError:
    return StorageError("The database is too slow.", "Is another program holding it?")
