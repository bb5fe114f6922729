"""A help desk for each test, in both modes."""

import io
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.logs import write_logs
from bot.practice import PracticeSettings, PracticeSlack
from tests.e2e.line import Line


@pytest.fixture
def logs() -> Iterator[io.StringIO]:
    """Everything that is logged, from the lowest level on; the loggers are put back afterwards."""
    root, ours, stream = logging.getLogger(), logging.getLogger("bot"), io.StringIO()
    before = (root.handlers, root.level, ours.level)
    write_logs("INFO", stream)
    yield stream
    root.handlers, root.level, ours.level = before


async def opened(mode: str, logs: io.StringIO, folder: Path) -> AsyncIterator[Line]:
    """A practice Slack with a help desk at it, until the test is over."""
    settings = PracticeSettings(socket_mode=mode == "socket", retry_scale=0.002)
    async with PracticeSlack(settings) as slack:
        line = Line(slack, mode, folder / "helpdesk.db", logs)
        await line.start()
        yield line
        await line.bot.stop()


@pytest.fixture(params=["socket", "http"])
async def line(request: pytest.FixtureRequest, logs: io.StringIO, tmp_path: Path) -> AsyncIterator[Line]:
    """The help desk in Socket Mode and over HTTP."""
    async for one in opened(request.param, logs, tmp_path):
        yield one


@pytest.fixture
async def http_line(logs: io.StringIO, tmp_path: Path) -> AsyncIterator[Line]:
    """The help desk over HTTP."""
    async for one in opened("http", logs, tmp_path):
        yield one


@pytest.fixture
async def socket_line(logs: io.StringIO, tmp_path: Path) -> AsyncIterator[Line]:
    """The help desk in Socket Mode."""
    async for one in opened("socket", logs, tmp_path):
        yield one
