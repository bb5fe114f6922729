"""`helpdesk backup` and `helpdesk restore` at a terminal: which database, which file, and what is said."""

import asyncio
from pathlib import Path

import pytest

from bot.service.ports import Unit
from bot.storage.database import open_store
from tests.cli.terminal import helpdesk
from tests.contracts.examples import NOON, conversation, to_filer


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with one conversation and one message that waits, named by the environment alone."""
    file = tmp_path / "bot.db"
    monkeypatch.setenv("HELPDESK_DATABASE", f"sqlite:///{file}")
    monkeypatch.chdir(tmp_path)

    def some(unit: Unit) -> None:
        unit.save(conversation(), NOON)
        unit.enqueue(to_filer("one"))

    async def used() -> None:
        store = open_store(f"sqlite:///{file}", "moeb")
        await store.run(some)
        await store.close()

    asyncio.run(used())
    return file


def test_a_backup_comes_back(database: Path, tmp_path: Path) -> None:
    made = helpdesk("backup", tmp_path / "copy.db")
    assert (made.status, made.err) == (0, "")
    assert made.out == f"{tmp_path}/copy.db: {(tmp_path / 'copy.db').stat().st_size:,} bytes, checked.\n"
    database.write_text("ruined")
    put_back = helpdesk("restore", tmp_path / "copy.db")
    assert put_back.status == 0, put_back.err
    first, before, unsure = put_back.out.splitlines()
    assert first == f"{tmp_path}/copy.db is now the database sqlite:///{database}."
    assert f"{database}.before-" in before
    assert unsure == "Messages to look for in Slack before they are sent: 1."
    assert database.read_bytes().startswith(b"SQLite format 3")


def test_in_a_folder_a_backup_is_named_by_the_time(database: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    assert helpdesk("backup", tmp_path / "backups").status == 0
    (made,) = (tmp_path / "backups").iterdir()
    assert made.match("helpdesk-20*T*Z.db")
    assert database.exists()


@pytest.mark.usefixtures("database")
def test_a_file_that_is_there_is_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("yesterday's")
    ran = helpdesk("backup", tmp_path / "copy.db")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        f"helpdesk: {tmp_path}/copy.db is there already. Name a new file: a backup is never overwritten.\n"
    )


def test_the_database_may_be_named_and_the_file_env_counts_too(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HELPDESK_DATABASE")
    assert "no database at sqlite:///helpdesk.db" in helpdesk("backup", "copy.db").err
    assert helpdesk("backup", "named.db", "--database", f"sqlite:///{database}").status == 0
    (tmp_path / ".env").write_text(f"HELPDESK_DATABASE=sqlite:///{database}\nHELPDESK_MODE=wrong\n")
    assert helpdesk("backup", "from_env.db").status == 0


def test_an_address_that_makes_no_sense_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_DATABASE", str(database))
    ran = helpdesk("backup", "copy.db")
    assert (ran.status, ran.out) == (2, "")
    assert "HELPDESK_DATABASE makes no sense. Write an address such as sqlite:///helpdesk.db." in ran.err


@pytest.mark.usefixtures("database")
def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear court, " * 999)
    ran = helpdesk("restore", tmp_path / "letter.db")
    assert (ran.status, ran.out) == (2, "")
    assert "letter.db is not whole" in ran.err


def test_a_restore_to_no_database_is_said_without_one_of_before(tmp_path: Path, database: Path) -> None:
    helpdesk("backup", tmp_path / "copy.db")
    ran = helpdesk("restore", tmp_path / "copy.db", "--database", f"sqlite:///{tmp_path / 'fresh.db'}")
    assert ran.status == 0
    assert "of before" not in ran.out
    assert database.exists()
