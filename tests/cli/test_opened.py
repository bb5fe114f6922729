"""The day and the time a command acts at."""

from datetime import datetime
from zoneinfo import ZoneInfo

import time_machine

from bot.cli.opened import moment
from tests.little import books


def test_a_given_day_means_ten_in_the_morning_in_the_courts_zone() -> None:
    east, _ = books()
    assert moment(east.court, datetime(2026, 11, 24)) == datetime(
        2026, 11, 24, 10, tzinfo=ZoneInfo("America/Chicago")
    )


def test_without_a_day_it_is_now_in_the_courts_zone() -> None:
    east, _ = books()
    with time_machine.travel(datetime(2026, 11, 24, 3, tzinfo=ZoneInfo("UTC")), tick=False):
        now = moment(east.court, None)
    assert (now.day, now.hour) == (23, 21)
