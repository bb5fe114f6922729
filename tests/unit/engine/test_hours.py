"""Business time across evenings, holidays, closures and changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.engine.hours import NEVER, Closure
from bot.flow.timetable import Opening
from tests.unit.engine.opening_times import CLOSED, LUNCH, NIGHT, OFFICE, WEEKDAYS, at, desk

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CHRISTMAS = {date(2026, 12, 24): "Christmas Eve", date(2026, 12, 28): "the office is moving",
             date(2026, 12, 29): "the office is moving", date(2026, 12, 30): ""}  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23 08:29", False),
        ("2026-11-23 08:30", True),
        ("2026-11-23 16:59", True),
        ("2026-11-23 17:00", False),
        ("2026-11-21 10:00", False),
        ("2026-11-26 10:00", False),
    ],
)
def test_the_desk_is_open_from_its_first_minute_to_its_last(moment: str, is_open: bool) -> None:
    assert desk().is_open(at(moment)) is is_open


def test_a_lunch_break_is_closed_and_the_afternoon_opens_again() -> None:
    hours = desk((LUNCH,) * 7)
    assert hours.closes(at("2026-11-23 09:00")) == at("2026-11-23 12:00")
    assert not hours.is_open(at("2026-11-23 12:30"))
    assert hours.next_opening(at("2026-11-23 12:30")) == at("2026-11-23 13:00")


def test_friday_evening_before_a_holiday_monday_opens_on_tuesday() -> None:
    hours, evening = desk(), at("2026-10-09 17:01")
    assert hours.next_opening(evening) == at("2026-10-13 08:30")
    assert hours.closures(evening) == (Closure(date(2026, 10, 12), date(2026, 10, 12), "Columbus Day"),)
    assert hours.add(at("2026-10-09 16:30"), HOUR) == at("2026-10-13 09:00")
    assert hours.business_between(at("2026-10-09 16:30"), at("2026-10-13 09:00")) == HOUR


def test_a_holiday_on_a_saturday_is_kept_on_the_friday_before() -> None:
    assert not desk().is_open(at("2026-07-03 10:00"))
    assert not desk().is_open(at("2027-12-31 10:00"))
    assert desk(holidays=False).is_open(at("2026-07-03 10:00"))
    assert desk(holidays=False).closures(at("2026-07-02 18:00")) == ()


def test_christmas_closures_are_told_with_their_reasons_and_an_unnamed_one_is_not() -> None:
    hours = desk(closed=CHRISTMAS)
    assert hours.next_opening(at("2026-12-23 17:00")) == at("2026-12-31 08:30")
    assert [one.reason for one in hours.closures(at("2026-12-23 17:00"))] == [
        "Christmas Eve",
        "Christmas Day",
        "the office is moving",
    ]
    assert hours.closures(at("2026-12-28 09:00"))[0].last == date(2026, 12, 29)


def test_hours_of_a_single_day_go_before_the_week_and_before_a_holiday() -> None:
    hours = desk(opened={date(2026, 11, 26): OFFICE, date(2026, 11, 28): LUNCH, date(2026, 11, 27): CLOSED})
    assert hours.is_open(at("2026-11-26 10:00"))
    assert hours.next_opening(at("2026-11-26 18:00")) == at("2026-11-28 08:30")
    assert hours.closures(at("2026-11-26 18:00")) == ()


def test_a_court_in_session_on_weekends_is_closed_on_a_holiday_that_falls_there() -> None:
    assert not desk((OFFICE,) * 7).is_open(at("2026-07-04 10:00"))


def test_an_open_day_counts_the_hours_that_pass_when_the_clock_is_changed() -> None:
    hours = desk((NIGHT,) * 7, holidays=False)
    spring, autumn = date(2026, 3, 8), date(2026, 11, 1)
    assert hours.business_between(at(f"{spring} 00:00"), at("2026-03-09 00:00")) == 23 * HOUR
    assert hours.business_between(at(f"{autumn} 00:00"), at("2026-11-02 00:00")) == 25 * HOUR
    assert hours.add(at(f"{spring} 01:30"), HOUR) == at(f"{spring} 03:30")


def test_an_hour_that_the_clock_passes_twice_is_open_twice_and_one_left_out_is_not_open() -> None:
    first = desk(((Opening(60, 120),),) * 7, holidays=False)
    assert first.business_between(at("2026-11-01 00:00"), at("2026-11-01 12:00")) == 2 * HOUR
    second = desk(((Opening(120, 180),),) * 7, holidays=False)
    assert second.business_between(at("2026-03-08 00:00"), at("2026-03-08 12:00")) == timedelta(0)


def test_the_weekend_of_a_clock_change_moves_no_opening() -> None:
    for friday, monday in (("2026-03-06", "2026-03-09"), ("2026-10-30", "2026-11-02")):
        assert desk().add(at(f"{friday} 16:45"), 30 * MINUTE) == at(f"{monday} 08:45")
    opening = desk().next_opening(at("2026-10-31 12:00"))
    assert opening is not None
    assert opening.astimezone(UTC).hour == 14


def test_any_zone_may_ask_and_the_answer_is_in_the_court_s() -> None:
    opening = desk().next_opening(datetime(2026, 11, 23, 3, 0, tzinfo=UTC))
    assert opening is not None
    assert opening.isoformat() == "2026-11-23T08:30:00-06:00"


def test_time_that_ends_with_the_day_is_up_at_closing_and_no_time_is_up_at_the_opening() -> None:
    assert desk().add(at("2026-11-23 16:30"), 30 * MINUTE) == at("2026-11-23 17:00")
    assert desk().add(at("2026-11-22 16:30"), timedelta(0)) == at("2026-11-23 08:30")


def test_a_desk_that_never_opens_says_so_and_does_not_search_for_ever() -> None:
    hours, now = desk((CLOSED,) * 7), at("2026-11-23 10:00")
    assert hours.next_opening(now) is None
    assert hours.closes(now) is None
    assert hours.add(now, HOUR) is None
    assert hours.closures(now) == ()
    assert hours.closed_period(now) == NEVER


def test_an_open_time_beyond_the_horizon_is_not_promised() -> None:
    assert desk().add(at("2026-11-23 10:00"), 4000 * HOUR) is None


def test_a_closed_period_has_one_name_until_it_opens_again() -> None:
    hours = desk()
    evening, sunday = hours.closed_period(at("2026-11-20 17:00")), hours.closed_period(at("2026-11-22 23:00"))
    assert evening == sunday == "20261123T1430Z"
    assert hours.closed_period(at("2026-11-23 08:30")) == ""
    assert hours.closed_period(at("2026-11-23 17:00")) not in ("", evening)


def test_time_backwards_is_no_time() -> None:
    assert desk().business_between(at("2026-11-24 10:00"), at("2026-11-23 10:00")) == timedelta(0)


def test_a_business_day_is_the_longest_of_the_week() -> None:
    assert desk((LUNCH, *WEEKDAYS[1:])).timetable.day == timedelta(hours=8, minutes=30)
