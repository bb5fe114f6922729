"""`helpdesk serve` as a program of its own, started and stopped as a guide says."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from signal import Signals

from tests.e2e.waiting import until
from tests.guides.reader import HELPDESK, Reader

PATIENCE = 60.0
"""Seconds for a start, on a machine that is busy."""


class Serving:
    """A bot that runs; `log` is what it has written so far."""

    def __init__(self, reader: Reader, process: asyncio.subprocess.Process) -> None:
        self._path = reader.folder / "log"
        self.process = process

    @property
    def log(self) -> str:
        return self._path.read_text(encoding="utf-8")

    async def stop(self, signal: Signals) -> None:
        """Ask it to stop, and see that it does as the guide says."""
        self.process.send_signal(signal)
        assert await asyncio.wait_for(self.process.wait(), PATIENCE) == 0, self.log
        assert '"event": "stopped"' in self.log


@asynccontextmanager
async def serving(reader: Reader) -> AsyncIterator[Serving]:
    """A bot that has said `ready`. It is ended in any case."""
    with (reader.folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            HELPDESK, "serve", cwd=reader.folder, env=reader.surroundings(), stderr=log
        )
    bot = Serving(reader, process)
    try:
        await until(
            lambda: '"event": "ready"' in bot.log or process.returncode is not None, "ready", PATIENCE
        )
        assert process.returncode is None, bot.log
        yield bot
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
