"""A court has changed its file: after a restart the clocks of its open cases say so."""

from dataclasses import replace
from datetime import timedelta

from bot.engine.book import Book
from bot.errors import StorageError
from bot.flow.timetable import Targets
from bot.service.casework.refit import refit
from bot.service.voice import Voice
from bot.storage.memory import MemoryStore
from tests.unit.service.timeline import Timeline, example_book


def with_first_response(minutes: int) -> Book:
    """The example court with another target."""
    court = example_book().court
    assert court.desk is not None
    desk = replace(court.desk, targets=Targets(first_response=timedelta(minutes=minutes)))
    return replace(example_book(), court=replace(court, desk=desk))


def without_hours() -> Book:
    """The example court before it has written down its hours."""
    return replace(example_book(), hours=None, court=replace(example_book().court, desk=None))


async def restarted(before: Timeline, book: Book) -> Timeline:
    """The same desk after a restart with another file of the court."""
    await refit(before.store, Voice(book), before.clock)
    return Timeline(before.store, book, before.clock)


async def test_a_shorter_target_holds_for_open_cases_and_what_was_said_stays_said() -> None:
    line = Timeline(MemoryStore("example"), with_first_response(120))
    await line.write("2026-10-13 09:00", "hi", "person")
    await line.until("2026-10-13 09:10")
    shorter = await restarted(line, with_first_response(40))
    await shorter.until("2026-10-13 09:35")
    assert [at[11:] for at, _ in shorter.heard("thread")] == ["09:30:00"]
    again = await restarted(shorter, with_first_response(40))
    await again.until("2026-10-13 09:40")
    assert [at[11:] for at, _ in again.heard("thread")] == ["09:40:00"]


async def test_the_clocks_of_a_court_that_now_has_hours_begin_at_the_restart() -> None:
    line = Timeline(MemoryStore("example"), without_hours())
    await line.write("2026-10-13 09:00", "hi", "person")
    await line.until("2026-10-13 12:00")
    later = await restarted(line, with_first_response(40))
    await later.until("2026-10-13 12:40")
    assert [at[11:] for at, _ in later.heard("thread")] == ["12:30:00", "12:40:00"]


async def test_a_closed_case_gets_no_clock() -> None:
    line = Timeline(MemoryStore("example"))
    await line.write("2026-10-13 09:00", "hi", "person", "stop")
    assert (await line.case()).state == "closed"
    await restarted(line, with_first_response(40))
    assert await line.store.run(lambda unit: unit.desk.next_reminder()) is None


async def test_a_database_that_is_away_at_the_start_stops_nothing() -> None:
    class Away(MemoryStore):
        async def run(self, _):  # type: ignore[no-untyped-def]
            raise StorageError("The database is too slow.")

    line = Timeline(MemoryStore("example"))
    await refit(Away("example"), Voice(line.book), line.clock)
