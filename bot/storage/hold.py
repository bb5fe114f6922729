"""Who has the database: a lock beside its file, which the system takes back when a process dies.

Not on the file itself: closing it would end SQLite's own locks (sqlite.org/howtocorrupt.html, 2.2), and a
restore puts another file in its place.
"""

import fcntl
import os
from pathlib import Path
from typing import Self

from bot.errors import StorageError

SUFFIX = "-lock"


class Hold:
    """A hold on a database file until `release`; None as the file, for a database in memory, holds nothing.

    Any number of processes share the hold; `alone` is for one that lets nobody else have it.
    Raises StorageError when others are in the way, OSError when there can be no lock file.
    """

    def __init__(self, file: Path | None, *, alone: bool = False) -> None:
        self._lock = -1
        if file is None:
            return
        lock = os.open(f"{file}{SUFFIX}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            raise _in_the_way(file, alone) from error
        self._lock = lock

    def release(self) -> None:
        """Let others have it; twice is harmless."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _in_the_way(file: Path, alone: bool) -> StorageError:
    if alone:
        return StorageError(f"A bot is running with the database {file}.", "Stop it first.")
    return StorageError(f"The database {file} is being restored.", "Start again when that is done.")
