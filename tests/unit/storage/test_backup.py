"""A backup is one whole file of one moment, readable by its owner alone, and never put over another."""

import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage import backup
from bot.storage.backup import back_up, check_whole
from bot.storage.database import SqliteStore, open_store
from tests.contracts.examples import to_filer


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A store in use, with two rows of which the second stands in the journal alone."""
    opened = open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")
    for key in ("one", "two"):
        await opened.run(lambda unit, key=key: unit.enqueue(to_filer(key)))  # type: ignore[misc]
    yield opened
    await opened.close()


def keys(file: Path) -> list[str]:
    """The keys of the outbox in a file."""
    with closing(sqlite3.connect(file)) as connection:
        return [key for (key,) in connection.execute("SELECT key FROM outbox ORDER BY id")]


def names(folder: Path, without: str) -> set[str]:
    """What lies in a folder, hidden files too, but for what begins so."""
    return {one.name for one in folder.iterdir() if not one.name.startswith(without)}


async def test_it_holds_all_that_was_committed_while_the_bot_runs_on(
    running: SqliteStore, tmp_path: Path
) -> None:
    target = tmp_path / "backup.db"
    size = back_up(f"sqlite:///{tmp_path / 'bot.db'}", target)
    await running.run(lambda unit: unit.enqueue(to_filer("three")))
    assert keys(target) == ["one", "two"]
    assert size == target.stat().st_size > 0
    assert target.stat().st_mode & 0o777 == 0o600
    assert {"backup.db", "bot.db"} == names(tmp_path, without="bot.db-"), "it is one file and leaves no other"


@pytest.mark.usefixtures("running")
async def test_it_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    target.write_text("yesterday's")
    with pytest.raises(StorageError, match="is there already"):
        back_up(f"sqlite:///{tmp_path / 'bot.db'}", target)
    assert target.read_text() == "yesterday's"


@pytest.mark.usefixtures("running")
async def test_a_file_that_appears_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "backup.db"
    monkeypatch.setattr("bot.storage.backup.check_whole", lambda _: target.write_text("somebody's"))
    with pytest.raises(StorageError, match="is there already"):
        back_up(f"sqlite:///{tmp_path / 'bot.db'}", target)
    assert target.read_text() == "somebody's"


@pytest.mark.usefixtures("running")
async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="No such file or directory"):
        back_up(f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "nowhere" / "backup.db")


def test_without_a_database_there_is_no_backup_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no database"):
        back_up(f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "backup.db")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("running")
async def test_a_broken_copy_is_found_and_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(file: Path, copy: Path) -> None:
        as_it_is(file, copy)
        copy.write_bytes(copy.read_bytes()[:9000])

    as_it_is = backup._copy
    monkeypatch.setattr("bot.storage.backup._copy", broken)
    with pytest.raises(StorageError, match="is not whole"):
        back_up(f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "backup.db")
    assert not (tmp_path / "backup.db").exists()


def test_a_pipe_in_the_place_of_the_database_is_none_and_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bot.db")
    with pytest.raises(StorageError, match="There is no database"):
        back_up(f"sqlite:///{tmp_path}/bot.db", tmp_path / "copy.db")


def test_a_row_that_belongs_to_none_is_found(tmp_path: Path) -> None:
    file = tmp_path / "orphan.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE child (parent REFERENCES parent)")
        connection.execute("INSERT INTO child VALUES (7)")
    with pytest.raises(StorageError, match="a row belongs to none"):
        check_whole(file)
