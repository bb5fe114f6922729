"""Moments that people type, for every text, every court's zone and every night of the year."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.matching.moments import in_words, moment

ZONES = st.sampled_from(
    [ZoneInfo(f"America/{city}") for city in ("Chicago", "Denver", "Los_Angeles", "New_York", "Puerto_Rico")]
)
TIMES = st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))
FORTNIGHT = st.integers(1, 14 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
PIECES = (
    "8 08 :30 17:30 5 pm a.m. , / - 11/23 2026-11-23 tomorrow today monday nov 23 noon midnight cst"
    " 2 hours an and for"
)
WORDY = st.lists(st.sampled_from(PIECES.split()) | st.text(max_size=4), max_size=8).map(" ".join)


@given(now=TIMES, zone=ZONES, ahead=FORTNIGHT)
def test_what_is_said_in_words_is_read_as_the_same_moment(
    now: datetime, zone: ZoneInfo, ahead: timedelta
) -> None:
    meant = (now.replace(second=0, microsecond=0) + ahead).astimezone(zone)
    read = moment(in_words(meant), now.astimezone(zone))
    assert read is not None
    assert read.astimezone(UTC) == meant.astimezone(UTC)


@given(text=WORDY | st.text(max_size=60), now=TIMES, zone=ZONES)
def test_no_text_breaks_the_reading_and_what_is_read_exists(text: str, now: datetime, zone: ZoneInfo) -> None:
    read = moment(text, now.astimezone(zone))
    if read is not None:
        assert read.tzinfo is zone
        again = read.astimezone(UTC).astimezone(zone)
        assert (again.replace(tzinfo=None), again.utcoffset()) == (
            read.replace(tzinfo=None),
            read.utcoffset(),
        )


@given(now=TIMES, zone=ZONES, hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_time_of_day_is_shown_by_the_clock_or_follows_the_hour_left_out(
    now: datetime, zone: ZoneInfo, hour: int, minute: int
) -> None:
    local = now.astimezone(zone)
    read = moment(f"{hour}:{minute:02}", local)
    assert read is not None
    shown = datetime.combine(local.date(), read.time())
    asked = shown.replace(hour=hour, minute=minute, second=0)
    assert read.replace(tzinfo=None, fold=0) in (asked, asked + timedelta(hours=1))
    assert read.date() == local.date()


@given(now=TIMES, zone=ZONES, count=st.integers(0, 9999), unit=st.sampled_from(["minutes", "hours", "days"]))
def test_a_length_takes_as_long_as_it_says(now: datetime, zone: ZoneInfo, count: int, unit: str) -> None:
    read = moment(f"{count} {unit}", now.astimezone(zone))
    assert read is not None
    assert read.astimezone(UTC) - now == timedelta(**{unit: count})
