"""What the court says of its hours, for the use cases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.service.voice import Voice
from tests.unit.engine.opening_times import desk
from tests.unit.engine.talk import BOOK

NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
OPEN = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
VOICE = Voice(replace(BOOK, hours=desk()))


def test_the_voice_knows_the_hours_by_the_clock_of_the_court() -> None:
    assert VOICE.closed(NIGHT) == ("<closed_now> Tuesday, November 24 8:30 a.m. Central Time",)
    assert VOICE.closed(OPEN) == ()
    assert VOICE.hours(OPEN)[-1] == "<open_now> 5:00 p.m. Central Time"


def test_one_closed_period_has_one_name_and_the_next_has_another() -> None:
    hour, day = timedelta(hours=1), timedelta(days=1)
    assert VOICE.closed_period(NIGHT) == VOICE.closed_period(NIGHT + hour)
    assert VOICE.closed_period(NIGHT) != VOICE.closed_period(NIGHT + day)
    assert VOICE.closed_period(OPEN) == ""


def test_a_court_without_hours_is_never_closed() -> None:
    voice = Voice(BOOK)
    assert (voice.hours(NIGHT), voice.closed(NIGHT), voice.closed_period(NIGHT)) == ((), (), "")
