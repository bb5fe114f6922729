"""What cannot be looked at is told, and never taken for a database that is yet to be made."""

import os
from pathlib import Path
from unittest.mock import Mock

import pytest

from bot.storage.inspection import inspect


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_dir", Mock(side_effect=PermissionError(13, "Permission denied")))
    facts = inspect(f"sqlite:///{tmp_path}/closed/bot.db", thorough=True)
    assert facts.folder_refuses == "Permission denied"


def test_a_folder_in_the_place_of_the_file_is_no_database(tmp_path: Path) -> None:
    facts = inspect(f"sqlite:///{tmp_path}", thorough=True)
    assert facts.exists
    assert facts.content.error is not None
    assert "cannot be read" in facts.content.error.message


def test_a_pipe_in_the_place_of_the_file_is_no_database_and_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bot.db")
    facts = inspect(f"sqlite:///{tmp_path}/bot.db", thorough=True)
    assert facts.content.error is not None
    assert facts.content.error.message == f"{tmp_path}/bot.db is no file."


def test_a_circle_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "bot.db").symlink_to(tmp_path / "bot.db")
    assert inspect(f"sqlite:///{tmp_path}/bot.db", thorough=True).folder_refuses.startswith("Too many levels")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert (
        inspect(f"sqlite:///{tmp_path}/{'a' * 300}.db", thorough=True).folder_refuses == "File name too long"
    )
