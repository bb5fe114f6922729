"""What is particular to SQLite: one writer, durable commits, a limit on waiting."""

import asyncio
import os
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import SettingsError, StorageError
from bot.service.ports import Unit
from bot.storage import database
from bot.storage.database import SqliteStore, open_store, pending_migrations
from tests.contracts.examples import NOON, conversation, to_filer


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")
    yield opened
    await opened.close()


async def test_a_database_locked_by_another_program_is_an_error_and_nothing_is_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    store = open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")
    other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    attempts = [store.run(lambda unit: unit.first_sight(("Ev1",), NOON)) for _ in range(3)]
    results = await asyncio.gather(*attempts, return_exceptions=True)
    assert {type(result) for result in results} == {StorageError}
    other.execute("ROLLBACK")
    other.close()
    assert await store.run(lambda unit: unit.first_sight(("Ev1",), NOON))
    await store.close()


def test_a_unit_of_work_waits_two_seconds_at_most() -> None:
    assert database.PATIENCE <= 2


async def test_commits_are_durable_and_readers_do_not_block(store: SqliteStore) -> None:
    def pragmas(unit: Unit) -> tuple[object, ...]:
        connection = getattr(unit, "connection")  # noqa: B009 - the port knows no connection
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return tuple(connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names)

    full, on = 2, 1
    assert await store.run(pragmas) == ("wal", full, on, on)


@pytest.fixture
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    return {file.name: oct(file.stat().st_mode & 0o777) for file in folder.iterdir()}


@pytest.mark.usefixtures("usual_umask")
async def test_what_filers_told_can_be_read_by_the_owner_alone(store: SqliteStore, tmp_path: Path) -> None:
    await store.run(lambda unit: unit.save(conversation(), NOON))
    assert modes(tmp_path) == dict.fromkeys(("bot.db", "bot.db-wal", "bot.db-shm", "bot.db-lock"), "0o600")


async def test_a_database_that_is_there_keeps_the_mode_it_was_given(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    file.touch()
    file.chmod(0o640)
    await open_store(f"sqlite:///{file}", "moeb").close()
    assert modes(tmp_path)["bot.db"] == "0o640"


async def test_work_that_has_begun_is_finished_though_its_caller_is_cancelled(store: SqliteStore) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(unit: Unit) -> None:
        unit.save(conversation(), NOON)
        begun.set()
        go_on.wait()
        unit.enqueue(to_filer("turn:Ev1"))

    running = asyncio.create_task(store.run(slow))
    await asyncio.to_thread(begun.wait)
    never = asyncio.create_task(store.run(lambda unit: unit.first_sight(("Ev2",), NOON)))
    await asyncio.sleep(0)
    for task in (running, never):
        task.cancel()
    await asyncio.gather(running, never, return_exceptions=True)
    go_on.set()
    assert await store.run(lambda unit: unit.conversation("U1.own")) is not None
    assert await store.run(lambda unit: unit.backlog(NOON)) == (1, 0.0)
    assert await store.run(lambda unit: unit.first_sight(("Ev2",), NOON)), "it had not begun"


async def test_a_row_that_cannot_be_read_is_buried_and_the_next_goes(
    store: SqliteStore,
) -> None:
    def spoil(unit: Unit) -> None:
        for key in ("old", "new"):
            unit.enqueue(to_filer(key))
        spoiled = "UPDATE outbox SET content = '{\"reply\": \"marker\"}' WHERE key = 'old'"
        getattr(unit, "connection").exec_driver_sql(spoiled)  # noqa: B009

    await store.run(spoil)
    assert await store.run(lambda unit: unit.claim(NOON, 60, 9)) == []
    (row,) = await store.run(lambda unit: unit.claim(NOON, 60, 9))
    assert row.key == "new"
    (letter,) = await store.run(lambda unit: unit.dead_letters())
    assert (letter.key, letter.error) == ("old", "unreadable")


async def test_two_courts_in_one_file_do_not_see_each_other(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'bot.db'}"
    first, second = open_store(address, "moeb"), open_store(address, "nvd")
    await first.run(lambda unit: unit.save(conversation(), NOON))
    await first.run(lambda unit: unit.enqueue(to_filer("turn:Ev1")))
    assert await first.run(lambda unit: unit.first_sight(("Ev1",), NOON))
    assert await second.run(lambda unit: unit.conversation("U1.own")) is None
    assert await second.run(lambda unit: unit.claim(NOON, 60, 9)) == []
    assert await second.run(lambda unit: unit.first_sight(("Ev1",), NOON))
    await first.close()
    await second.close()


async def test_a_closed_store_refuses_work(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")
    await store.close()
    with pytest.raises(StorageError):
        await store.run(lambda unit: unit.backlog(NOON))


async def test_an_error_of_the_database_is_ours_and_keeps_its_cause(store: SqliteStore) -> None:
    def broken(unit: Unit) -> None:
        getattr(unit, "connection").exec_driver_sql("SELECT * FROM nothing")  # noqa: B009

    with pytest.raises(StorageError) as caught:
        await store.run(broken)
    assert "nothing" in str(caught.value.__cause__)


async def test_an_error_of_the_database_carries_no_word_of_what_was_to_be_kept(store: SqliteStore) -> None:
    spoken = replace(conversation(), recent=("marker",), purpose=None)  # type: ignore[arg-type]
    with pytest.raises(StorageError) as caught:
        await store.run(lambda unit: unit.save(spoken, NOON))
    assert "NOT NULL" in str(caught.value.__cause__)
    assert "marker" not in str(caught.value.__cause__)


async def test_a_sent_row_keeps_neither_its_words_nor_its_address(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")
    row = to_filer("marker words")
    await store.run(lambda unit: unit.enqueue(row))
    (claimed,) = await store.run(lambda unit: unit.claim(NOON, 60, 9))
    await store.run(lambda unit: unit.sent(claimed, "1.1", NOON))
    await store.close()
    with sqlite3.connect(tmp_path / "bot.db") as file:
        assert file.execute("SELECT content, response_url FROM outbox").fetchone() == ("", "")
    file.close()
    assert not (tmp_path / "bot.db-wal").exists()


@pytest.mark.parametrize("open_", [lambda url: open_store(url, "moeb"), pending_migrations])
@pytest.mark.parametrize("url", ["postgresql://localhost/bot", "not an address"])
def test_an_address_of_another_kind_is_refused_with_advice(url: str, open_: Callable[[str], object]) -> None:
    with pytest.raises(SettingsError) as caught:
        open_(url)
    assert "sqlite:///" in caught.value.advice


def test_a_folder_that_is_not_there_is_an_error_with_advice(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'no folder' / 'bot.db'}"
    with pytest.raises(StorageError) as caught:
        open_store(url, "moeb")
    assert caught.value.message == f"The database {url} cannot be opened: No such file or directory."
    assert caught.value.advice


def test_a_file_that_is_no_database_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("a letter, not a database, and longer than the head of one" * 9)
    with pytest.raises(StorageError, match="file is not a database"):
        open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")


@pytest.mark.parametrize(
    "address",
    [
        "sqlite:///bot.db?timeout=marker",
        "sqlite:///file:bot.db?mode=ro&uri=true",
        "sqlite://somebody:marker@host/bot.db",
        "sqlite+aiosqlite:///bot.db",
    ],
)
def test_an_address_with_more_in_it_than_a_file_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(SettingsError, match="more in it than the name of a file") as caught:
        open_store(address, "moeb")
    assert "marker" not in str(caught.value)
