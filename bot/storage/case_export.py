"""Cases read for an export: from a connection that cannot write, one case after the other."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlalchemy.sql.elements import ColumnElement

from bot.errors import StorageError
from bot.service.case_row import CaseRow
from bot.service.desk_records import Act, CaseMessage, Receipt
from bot.storage import audit, case_messages, receipts
from bot.storage.cases import case_of
from bot.storage.connect import engine_at, file_of, reason
from bot.storage.database import pending_migrations
from bot.storage.tables import cases
from bot.storage.times import micros

PATIENCE = 10.0
"""Seconds to wait for a database that is busy."""


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """All that is kept of one case, each list oldest first."""

    case: CaseRow
    messages: tuple[CaseMessage, ...]
    acts: tuple[Act, ...]
    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class Wish:
    """Which cases are wanted: one by its number, or those opened from `since` on and before `until`."""

    number: str = ""
    since: datetime | None = None
    until: datetime | None = None


def exported(url: str, court: str, wish: Wish) -> Iterator[CaseRecord]:
    """The records of a court's cases, oldest first; only one is in memory at a time.

    Raises StorageError when there is no such database, or it cannot be read as it is.
    """
    file = _file(url)
    engine = create_engine(
        "sqlite://", creator=lambda: _opened(file), poolclass=NullPool, hide_parameters=True
    )
    try:
        with engine.connect() as connection:
            query = select(cases).where(cases.c.court == court, *_conditions(wish))
            numbers = connection.execute(query.with_only_columns(cases.c.number).order_by(cases.c.opened))
            for number in numbers.scalars().all():
                row = connection.execute(query.where(cases.c.number == number)).first()
                if row is None:
                    continue
                case = case_of(row)
                yield CaseRecord(
                    case,
                    tuple(case_messages.of_case(connection, court, number)),
                    tuple(audit.read(connection, court, number)),
                    receipts.read(connection, court, case.receipt) if case.receipt else None,
                )
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StorageError(f"The database cannot be read: {reason(error)}.", "Try it again.") from error
    finally:
        engine.dispose()


def note(url: str, court: str, act: Act) -> None:
    """Append one act to the audit. Raises StorageError when that cannot be done."""
    _file(url)
    engine = engine_at(url, PATIENCE)
    try:
        with closing(engine.connect()) as connection, connection.begin():
            audit.append(connection, court, act)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StorageError(
            f"The audit cannot be written: {reason(error)}.", "Nothing is exported without it. Try it again."
        ) from error
    finally:
        engine.dispose()


def _file(url: str) -> Path:
    file = file_of(url)
    if file is None or not file.exists():
        raise StorageError(f"There is no database at {url}.", "Name it with --database or HELPDESK_DATABASE.")
    if pending_migrations(url):
        raise StorageError("The database is of an older version.", "Start helpdesk serve once.")
    return file


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)


def _conditions(wish: Wish) -> Iterator[ColumnElement[bool]]:
    if wish.number:
        yield cases.c.number == wish.number
    if wish.since is not None:
        yield cases.c.opened >= micros(wish.since)
    if wish.until is not None:
        yield cases.c.opened < micros(wish.until)
