"""When a filer is told of hours, and what."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.engine.book import Book
from bot.engine.federal_holidays import federal_holiday
from bot.engine.hours import Hours
from bot.engine.opening import closed_in_words, hours_in_words
from tests.unit.engine.opening_times import CLOSED, LUNCH, WEEKDAYS, at, desk
from tests.unit.engine.small_library import small_book
from tests.unit.engine.talk import BOOK, Talk

NIGHT, MORNING, NOON = at("2026-11-23 20:00"), at("2026-11-23 09:00"), at("2026-11-23 12:15")
CLOSED_TILL_TUESDAY = "<closed_now> Tuesday, November 24 8:30 a.m. Central Time"


def book(hours: Hours | None = None, pacer: Hours | None = None) -> Book:
    """The small court with these hours; a desk in Chicago unless told otherwise."""
    return replace(BOOK, hours=hours or desk(), pacer_hours=pacer)


def eastern() -> Hours:
    """A phone that is answered on the East Coast."""
    return Hours(desk().timetable, ZoneInfo("America/New_York"), federal_holiday)


def talk(now: datetime) -> Talk:
    """A filer who writes to a court with hours."""
    return Talk(book=book(), now=now)


def test_a_court_without_hours_says_nothing_of_them() -> None:
    assert hours_in_words(small_book(), NIGHT) == ()
    assert closed_in_words(small_book(), NIGHT) == ()
    assert "closed" not in Talk(now=NIGHT).say("person").said


def test_an_open_desk_names_its_hours_and_when_it_closes() -> None:
    assert hours_in_words(book(), MORNING) == (
        "<desk_hours> Monday to Friday, 8:30 a.m. to 5:00 p.m. Central Time",
        "<open_now> 5:00 p.m. Central Time",
    )
    assert closed_in_words(book(), MORNING) == ()


def test_a_closed_desk_names_its_hours_and_when_it_opens() -> None:
    assert hours_in_words(book(), NIGHT)[1:] == (CLOSED_TILL_TUESDAY,)


def test_a_lunch_break_ends_today() -> None:
    assert closed_in_words(book(desk((LUNCH,) * 7)), NOON) == (
        "<closed_today> Monday, November 23 1:00 p.m. Central Time",
    )


def test_a_holiday_and_a_longer_closure_are_named_with_their_days() -> None:
    moving = {date(2026, 11, 23): "moving", date(2026, 11, 24): "moving", date(2026, 11, 25): "moving"}
    assert closed_in_words(book(desk(closed=moving)), MORNING) == (
        "<closed_now> Friday, November 27 8:30 a.m. Central Time",
        "<closed_days> Monday, November 23 Wednesday, November 25 moving",
        "<closed_day> Thursday, November 26 Thanksgiving Day",
    )


def test_a_desk_that_opens_at_no_time_in_sight_says_so() -> None:
    assert closed_in_words(book(desk((CLOSED,) * 7)), MORNING) == ("<closed_long>",)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-24 08:00", ("<pacer_open> 4:00 p.m. Central Time",)),
        ("2026-11-24 16:30", ()),
        ("2026-11-26 10:00", ()),
    ],
)
def test_the_phone_of_pacer_is_named_only_while_it_is_open(moment: str, said: tuple[str, ...]) -> None:
    closed = desk(((), (), *WEEKDAYS[2:]))
    lines = closed_in_words(book(closed, eastern()), at(moment))
    assert tuple(line for line in lines if "pacer" in line) == said


def test_the_phones_come_with_the_hours_also_while_open() -> None:
    assert "<pacer_open>" in hours_in_words(book(pacer=eastern()), MORNING)[-1]
    assert "<desk_hours>" in talk(MORNING).command("phone").said


@pytest.mark.parametrize("moment", [NIGHT, at("2026-11-21 09:00")])
def test_who_is_handed_over_or_waits_hears_when_staff_are_back(moment: datetime) -> None:
    waiting = talk(moment).say("person")
    assert "<closed_now>" in waiting.said
    assert "<closed_now>" in waiting.command("status").said
    assert "<closed_now>" in waiting.command("person").said


def test_who_waits_and_asks_reads_it_once() -> None:
    waiting = talk(NIGHT).say("person").command("status")
    assert waiting.said.count("<closed_now>") == 1
    assert waiting.command("start").said.count("<closed_now>") == 1


def test_who_is_handed_over_by_day_hears_nothing_of_hours_and_the_night_is_not_remembered() -> None:
    assert "<closed_now>" in talk(NIGHT).say("person").said
    assert "closed" not in talk(MORNING).say("person").said


def test_who_talks_with_staff_or_with_the_bot_hears_nothing_of_hours() -> None:
    with_staff = talk(NIGHT).say("person")
    with_staff.conversation = replace(with_staff.conversation, owner="human", helper="Ann")
    assert "closed" not in with_staff.command("status").said
    assert "closed" not in talk(NIGHT).command("status").said
