"""What cannot be looked at is told, and never taken for a database that is yet to be made."""

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
