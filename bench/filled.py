"""A database with as many conversations as wanted, and a help desk that works on it without Slack."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bench.walk import FLOW, PATH
from bot.engine.book import Book
from bot.engine.message import Message, Press
from bot.service.desk import HelpDesk
from bot.service.incoming import Incoming
from bot.service.ports import Delivery, Unit
from bot.storage.database import SqliteStore, open_store

NEWEST = {
    "conversations": ("key", "saved"),
    "seen": ("key", "at"),
    "events": ("conversation", "at"),
    "outbox": ("place", "created"),
    "channels": ("place", "channel"),
}
"""The tables that grow, the column that names the filer in each, and the one by which a row is newest."""
LEASE = 60.0
AT_ONCE = 10
ANSWERS = list(PATH.items())
STAGES = len(ANSWERS) - 1
"""A filer has given one answer at least, and one is missing."""


def name_of(number: int) -> str:
    """The name of a filer by number, from 1 on; its ids are this with a letter before it."""
    return f"F{number:08d}"


def stage_of(number: int) -> int:
    """How many answers this filer has given."""
    return number % STAGES + 1


class SystemClock:
    """The time."""

    def now(self) -> datetime:
        """The time, in UTC."""
        return datetime.now(UTC)


class Worker:
    """A help desk on one database, and the sender's part of a turn, with nobody at the other end."""

    def __init__(self, store: SqliteStore, book: Book) -> None:
        self._store = store
        self._desk = HelpDesk(book, store, SystemClock(), lambda _: None, "CSTAFF001")

    async def turn(self, name: str, stage: int) -> None:
        """The filer who has given so many answers presses the next, and hears of it."""
        question, answer = ANSWERS[stage]
        now = datetime.now(UTC)
        at = int(now.timestamp() * 1_000_000)
        keys = (f"event:Ev{name}{stage}", f"message:D{name}:{at}")
        message = Message(at=at, press=Press(question, answer, flow=FLOW))
        await self._desk.handle(Incoming(keys, f"U{name}", "pressed", message, f"D{name}"))
        later = datetime.now(UTC)
        claimed = await self._store.run(lambda unit: unit.claim(later, LEASE, AT_ONCE))
        assert len(claimed) == 1, f"{len(claimed)} rows wait for the sender after one turn"
        await self._store.run(partial(_mark, claimed[0], later))

    async def introduce(self, name: str) -> None:
        """Keep the direct message of a filer."""
        await self._store.run(lambda unit: unit.keep_channel(f"person:U{name}", f"D{name}"))


def _mark(delivery: Delivery, now: datetime, unit: Unit) -> None:
    unit.sent(delivery, f"{now.timestamp():.6f}", now)


@asynccontextmanager
async def working(file: Path, book: Book) -> AsyncIterator[Worker]:
    """A worker on this file, whose tables are made where they are missing."""
    store = open_store(f"sqlite:///{file}", book.court.id)
    try:
        yield Worker(store, book)
    finally:
        await store.close()


async def fill(file: Path, book: Book, conversations: int) -> None:
    """Make a database with so many conversations, at every stage of the walk alike."""
    models = {stage: f"M{stage:08d}" for stage in range(1, STAGES + 1)}
    async with working(file, book) as worker:
        for stage, name in models.items():
            await worker.introduce(name)
            for earlier in range(stage):
                await worker.turn(name, earlier)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        for table in NEWEST:
            for stage, name in models.items():
                _copy(connection, table, (name, stage), conversations)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copy(connection: sqlite3.Connection, table: str, model: tuple[str, int], conversations: int) -> None:
    """Copy the newest rows of a model's filer under the names of all filers at the same stage."""
    name, stage = model
    column, order = NEWEST[table]
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
    copied = ", ".join(
        f"CASE typeof({one}) WHEN 'text' THEN replace({one}, :name, other) ELSE {one} END" for one in columns
    )
    connection.execute(
        f"""
        WITH RECURSIVE numbers(number) AS (
            SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < :conversations
        ),
        others(other) AS (
            SELECT printf('F%08d', number) FROM numbers WHERE number % {STAGES} + 1 = :stage
        ),
        models AS (
            SELECT * FROM {table} WHERE instr({column}, :name)
            AND {order} = (SELECT max({order}) FROM {table} WHERE instr({column}, :name))
        )
        INSERT INTO {table} ({", ".join(columns)}) SELECT {copied} FROM models, others
        """,
        {"name": name, "stage": stage, "conversations": conversations},
    )
