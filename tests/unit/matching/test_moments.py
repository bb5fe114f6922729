"""A moment that staff type: what is read, what is refused, and the two nights the clocks change."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.matching.moments import in_words, moment

CHICAGO = ZoneInfo("America/Chicago")
SUNDAY = datetime(2026, 11, 22, 16, 20, tzinfo=CHICAGO)
SET_BACK = datetime(2026, 10, 31, 20, 0, tzinfo=CHICAGO)
"""The evening before the hour from one to two comes twice."""
SET_FORWARD = datetime(2027, 3, 13, 20, 0, tzinfo=CHICAGO)
"""The evening before the hour from two to three is left out."""


def read(text: str, now: datetime = SUNDAY) -> str:
    """The moment in figures with its distance from UTC; `none` where the text is no time."""
    found = moment(text, now)
    return f"{found:%m-%d %H:%M %z}" if found else "none"


@pytest.mark.parametrize("text", ["17:30", "5:30 pm", "5:30pm", "5:30 P.M.", "today 17:30", "at 5:30 p.m."])
def test_a_time_of_day_is_todays(text: str) -> None:
    assert read(text) == "11-22 17:30 -0600"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5pm", "11-22 17:00"),
        ("12 am", "11-22 00:00"),
        ("12 pm", "11-22 12:00"),
        ("noon", "11-22 12:00"),
        ("midnight", "11-23 00:00"),
        ("tomorrow midnight", "11-24 00:00"),
        ("8:00", "11-22 08:00"),
    ],
)
def test_the_hours_have_their_usual_names(text: str, meant: str) -> None:
    assert read(text) == f"{meant} -0600"


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow 8:00",
        "8:00 tomorrow",
        "Tomorrow at 8 am",
        "2026-11-23 08:00",
        "2026-11-23T08:00",
        "11/23 8:00",
        "11/23/2026 8am",
        "Nov. 23, 8:00",
        "november 23 2026 8:00",
        "monday 8:00",
        "8 am on Mon",
        "Monday, November 23, 8:00 a.m. CST",
        "8:00 Monday 11/23 cst",
    ],
)
def test_a_day_may_stand_before_or_after_the_time(text: str) -> None:
    assert read(text) == "11-23 08:00 -0600"


def test_a_weekday_is_the_next_one_to_come() -> None:
    assert read("sunday 17:00") == "11-22 17:00 -0600"
    assert read("sunday 16:00") == "11-29 16:00 -0600"
    assert read("saturday 16:00") == "11-28 16:00 -0600"


def test_a_date_without_a_year_is_the_nearest() -> None:
    assert read("1/5 8:00", datetime(2026, 12, 30, tzinfo=CHICAGO)) == "01-05 08:00 -0600"
    past = moment("11/20 8:00", SUNDAY)
    assert past is not None
    assert (past.year, past < SUNDAY) == (2026, True)
    leap = moment("2/29 8:00", datetime(2027, 6, 1, tzinfo=CHICAGO))
    assert leap is not None
    assert leap.year == 2028


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("90 minutes", "11-22 17:50"),
        ("2 hours", "11-22 18:20"),
        ("2h", "11-22 18:20"),
        ("for 2 hours and 30 minutes", "11-22 18:50"),
        ("1 day 2 hrs 5 min", "11-23 18:25"),
        ("an hour", "11-22 17:20"),
        ("in a minute", "11-22 16:21"),
        ("0 hours", "11-22 16:20"),
    ],
)
def test_a_length_is_counted_from_now(text: str, meant: str) -> None:
    assert read(text) == f"{meant} -0600"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "tomorrow",
        "further notice",
        "24:00",
        "8:60",
        "13 pm",
        "0am",
        "8:00 9:00",
        "tomorrow monday 8:00",
        "today at the 8:00",
        "2026-02-30 8:00",
        "13/1 8:00",
        "11/0 8:00",
        "feb 30 8:00",
        "smarch 3 8:00",
        "Tuesday, November 23, 8:00",
        "monday november 8:00",
        "5 pm EST",
        "99999 hours",
        "2 hours 2 hours 2 hours 2 hours",
        "two fortnights",
    ],
)
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert read(text) == "none"


def test_of_an_hour_that_comes_twice_the_first_is_meant_unless_the_zone_is_named() -> None:
    assert read("tomorrow 1:30", SET_BACK) == "11-01 01:30 -0500"
    assert read("tomorrow 1:30 am CDT", SET_BACK) == "11-01 01:30 -0500"
    assert read("tomorrow 1:30 am CST", SET_BACK) == "11-01 01:30 -0600"


def test_in_the_hour_that_comes_twice_what_is_still_to_come_is_meant() -> None:
    second_time = datetime(2026, 11, 1, 1, 15, tzinfo=CHICAGO, fold=1)
    assert read("1:30", second_time) == "11-01 01:30 -0600"
    assert read("1:10", second_time) == "11-01 01:10 -0500"


def test_a_time_that_the_clocks_leave_out_is_an_hour_later() -> None:
    assert read("tomorrow 2:30", SET_FORWARD) == "03-14 03:30 -0500"


def test_hours_are_counted_as_they_pass_when_the_clocks_change() -> None:
    assert read("6 hours", SET_BACK) == "11-01 01:00 -0600"
    assert read("8 hours", SET_FORWARD) == "03-14 05:00 -0500"


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (datetime(2026, 11, 23, 8, 0), "Monday, November 23, 8:00 a.m. CST"),
        (datetime(2026, 7, 4, 0, 5), "Saturday, July 4, 12:05 a.m. CDT"),
        (datetime(2026, 7, 4, 12, 0), "Saturday, July 4, 12:00 p.m. CDT"),
        (datetime(2026, 7, 4, 23, 59), "Saturday, July 4, 11:59 p.m. CDT"),
    ],
)
def test_a_moment_is_said_in_words(shown: datetime, said: str) -> None:
    assert in_words(shown.replace(tzinfo=CHICAGO)) == said
