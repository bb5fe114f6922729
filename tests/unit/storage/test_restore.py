"""A restore puts a whole backup in the place of the database, and leaves the old one beside it."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.errors import StorageError
from bot.service.ports import Unit
from bot.storage.backup import back_up
from bot.storage.database import open_store
from bot.storage.restore import GAP, restore
from tests.contracts.examples import NOON, after, to_filer

Result = TypeVar("Result")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot.db"


@pytest.fixture
def backup(tmp_path: Path, file: Path) -> Path:
    """A backup with one row that waits; in the database the row is sent since, and there is another."""
    target = tmp_path / "backup.db"
    use(file, lambda unit: unit.enqueue(to_filer("kept")))
    assert use(file, lambda unit: unit.case_number()) == "NG-1001"
    back_up(f"sqlite:///{file}", target)
    (row,) = use(file, lambda unit: unit.claim(NOON, 60, 9))
    use(file, lambda unit: unit.sent(row, "1.1", NOON))
    use(file, lambda unit: unit.enqueue(to_filer("lost")))
    return target


def use(file: Path, work: Callable[[Unit], Result]) -> Result:
    """One unit of work on a database that is opened for it."""

    async def used() -> Result:
        store = open_store(f"sqlite:///{file}", "moeb")
        try:
            return await store.run(work)
        finally:
            await store.close()

    return asyncio.run(used())


def keys(file: Path) -> list[str]:
    """The keys of the outbox in a file."""
    with closing(sqlite3.connect(file)) as connection:
        return [key for (key,) in connection.execute("SELECT key FROM outbox ORDER BY id")]


def put_back(file: Path, backup: Path) -> Path:
    """Restore at noon; where the database of before is."""
    before = restore(f"sqlite:///{file}", backup, NOON).before
    assert before is not None
    return before


def test_the_backup_is_the_database_and_the_one_before_lies_beside_it(file: Path, backup: Path) -> None:
    before = put_back(file, backup)
    assert keys(file) == ["kept"]
    assert before.name == "bot.db.before-20260302T180000Z"
    assert keys(before) == ["kept", "lost"]
    assert file.stat().st_mode & 0o777 == 0o600
    assert keys(backup) == ["kept"], "the backup can be used again"
    assert not list(file.parent.glob(".restore-*"))


def test_what_waited_is_marked_as_tried_so_that_it_is_looked_up_before_it_is_sent(
    file: Path, backup: Path
) -> None:
    assert restore(f"sqlite:///{file}", backup, after(100)).unsure == 1
    (row,) = use(file, lambda unit: unit.claim(after(100), 60, 9))
    assert (row.key, row.tries, row.claimed) == ("kept", 1, after(100))


def test_a_row_tried_before_the_backup_keeps_its_count(file: Path, tmp_path: Path) -> None:
    use(file, lambda unit: unit.enqueue(to_filer("tried")))
    for _ in range(2):
        (row,) = use(file, lambda unit: unit.claim(after(99), 60, 9))
        use(file, lambda unit, row=row: unit.unsure(row, NOON, NOON))  # type: ignore[misc]
    back_up(f"sqlite:///{file}", tmp_path / "backup.db")
    restore(f"sqlite:///{file}", tmp_path / "backup.db", after(100))
    (row,) = use(file, lambda unit: unit.claim(after(100), 60, 9))
    assert row.tries == 2


def test_no_number_of_a_case_is_given_twice(file: Path, backup: Path) -> None:
    given_since = use(file, lambda unit: unit.case_number())
    put_back(file, backup)
    assert use(file, lambda unit: unit.case_number()) == f"NG-{1001 + GAP + 1}" != given_since


def test_a_court_without_a_case_in_its_backup_leaves_a_gap_too(file: Path, tmp_path: Path) -> None:
    use(file, lambda unit: unit.keep_flow("f1", "nextgen", "{}"))
    back_up(f"sqlite:///{file}", tmp_path / "early.db")
    given_since = use(file, lambda unit: unit.case_number())
    put_back(file, tmp_path / "early.db")
    assert use(file, lambda unit: unit.case_number()) == f"NG-{1001 + GAP + 1}" != given_since


def test_a_bot_that_runs_is_in_the_way_and_nothing_changes(file: Path, backup: Path) -> None:
    async def while_running() -> None:
        store = open_store(f"sqlite:///{file}", "moeb")
        with pytest.raises(StorageError, match=r"A bot is running .* Stop it first\."):
            restore(f"sqlite:///{file}", backup, NOON)
        await store.close()

    asyncio.run(while_running())
    assert keys(file) == ["kept", "lost"]


def test_a_bot_does_not_start_while_the_database_is_being_restored(
    file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start_meanwhile(_: Path) -> None:
        with pytest.raises(StorageError, match="is being restored"):
            open_store(f"sqlite:///{file}", "moeb")

    monkeypatch.setattr("bot.storage.restore.check_whole", start_meanwhile)
    put_back(file, backup)
    assert use(file, lambda unit: unit.backlog(NOON)[0]) == 1


def test_a_database_that_is_damaged_is_replaced_and_kept(file: Path, backup: Path) -> None:
    file.write_bytes(b"ruined" * 999)
    assert put_back(file, backup).read_bytes() == b"ruined" * 999
    assert keys(file) == ["kept"]


def test_a_journal_is_kept_with_its_database_and_never_read_with_another(file: Path, backup: Path) -> None:
    file.write_bytes(b"ruined" * 999)
    Path(f"{file}-wal").write_bytes(b"journal")
    before = put_back(file, backup)
    assert Path(f"{before}-wal").read_bytes() == b"journal"
    assert not Path(f"{file}-wal").exists()


def test_what_a_killed_bot_had_in_its_journal_alone_is_kept_too(file: Path, backup: Path) -> None:
    in_the_journal = sqlite3.connect(file)
    in_the_journal.execute("UPDATE outbox SET key = 'newest' WHERE key = 'lost'")
    in_the_journal.commit()
    before = put_back(file, backup)
    assert keys(before) == ["kept", "newest"]
    in_the_journal.close()
    assert keys(file) == ["kept"]


def test_where_there_is_no_database_the_backup_becomes_one(tmp_path: Path, backup: Path) -> None:
    fresh = tmp_path / "fresh.db"
    assert restore(f"sqlite:///{fresh}", backup, NOON).before is None
    assert keys(fresh) == ["kept"]


def newer(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def cut_short(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:9000])


def of_another_program(backup: Path) -> None:
    backup.unlink()
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("CREATE TABLE letters (text)")


def in_use(backup: Path) -> None:
    Path(f"{backup}-wal").touch()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (newer, "of version 9999"),
        (cut_short, "is not whole"),
        (lambda backup: backup.write_text("the minutes of a meeting" * 99), "is not whole"),
        (of_another_program, "is no backup of this program"),
        (lambda backup: backup.write_bytes(b""), "is no backup of this program"),
        (in_use, "is a database in use"),
        (Path.unlink, "No such file or directory"),
    ],
)
def test_a_backup_that_is_none_is_refused_and_nothing_changes(
    file: Path, backup: Path, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(backup)
    with pytest.raises(StorageError, match=said):
        restore(f"sqlite:///{file}", backup, NOON)
    assert keys(file) == ["kept", "lost"]
    assert not list(file.parent.glob("*.before-*"))


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_is_no_backup_and_is_never_copied(
    make: Callable[[Path], None], file: Path, tmp_path: Path
) -> None:
    make(tmp_path / "none")
    with pytest.raises(StorageError, match="none is no file"):
        restore(f"sqlite:///{file}", tmp_path / "none", NOON)


def test_two_restores_leave_both_databases_of_before(file: Path, backup: Path) -> None:
    first = put_back(file, backup)
    second = restore(f"sqlite:///{file}", backup, NOON + timedelta(seconds=1)).before
    assert second not in (first, None)
    assert first.exists()
