"""The memory of `helpdesk serve` and the time until it is ready, beside a bare import of its libraries.

`python -m bench.footprint`. Each `serve` begins once without a database, which it makes, and once with it;
memory is read after some turns of work, when it is greatest.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.desk import desk
from bench.load import closed_loop, open_places, typed
from bench.page import Chapter, Finding, at_most, run_alone
from bench.processes import Practice, start_practice
from bench.scale import Scale
from bench.walk import the_book, typed_walk
from bot.practice.client import ControlClient

MEMORY_LIMIT = 130.0
READY_LIMIT = 3.0
COMMAND = "python -m bench.footprint"
METHOD = """
Medians of {starts} starts that take turns with a Python process that only imports the libraries `serve` uses.
Ready is when it answers over HTTP, counted from the start of the process. Memory is resident memory, read
when it is ready and once more after {turns} turns.
"""
IMPORTS = """
import asyncio, pathlib
import aiohttp, alembic.command, httptools, pydantic, pydantic_settings, rapidfuzz, sqlalchemy, stdnum.us.ssn
import slack_bolt.async_app, slack_bolt.adapter.starlette.async_handler, starlette.applications
import transitions, uvicorn, uvloop, yaml
status = pathlib.Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))
"""


@dataclass(frozen=True)
class Start:
    """One start: seconds until ready without and with a database, megabytes when ready and after work."""

    first: float
    again: float
    ready: float
    worked: float


@dataclass(frozen=True)
class Footprint:
    """All starts, and the bare imports beside them: seconds and megabytes."""

    starts: tuple[Start, ...]
    imports: tuple[tuple[float, float], ...]
    turns: int


def measure(scale: Scale) -> Footprint:
    """Starts and bare imports, in turns."""
    return asyncio.run(_measure(scale))


def chapter(found: Footprint) -> Chapter:
    """The findings, for the report."""
    seconds, megabytes = zip(*found.imports, strict=True)
    first, again, ready, worked = (
        statistics.median(getattr(start, name) for start in found.starts)
        for name in ("first", "again", "ready", "worked")
    )
    return Chapter(
        "Memory, and the time until ready",
        COMMAND,
        METHOD.format(starts=len(found.starts), turns=found.turns),
        (
            at_most("memory after work", worked, MEMORY_LIMIT, "{:.0f} MB"),
            Finding("memory when ready", f"{ready:.0f} MB"),
            Finding("memory of a bare import of the libraries", f"{statistics.median(megabytes):.0f} MB"),
            at_most("time until ready, database made", first, READY_LIMIT, "{:.2f} s"),
            Finding("time until ready, database there", f"{again:.2f} s"),
            Finding("time of a bare import of the libraries", f"{statistics.median(seconds):.2f} s"),
        ),
    )


async def _measure(scale: Scale) -> Footprint:
    steps = typed_walk(the_book())
    starts, imports = [], []
    async with await start_practice("--no-echo") as practice:
        for _ in range(scale.starts):
            imports.append(_bare_import())
            with tempfile.TemporaryDirectory() as folder:
                starts.append(await _start(practice, Path(folder), scale.filers))
    return Footprint(tuple(starts), tuple(imports), scale.filers * len(steps))


async def _start(practice: Practice, folder: Path, filers: int) -> Start:
    bot, address = desk(practice, folder)
    async with bot:
        pass
    async with bot:
        ready = bot.memory
        await _work(practice, address, filers)
        return Start(bot.starts[0], bot.starts[1], ready, bot.memory)


async def _work(practice: Practice, address: str, filers: int) -> None:
    async with ControlClient(practice.url) as slack:
        mark = (await slack.post("mark"))["mark"]
        people = (await slack.post("people", count=filers, prefix=f"worker_{mark}_"))["people"]
    places = await open_places(practice.api_url, practice.bot_token, [one["id"] for one in people])
    for step in typed_walk(the_book()):
        await closed_loop(address, practice.signing_secret, [typed(place, step.what) for place in places])


def _bare_import() -> tuple[float, float]:
    """Seconds of a whole process that imports the libraries, and its megabytes."""
    began = time.monotonic()
    told = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True).stdout
    return time.monotonic() - began, int(told) / 1024


if __name__ == "__main__":
    sys.exit(run_alone(measure, chapter))
