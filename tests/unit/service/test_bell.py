"""Reminders of a case when they are due: dropped, moved, passed over; a crash loses and doubles none."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.flow.casework import USUAL
from bot.flow.timetable import Targets
from bot.service.case_row import CaseRow
from bot.service.casework.clocks import reminders
from bot.service.ports import Unit
from bot.service.voice import Voice
from bot.storage.memory import MemoryStore
from tests.unit.service.dispatch import Dispatch
from tests.unit.service.timeline import Timeline, example_book

LEAD = "person:USTAFF002"
OPENED = "2026-10-13 09:00"


def case_of(unit: Unit) -> CaseRow:
    """The case NG-1001."""
    case = unit.case("NG-1001")
    assert case is not None
    return case


@pytest.fixture
async def line() -> Timeline:
    """A desk with a case of Tuesday morning."""
    opened = Timeline(MemoryStore("example"))
    await opened.write(OPENED, "hi", "person")
    return opened


async def test_a_reminder_that_its_case_has_left_behind_is_dropped(line: Timeline) -> None:
    (near, *_) = await line.store.run(lambda unit: reminders(Voice(line.book), case_of(unit)))
    await line.press("2026-10-13 09:10", "claim")
    await line.thread("2026-10-13 09:12", "to filer: Please wait.")
    said = await line.store.run(lambda unit: line.desk.ring(unit, near, near.due))
    assert not said
    assert await line.store.run(lambda unit: unit.desk.next_reminder()) is None


async def test_a_closed_case_is_not_woken(line: Timeline) -> None:
    closed = replace(await line.case(), state="closed", snoozed=line.clock.time)
    assert reminders(Voice(line.book), closed) == ()


async def test_who_is_second_to_ring_says_nothing(line: Timeline) -> None:
    (near, *_) = await line.store.run(lambda unit: reminders(Voice(line.book), case_of(unit)))
    rung = [await line.store.run(lambda unit: line.desk.ring(unit, near, near.due)) for _ in range(2)]
    assert rung == [True, False]


async def test_the_targets_of_the_day_count_and_not_those_of_the_day_it_was_set(line: Timeline) -> None:
    assert line.book.court.desk is not None
    slower = replace(line.book.court.desk, targets=Targets(first_response=timedelta(hours=2)))
    book = replace(line.book, court=replace(line.book.court, desk=slower))
    later = Timeline(line.store, book, line.clock)
    await later.until("2026-10-13 11:30")
    assert [at[11:] for at, _ in later.heard("thread")] == ["10:30:00", "11:00:00"]
    assert later.heard(LEAD) == []


async def test_of_several_steps_that_came_due_together_only_the_last_is_said(line: Timeline) -> None:
    line.clock.move(3 * 3600)
    await line.timekeeper.round()
    await line.deliver()
    assert line.heard("thread") == []
    assert len(line.heard(LEAD)) == 1


async def test_an_urgent_request_has_half_the_time_and_its_reminders_say_so(line: Timeline) -> None:
    await line.store.run(lambda unit: unit.save_case(replace(case_of(unit), urgent=True)))
    await line.press("2026-10-13 09:01", "claim")
    await line.until("2026-10-13 09:15")
    assert [at[11:] for at, _ in line.heard("thread")] == ["09:11:15"]
    assert "Urgent: this cannot wait." in line.heard("thread")[0][1]
    assert [at[11:] for at, _ in line.heard("person:S-Ann")] == ["09:15:00"]


async def test_without_a_lead_the_last_step_is_said_in_the_thread() -> None:
    court = replace(example_book().court, casework=USUAL)
    line = Timeline(MemoryStore("example"), replace(example_book(), court=court))
    await line.write(OPENED, "hi", "person")
    await line.until("2026-10-13 09:45")
    assert [at[11:] for at, _ in line.heard("thread")] == ["09:22:30", "09:30:00", "09:45:00"]


@pytest.mark.parametrize("without", ["hours", "targets"])
async def test_a_court_without_hours_or_without_targets_has_no_clocks(without: str) -> None:
    book = example_book()
    assert book.court.desk is not None
    desk = replace(book.court.desk, targets=Targets()) if without == "targets" else None
    hours = book.hours if without == "targets" else None
    book = replace(book, hours=hours, court=replace(book.court, desk=desk))
    line = Timeline(MemoryStore("example"), book)
    await line.write("2026-10-09 21:00", "hi", "person", "hello?")
    assert await line.store.run(lambda unit: unit.desk.next_reminder()) is None
    assert ("closed" in line.heard("filer")[-2][1]) == (without == "targets"), "nothing is made up"


async def test_a_process_that_dies_between_the_reminder_and_its_message_loses_and_doubles_nothing(
    line: Timeline,
) -> None:
    line.clock.move(25 * 60)
    await line.timekeeper.round()
    dispatch = Dispatch(store=line.store, clock=line.clock)
    await line.store.run(lambda unit: unit.claim(line.clock.time, 60, 9))
    await dispatch.restart()
    await Timeline(line.store, line.book, line.clock).timekeeper.round()
    await dispatch.send()
    await dispatch.send(60)
    (text,) = dispatch.slack.texts()
    assert "the filer waits for a first answer" in text


async def test_a_case_whose_clocks_stand_still_after_a_restart_goes_on_where_it_was(line: Timeline) -> None:
    await line.until("2026-10-13 09:25")
    again = Timeline(line.store, line.book, line.clock)
    await again.until("2026-10-13 09:30")
    assert [at[11:] for at, _ in line.heard("thread")] == ["09:22:30"]
    assert [at[11:] for at, _ in again.heard("thread")] == ["09:30:00"]
