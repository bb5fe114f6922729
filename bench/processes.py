"""The programs under measurement, as processes of their own: the practice Slack, the bot, a bare Bolt app."""

import asyncio
import json
import os
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import ClientError, ClientSession, ClientTimeout

READY_SECONDS = 30.0
LOOK_SECONDS = 0.02


class ProgramEnded(RuntimeError):
    """A program under measurement ended or never got ready; the text has the end of its log."""


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Program:
    """A Python program that serves HTTP on 127.0.0.1; it may be started and killed many times.

    `arguments` are Python's, `ready_url` answers (whatever it says) once the program is ready, `starts` are
    the seconds that each start took until then.
    """

    arguments: tuple[str, ...]
    environment: dict[str, str]
    ready_url: str
    log: Path
    process: asyncio.subprocess.Process | None = None
    starts: list[float] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.kill()

    async def start(self) -> None:
        """Start it and wait until it is ready. Raises ProgramEnded."""
        began = time.monotonic()
        with self.log.open("ab") as output:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self.arguments,
                env={**os.environ, **self.environment},
                stdout=output,
                stderr=output,
            )
        await self._ready(began + READY_SECONDS)
        self.starts.append(time.monotonic() - began)

    async def kill(self) -> None:
        """SIGKILL: nothing of it may tidy up."""
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            await self.process.wait()

    @property
    def memory(self) -> float:
        """Resident megabytes."""
        return resident(self._pid)

    @property
    def processor_seconds(self) -> float:
        """Processor time used so far, user's and system's, all threads."""
        fields = Path(f"/proc/{self._pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def _pid(self) -> int:
        assert self.process is not None, "it has not been started"
        return self.process.pid

    async def _ready(self, deadline: float) -> None:
        assert self.process is not None
        async with ClientSession(timeout=ClientTimeout(total=2)) as asking:
            while self.process.returncode is None and time.monotonic() < deadline:
                if await _answers(asking, self.ready_url):
                    return
                await asyncio.sleep(LOOK_SECONDS)
        await self.kill()
        end = "\n".join(self.log.read_text("utf-8", errors="replace").splitlines()[-20:])
        raise ProgramEnded(f"{' '.join(self.arguments)} did not get ready:\n{end}")


def resident(pid: int) -> float:
    """The resident memory of a process in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


async def _answers(asking: ClientSession, url: str) -> bool:
    try:
        async with asking.get(url):
            return True
    except (ClientError, TimeoutError):
        return False


@dataclass
class Practice:
    """The practice Slack's process and what it said when it was ready; it is never killed while measuring."""

    process: asyncio.subprocess.Process
    url: str
    api_url: str
    control_url: str
    bot_token: str
    app_token: str
    signing_secret: str

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.returncode is None:
            self.process.terminate()
        await self.process.wait()


async def start_practice(*options: str) -> Practice:
    """Start `python -m bot.practice` and wait for its line."""
    arguments = ("-m", "bot.practice", "--port", "0", "--json", *options)
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), READY_SECONDS)
    if not line:
        raise ProgramEnded("the practice Slack did not start")
    return Practice(process, **json.loads(line))
