"""The stores that the contract holds: each is opened empty, and closed after the test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.service.ports import Store
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore

KINDS = ("memory", "sqlite")


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    opened: Store = (
        MemoryStore("moeb")
        if request.param == "memory"
        else open_store(f"sqlite:///{tmp_path / 'bot.db'}", "moeb")
    )
    yield opened
    await opened.close()


@pytest.fixture
async def reopened(tmp_path: Path) -> AsyncIterator[Callable[[], Awaitable[Store]]]:
    """A function that closes the store of a file and opens it again, as a new process would."""
    stores: list[Store] = []

    async def again() -> Store:
        if stores:
            await stores[-1].close()
        stores.append(open_store(f"sqlite:///{tmp_path / 'kept.db'}", "moeb"))
        return stores[-1]

    yield again
    await stores[-1].close()
