"""A case across nights, a weekend, a holiday and a clock change: each word and each clock in its time.

The court is the example court: Monday to Thursday 8:30 to 5:00, Friday 8:30 to noon and 1:00 to 4:30,
Central Time; first answer in 30 minutes, next answers in 1 hour, solved in 2 days of 8.5 hours. Its lead is
USTAFF002.
"""

from collections.abc import AsyncIterator
from datetime import UTC
from pathlib import Path

import pytest

from bot.storage.database import open_store
from tests.unit.service.timeline import Timeline

LEAD = "person:USTAFF002"
ANN = "person:S-Ann"
UNCLAIMED = "Nobody has this request yet."
ANNS = "Ann has this request."
BACK_ON_TUESDAY = "We are closed now and open again on Tuesday, October 13 at 8:30 a.m. Central Time."
HOLIDAY = "We are closed on Monday, October 12: Columbus Day."


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Timeline]:
    """A desk over a database file."""
    store = open_store(f"sqlite:///{tmp_path / 'desk.db'}", "example")
    yield Timeline(store)
    await store.close()


async def test_a_long_weekend_from_friday_afternoon_to_tuesday(line: Timeline) -> None:
    await line.write("2026-10-09 16:20", "hi", "person")
    assert "closed" not in line.heard("filer")[-1][1], "the desk is open for ten minutes more"
    await line.write("2026-10-09 17:30", "hello?")
    ((at, words),) = line.heard("filer", "2026-10-09 17")
    assert at == "2026-10-09 17:30:00"
    pacer = "PACER's phone, 800-676-6856, is open now, until 6:00 p.m. Central Time."
    assert words.endswith("\n\n".join([BACK_ON_TUESDAY, HOLIDAY, pacer]))
    await line.write("2026-10-11 22:00", "is nobody there?")
    await line.until("2026-10-13 08:30")
    ((at, words),) = line.heard("filer", "2026-10-10")
    assert at == "2026-10-11 22:00:00"
    assert "closed" not in words, "once in each closed period"
    assert line.heard("thread") == [], "no clock runs while the desk is closed"

    await line.until("2026-10-13 09:10")
    due = "Tuesday, October 13, 8:50 a.m. CDT"
    assert line.heard("thread") == [
        (
            "2026-10-13 08:42:30",
            f"NG-1001: the filer waits for a first answer. It is due on {due}.\n{UNCLAIMED}",
        ),
        ("2026-10-13 08:50:00", f"NG-1001: the first answer to the filer is due now.\n{UNCLAIMED}"),
    ]
    assert line.heard(LEAD) == [
        ("2026-10-13 09:05:00", f"NG-1001: the first answer to the filer is overdue.\n\n{UNCLAIMED}")
    ]


async def test_nights_in_a_claimed_case(line: Timeline) -> None:
    await line.write("2026-10-13 09:00", "hi", "person")
    await line.press("2026-10-13 09:10", "claim")
    await line.thread("2026-10-13 09:15", "to filer: Please try again.")
    ((_, words),) = line.heard("thread", "2026-10-13 09:15")
    assert words.startswith("Sent to the filer at 9:15 a.m")
    await line.until("2026-10-13 16:30")
    assert line.heard("thread", "2026-10-13 10") == [], "the filer has the word, and no clock runs"

    await line.write("2026-10-13 16:30", "it fails again")
    await line.write("2026-10-13 21:00", "are you there?")
    await line.write("2026-10-13 22:00", "hello?")
    assert line.heard("filer", "2026-10-13 16") == [
        (
            "2026-10-13 21:00:00",
            "Our staff will read this when they are back.\n\n"
            "We are closed now and open again on Wednesday, October 14 at 8:30 a.m. Central Time.",
        )
    ]
    assert [at[11:16] for at, _ in line.heard("thread", "2026-10-13 16")] == ["16:30", "21:00", "22:00"]


async def test_a_question_of_the_afternoon_is_due_in_the_morning_and_each_night_has_its_notice(
    line: Timeline,
) -> None:
    await line.write("2026-10-13 09:00", "hi", "person")
    await line.press("2026-10-13 09:10", "claim")
    await line.thread("2026-10-13 09:15", "to filer: Please try again.")
    await line.write("2026-10-13 16:30", "it fails again")
    await line.write("2026-10-13 21:00", "are you there?")
    await line.until("2026-10-14 12:00")
    due = "Wednesday, October 14, 9:00 a.m. CDT"
    assert line.heard("thread", "2026-10-14") == [
        ("2026-10-14 08:45:00", f"NG-1001: the filer waits for an answer. It is due on {due}.\n{ANNS}")
    ]
    assert line.heard(ANN) == [
        ("2026-10-14 09:00:00", f"NG-1001: an answer to the filer is due now.\n\n{ANNS}")
    ]
    assert line.heard(LEAD) == [
        ("2026-10-14 09:30:00", f"NG-1001: an answer to the filer is overdue.\n\n{ANNS}")
    ]

    await line.thread("2026-10-14 12:00", "to filer: We have reset it.")
    await line.write("2026-10-14 19:00", "thanks")
    ((_, words),) = line.heard("filer", "2026-10-14 18")
    assert "open again on Thursday, October 15" in words, "another night is another closed period"
    await line.write("2026-10-14 19:05", "stop")
    await line.until("2026-12-01 09:00")
    assert line.heard("thread", "2026-10-14 20") == [], "a case that is taken back has no clocks"
    assert (await line.case()).state == "closed"


