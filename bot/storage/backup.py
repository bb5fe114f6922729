"""A copy of the database in one file, made while the bot runs."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import StorageError
from bot.storage.connect import OWNER_ALONE, file_of, reason

PATIENCE = 30.0
"""Seconds a backup waits for the database; nobody waits for the backup."""


def back_up(url: str, target: Path) -> int:
    """Copy the database at this address to a new file, whole and as of one moment; its size in bytes.

    The file appears under its name only when it is complete and found whole. Raises StorageError when there
    is no database, when the target is there already, and when the copy cannot be made; SettingsError for an
    address that is not SQLite's.
    """
    file = file_of(url)
    try:
        if file is None or not file.is_file():
            raise StorageError(
                f"There is no database at {url}.", "Name it with --database or HELPDESK_DATABASE."
            )
        if target.exists():
            raise _is_there(target)
        with TemporaryDirectory(prefix=".backup-", dir=target.parent) as folder:
            copy = Path(folder) / target.name
            _copy(file, copy)
            check_whole(copy)
            copy.chmod(OWNER_ALONE)
            flush(copy)
            target.hardlink_to(copy)
        flush(target.parent)
    except FileExistsError as error:
        raise _is_there(target) from error
    except (sqlite3.Error, OSError) as error:
        raise StorageError(
            f"{file} cannot be copied to {target}: {reason(error)}.",
            "Name a file in a folder that is there, may be written and has room.",
        ) from error
    return target.stat().st_size


def check_whole(file: Path) -> None:
    """Read all of an SQLite file. Raises StorageError when something in it is broken."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        found, orphan = str(error), None
    if found != "ok" or orphan:
        what = found if found != "ok" else "a row belongs to none"
        raise StorageError(f"{file.name} is not whole: {what}.", "Take another copy.")


def flush(path: Path) -> None:
    """Make sure that a file, or the names in a folder, would survive a loss of power."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _copy(file: Path, copy: Path) -> None:
    """See sqlite.org/lang_vacuum.html, "VACUUM INTO": one moment's state, without what was erased."""
    read_only = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(read_only, uri=True, timeout=PATIENCE, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def _is_there(target: Path) -> StorageError:
    return StorageError(f"{target} is there already.", "Name a new file: a backup is never overwritten.")
