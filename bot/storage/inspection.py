"""Looks at the database of a set-up without changing it: what is there, what it lacks, and where it lies."""

import os
import shutil
import sqlite3
import stat
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.errors import StorageError
from bot.storage.connect import JOURNALS, file_of, reason
from bot.storage.migrate import missing

MOUNTS = Path("/proc/self/mounts")
PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Content:
    """What an SQLite file tells of itself.

    `pending` are the migrations it has not had; `has_log`: it has a write-ahead log. `error`: a newer program
    has made it, or it is no database. `flaw` is what SQLite's own check found; `locked`: another program
    holds it.
    """

    pending: tuple[str, ...] = ()
    has_log: bool = True
    flaw: str = ""
    error: StorageError | None = None
    locked: bool = False


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """Where a database lies, and what is in it; `file` is None for one in memory. `free` is in bytes.

    `is_public`: everybody on this machine may read the file or one of its journals.
    """

    file: Path | None = None
    has_folder: bool = True
    folder_refuses: str = ""
    exists: bool = False
    is_writable: bool = True
    is_public: bool = False
    free: int | None = None
    file_system: str = ""
    content: Content = field(default_factory=Content)


def inspect(url: str, *, thorough: bool) -> DatabaseFacts:
    """The facts of the database at this address; `thorough` reads all of it to check that it is whole.

    Raises SettingsError for an address that is not of SQLite.
    """
    file = file_of(url)
    if file is None:
        return DatabaseFacts()
    try:
        return _facts(file, thorough)
    except OSError as error:
        return DatabaseFacts(file, folder_refuses=reason(error))


def _facts(file: Path, thorough: bool) -> DatabaseFacts:
    folder = file.absolute().parent
    if not folder.is_dir():
        return DatabaseFacts(file, has_folder=False)
    exists = file.is_symlink() or file.exists()
    return DatabaseFacts(
        file,
        folder_refuses=_refusal(folder),
        exists=exists,
        is_writable=not exists or os.access(file, os.W_OK),
        is_public=any(_is_public(Path(f"{file}{part}")) for part in ("", *JOURNALS)),
        free=shutil.disk_usage(folder).free,
        file_system=file_system_of(folder.resolve(), _mounts()),
        content=_content(file, thorough) if exists else Content(missing(None)),
    )


def file_system_of(folder: Path, mounts: str) -> str:
    """The kind of file system that a folder lies on, such as `ext4`, by the lines of /proc/self/mounts."""
    rows = [line.split() for line in mounts.splitlines()]
    found = [
        (len(row[1]), place, row[2])
        for place, row in enumerate(rows)
        if len(row) > 2 and folder.is_relative_to(row[1].replace("\\040", " "))
    ]
    return max(found)[2] if found else ""


def _is_public(file: Path) -> bool:
    try:
        return bool(file.stat().st_mode & stat.S_IROTH)
    except FileNotFoundError:
        return False


def _mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _refusal(folder: Path) -> str:
    """Why no file can be made in a folder; empty when one could, which is taken away again."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".helpdesk-doctor-"):
            return ""
    except OSError as error:
        return reason(error)


def _content(file: Path, thorough: bool) -> Content:
    """What is in a file; it is opened to be read only. A device or a pipe is not: it might never end."""
    if not (file.is_file() or file.is_dir()):
        return Content(error=StorageError(f"{file} is no file.", "Name a file on a disk of this machine."))
    try:
        engine = create_engine("sqlite://", creator=lambda: _opened(file), poolclass=NullPool)
        with engine.connect() as connection:
            pending = missing(connection)
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() if thorough else "ok"
    except StorageError as error:
        return Content(error=error)
    except (SQLAlchemyError, sqlite3.Error) as error:
        why = reason(error)
        wrong = StorageError(f"The database cannot be read: {why}.", "Is it an SQLite file? Restore a copy.")
        return Content(error=wrong, locked="locked" in why)
    return Content(pending, _has_log(file), "" if found == "ok" else str(found))


def _has_log(file: Path) -> bool:
    """Whether the file says that it has a write-ahead log (sqlite.org/fileformat.html, bytes 18 and 19)."""
    with file.open("rb") as content:
        return content.read(20)[18:] == b"\x02\x02"


def _opened(file: Path) -> sqlite3.Connection:
    """The file, read only. Without a log beside it nobody has it open, and SQLite need not make one.

    See sqlite.org/wal.html, "Read-Only Databases".
    """
    alone = not file.with_name(file.name + "-wal").exists()
    address = file.absolute().as_uri() + ("?mode=ro&immutable=1" if alone else "?mode=ro")
    return sqlite3.connect(address, uri=True, timeout=PATIENCE)