async def test_the_days_until_a_request_is_solved_leave_out_all_that_the_filer_has_the_word(
    line: Timeline,
) -> None:
    await line.write("2026-10-08 16:00", "hi", "person")
    await line.press("2026-10-08 16:05", "claim")
    await line.thread("2026-10-08 16:10", "to filer: Which court?")
    await line.write("2026-10-20 08:30", "the bankruptcy court")
    await line.thread("2026-10-20 08:40", "please look at this, Bob")
    await line.until("2026-10-23 16:30")
    solved = [(at, words) for at, _, words in line.said if "solved" in words or "long overdue" in words]
    assert [at for at, _ in solved] == ["2026-10-21 12:35:00", "2026-10-21 16:50:00", "2026-10-22 16:50:00"]
    assert "Wednesday, October 21, 4:50 p.m. CDT" in solved[0][1]


@pytest.mark.parametrize(
    ("friday", "monday", "utc"),
    [("2026-10-30", "2026-11-02", "15:00"), ("2026-03-06", "2026-03-09", "14:00")],
    ids=["the clock goes back", "the clock goes forward"],
)
async def test_a_case_put_off_over_a_clock_change(line: Timeline, friday: str, monday: str, utc: str) -> None:
    await line.write(f"{friday} 16:00", "hi", "person")
    await line.press(f"{friday} 16:05", "claim")
    ack = await line.form(f"{friday} 16:20", "snooze", day=monday, time="09:00")
    assert not ack.errors
    await line.until(f"{monday} 08:59")
    assert line.heard("thread", f"{friday} 16:21") == []
    await line.until(f"{monday} 09:00")
    assert line.heard("thread", monday) == [
        (f"{monday} 09:00:00", "The time has come. This request is awake again.")
    ]
    assert f"{line.clock.time.astimezone(UTC):%H:%M}" == utc
    assert (await line.case()).snoozed is None
    assert line.heard("card", monday), "the card says so too"
    await line.until(f"{monday} 09:30")
    assert [at[11:] for at, _ in line.heard("thread", f"{monday} 09:01")] == ["09:02:30"]
    assert [at[11:] for at, _ in line.heard(ANN)] == ["09:10:00"]
    assert [at[11:] for at, _ in line.heard(LEAD)] == ["09:25:00"]


async def test_the_filers_words_wake_a_case_that_was_put_off(line: Timeline) -> None:
    await line.write("2026-10-14 09:00", "hi", "person")
    await line.press("2026-10-14 09:05", "claim")
    await line.form("2026-10-14 09:10", "snooze", day="2026-10-20", time="09:00")
    await line.write("2026-10-14 10:00", "it is urgent now")
    await line.until("2026-10-21 10:00")
    assert not [words for _, _, words in line.said if "awake again" in words]
    assert [at for at, _ in line.heard(ANN)][:1] == ["2026-10-14 10:20:00"]


@pytest.mark.parametrize(
    ("friday", "tuesday", "holiday"),
    [
        ("2026-10-09", "Tuesday, October 13", "We are closed on Monday, October 12: Columbus Day."),
        (
            "2026-02-13",
            "Tuesday, February 17",
            "We are closed on Monday, February 16: Washington's Birthday.",
        ),
    ],
)
async def test_a_request_after_closing_time_names_the_holiday_once_and_its_time_begins_on_tuesday(
    line: Timeline, friday: str, tuesday: str, holiday: str
) -> None:
    await line.write(f"{friday} 16:50", "hi", "person")
    words = line.heard("filer")[-1][1]
    assert f"open again on {tuesday} at 8:30 a.m. Central Time." in words
    assert words.count(holiday) == 1
    await line.write(f"{friday} 20:00", "hello?")
    assert "closed" not in line.heard("filer")[-1][1], "the hand-over said it already"
    await line.until(f"{friday[:8]}{int(friday[8:]) + 4} 09:31")
    assert [at[11:] for at, _ in line.heard("thread")] == ["08:52:30", "09:00:00"]
    assert [at[11:] for at, _ in line.heard(LEAD)] == ["09:15:00"]
