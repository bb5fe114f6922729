"""A turn's transaction with few and with many conversations in the database.

`python -m bench.stored`. A handful of filers walk `nextgen` to each of its questions; their rows are then
copied, under other names, until there are as many conversations as wanted.
"""

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.filled import Worker, fill, name_of, stage_of, working
from bench.page import Chapter, Finding, at_most, run_alone
from bench.rounds import Compared, paired
from bench.scale import Scale
from bench.walk import the_book

LIMIT = 1.5
COMMAND = "python -m bench.stored"
METHOD = """
Two SQLite files with {few} and {many} conversations, each with its seen key, its events and its sent row of
the outbox. A filer chosen by chance answers the question they stand at; measured is the whole turn in the
store (look for the key, read, settle, save, record, put into the outbox, commit with `synchronous=FULL`) and
the sender's claim and mark after it. The two files take turns, {turns} turns a round; medians, by the clock.
"""


@dataclass(frozen=True)
class Stored:
    """The numbers of conversations, their files in megabytes, and milliseconds a turn, many against few."""

    few: int
    many: int
    megabytes: tuple[float, float]
    turns: int
    compared: Compared


def measure(scale: Scale) -> Stored:
    """Rounds with both files, in turns."""
    return asyncio.run(_measure(scale))


def chapter(found: Stored) -> Chapter:
    """The findings, for the report."""
    few, many = f"{found.few:,}", f"{found.many:,}"
    return Chapter(
        "A turn with many conversations stored",
        COMMAND,
        METHOD.format(few=few, many=many, turns=found.turns),
        (
            at_most(
                f"a turn at {many} conversations, in turns at {few}", found.compared.ratio, LIMIT, "{:.2f}"
            ),
            Finding(
                "the same, least and greatest round",
                f"{found.compared.least:.2f} to {found.compared.greatest:.2f}",
            ),
            Finding(f"a turn at {few} conversations", f"{found.compared.theirs:.2f} ms"),
            Finding(f"a turn at {many} conversations", f"{found.compared.ours:.2f} ms"),
            Finding(f"the file with {few} conversations", f"{found.megabytes[0]:,.0f} MB"),
            Finding(f"the file with {many} conversations", f"{found.megabytes[1]:,.0f} MB"),
        ),
    )


async def _measure(scale: Scale) -> Stored:
    book = the_book()
    with tempfile.TemporaryDirectory() as folder:
        files = tuple(Path(folder) / f"{number}.db" for number in scale.stored)
        for file, number in zip(files, scale.stored, strict=True):
            await fill(file, book, number)
        os.sync()
        sizes = tuple(file.stat().st_size / 1e6 for file in files)
        async with working(files[0], book) as few, working(files[1], book) as many:
            chance = random.Random(20261122)
            crowds = [_crowd(chance, number, scale) for number in scale.stored]
            pairs = []
            for _ in range(scale.rounds):
                small = await _round(few, crowds[0], scale.turns)
                pairs.append((await _round(many, crowds[1], scale.turns), small))
    return Stored(*scale.stored, (sizes[0], sizes[1]), scale.turns, paired(pairs))


def _crowd(chance: random.Random, number: int, scale: Scale) -> Iterator[int]:
    """Numbers of filers, each once."""
    return iter(chance.sample(range(1, number + 1), min(number, scale.rounds * scale.turns)))


async def _round(worker: Worker, crowd: Iterator[int], turns: int) -> float:
    """The median turn in milliseconds, by the clock."""
    took = []
    for number in islice(crowd, turns):
        began = time.perf_counter()
        await worker.turn(name_of(number), stage_of(number))
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    sys.exit(run_alone(measure, chapter))
