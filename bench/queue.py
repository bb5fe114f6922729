"""How long the queue takes with many open cases: beside one with few, in the same run.

`python -m bench.queue` prints it.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bench.page import Chapter, Finding, at_most, run_alone
from bench.rounds import Compared, paired
from bench.scale import Scale
from bench.walk import FLOW, the_book
from bot.engine.book import Book
from bot.service.case_row import CaseRow
from bot.service.content import Card, Content
from bot.service.desk import HelpDesk
from bot.service.incoming import StaffCommand
from bot.service.ports import Unit
from bot.storage.database import SqliteStore, open_store

OPEN, FEW, CLOSED = 1_000, 10, 10_000
LIMIT = 1_000.0
COMMAND = "python -m bench.queue"
LINES = ("queue", "queue 100", "queue urgent", "mine", "case NG-1500", "find @UQ1500")
METHOD = """
Two databases, one with {open} open cases and one with {few}, each with {closed} closed ones besides. In
rounds that take turns, a member of staff asks each of {lines}; a round is the time of all of them, over the
desk's own path, from the command to its committed answer. The limit is for the slowest single answer of all
rounds.
"""


@dataclass(frozen=True)
class Queues:
    """Many against few, in microseconds for all lines; the slowest single answer in milliseconds."""

    compared: Compared
    slowest: float


class Asker:
    """A desk on one database, and a member of staff who asks it."""

    def __init__(self, store: SqliteStore, book: Book) -> None:
        self._desk = HelpDesk(book, store, _Clock(), lambda _: None, "CSTAFF001")
        self._numbers = count(1)

    async def ask(self, line: str) -> float:
        """The seconds until the answer to a line."""
        word, _, rest = line.partition(" ")
        command = StaffCommand((f"trigger:{next(self._numbers)}",), "USTAFF001", "Ann", word, rest)
        began = time.perf_counter()
        ack = await self._desk.handle(command)
        took = time.perf_counter() - began
        assert ack.text
        return took


class _Clock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def measure(scale: Scale) -> Queues:
    """Fill both databases and ask in rounds."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measured(Path(folder), scale))


async def _measured(folder: Path, scale: Scale) -> Queues:
    book = the_book()
    stores = [open_store(f"sqlite:///{folder / name}.db", book.court.id) for name in ("many", "few")]
    try:
        askers = [Asker(store, book) for store in stores]
        for store, opened in zip(stores, (OPEN, FEW), strict=True):
            await store.run(lambda unit, opened=opened: _fill(unit, book, opened))  # type: ignore[misc]
        rounds = [[await _round(asker) for asker in askers] for _ in range(scale.rounds)]
    finally:
        for store in stores:
            await store.close()
    slowest = max(max(many) for many, _ in rounds)
    return Queues(paired([(sum(many) * 1e6, sum(few) * 1e6) for many, few in rounds]), slowest * 1e3)


async def _round(asker: Asker) -> Sequence[float]:
    return [await asker.ask(line) for line in LINES]


def _fill(unit: Unit, book: Book, opened: int) -> None:
    """So many open cases, and the closed ones."""
    now = datetime.now(UTC)
    for number in range(1_001, 1_001 + opened + CLOSED):
        is_open = number <= 1_000 + opened
        unit.save_case(
            CaseRow(
                number=f"NG-{number}",
                court=book.court.id,
                person=f"UQ{number}",
                conversation=f"UQ{number}.own.1",
                reason="asked_for_person",
                urgent=number % 10 == 0,
                state="open" if is_open else "closed",
                card=Content(card=Card(f"NG-{number}", ("x" * 100,) * 5, (("question", "answer"),) * 9)),
                topic=FLOW,
                opened=now - timedelta(minutes=number),
            )
        )


def chapter(found: Queues) -> Chapter:
    """The findings, for the report."""
    method = METHOD.format(open=OPEN, few=FEW, closed=CLOSED, lines=", ".join(f"`{one}`" for one in LINES))
    return Chapter(
        "The queue of staff",
        COMMAND,
        method,
        (
            at_most(f"the slowest answer with {OPEN} open cases, milliseconds", found.slowest, LIMIT),
            Finding("all lines, many beside few, median round (least to greatest)", found.compared.spread),
            Finding("all lines with many, median", f"{found.compared.ours / 1e3:.1f} milliseconds"),
        ),
    )


if __name__ == "__main__":
    sys.exit(run_alone(measure, chapter))
