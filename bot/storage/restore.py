"""Putting a backup in the place of the database, such that nothing is said twice afterwards.

A backup does not know what happened after it. What waited to be sent may have been sent since, so each such
row is marked as tried: the bot looks for its key in Slack before it sends it. Numbers of cases may have been
given since, and their cards still hang in the staff channel; so that no new case takes one, a gap is left.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, bindparam, case, text, update
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StorageError
from bot.storage.backup import PATIENCE, check_whole, flush
from bot.storage.cases import FIRST
from bot.storage.connect import JOURNALS, OWNER_ALONE, engine_at, file_of, reason
from bot.storage.hold import Hold
from bot.storage.migrate import missing, upgrade
from bot.storage.tables import counters, outbox
from bot.storage.times import micros

GAP = 1000
"""How many numbers of cases are left out: more than a court gives between two backups."""

_DOUBT = (
    update(outbox)
    .where(outbox.c.settled.is_(None))
    .values(tries=case((outbox.c.tries > 0, outbox.c.tries), else_=1), claimed=bindparam("now"), leased=None)
)
_LEAVE_A_GAP = update(counters).where(counters.c.name == "case").values(value=counters.c.value + GAP)
_BEGIN_AFTER_A_GAP = text(
    "INSERT INTO counters (court, name, value)"
    " SELECT DISTINCT court, 'case', :value FROM flow_versions WHERE true"
    " ON CONFLICT (court, name) DO NOTHING"
)
"""For a court that has been served and had no case yet, when the backup was made."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the database of before lies (None: there was none).

    `unsure` is how many messages the bot will look for in Slack before it sends them.
    """

    before: Path | None
    unsure: int


def restore(url: str, backup: Path, now: datetime) -> Restored:
    """Put this backup in the place of the database at this address, brought up to date.

    The database of before is kept beside it, with its journal. Until both have their new names nothing has
    changed; then one renaming puts the backup in its place.
    Raises StorageError while a bot is running, and for a backup that is not whole, is of a newer version or
    of another program; SettingsError for an address that is not SQLite's.
    """
    file = file_of(url)
    if file is None:
        raise StorageError(f"{url} names no file.", "Name it with --database or HELPDESK_DATABASE.")
    try:
        with Hold(file, alone=True), _prepared(file, backup, now) as (fresh, unsure):
            before = _set_aside(file, now)
            fresh.replace(file)
            flush(file.parent)
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise StorageError(
            f"{backup} cannot be put in the place of {file}: {reason(error)}.",
            "Name a backup, and a database in a folder that may be written.",
        ) from error
    return Restored(before, unsure)


@contextmanager
def _prepared(file: Path, backup: Path, now: datetime) -> Iterator[tuple[Path, int]]:
    """A copy of the backup, in a folder beside the database, that may take its place."""
    if any(Path(f"{backup}{journal}").exists() for journal in JOURNALS):
        raise StorageError(f"{backup} is a database in use, not a backup.", "Run: helpdesk backup FILE")
    if backup.exists() and not backup.is_file():
        raise StorageError(f"{backup} is no file.", "Name what `helpdesk backup` has made.")
    with TemporaryDirectory(prefix=".restore-", dir=file.parent) as folder:
        fresh = Path(folder) / backup.name
        shutil.copyfile(backup, fresh)
        fresh.chmod(OWNER_ALONE)
        check_whole(fresh)
        unsure = _brought_up_to_date(fresh, now)
        flush(fresh)
        yield fresh, unsure


def _brought_up_to_date(fresh: Path, now: datetime) -> int:
    engine = engine_at(URL.create("sqlite", database=str(fresh)), PATIENCE)
    try:
        with engine.begin() as connection:
            if _is_strange(connection):
                raise StorageError(f"{fresh.name} is no backup of this program.", "Run: helpdesk backup FILE")
            upgrade(connection)
            connection.execute(_LEAVE_A_GAP)
            connection.execute(_BEGIN_AFTER_A_GAP, {"value": FIRST + GAP})
            return connection.execute(_DOUBT, {"now": micros(now)}).rowcount
    finally:
        engine.dispose()


def _is_strange(connection: Connection) -> bool:
    """Whether no version of this program has ever made tables here."""
    return missing(connection) == missing(None)


def _set_aside(file: Path, now: datetime) -> Path | None:
    """Give the database of before a second name, and its journal; never opened, for it may be damaged.

    The journal goes first: read with another database it would ruin it.
    """
    if not file.exists():
        return None
    before = Path(f"{file}.before-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    before.hardlink_to(file)
    for journal in JOURNALS:
        if (beside := Path(f"{file}{journal}")).exists():
            beside.rename(f"{before}{journal}")
    return before
