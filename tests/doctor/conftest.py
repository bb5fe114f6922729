"""A healthy set-up for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.doctor.court_setup import SetUp, practice_slack


@pytest.fixture
async def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SetUp]:
    """Nothing is wrong with it."""
    async with practice_slack() as slack:
        yield SetUp(slack, tmp_path, monkeypatch)
