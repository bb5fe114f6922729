"""What holds for business time, whatever the hours, the closures and the moment."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.engine.federal_holidays import federal_holiday
from bot.engine.hours import Hours
from bot.flow.timetable import Opening, Openings, Timetable
from tests.unit.engine.opening_times import CHICAGO

FIRST, LAST = date(2026, 2, 20), date(2026, 12, 5)


def as_openings(edges: set[int]) -> Openings:
    """Stretches of a day between sorted edges, taken two by two."""
    points = sorted(edges)
    return tuple(Opening(points[n], points[n + 1]) for n in range(0, len(points) - 1, 2))


DAY = st.sets(st.integers(0, 96).map(lambda quarter: quarter * 15), max_size=6).map(as_openings)
DATES = st.dates(FIRST, LAST)
HOURS = st.builds(
    Timetable,
    week=st.tuples(DAY, DAY, DAY, DAY, DAY, DAY, DAY),
    holidays=st.booleans(),
    closed=st.dictionaries(DATES, st.just("a reason"), max_size=4),
    open=st.dictionaries(DATES, DAY, max_size=4),
).map(lambda timetable: Hours(timetable, CHICAGO, federal_holiday))
CLOCK_CHANGES = st.sampled_from([datetime(2026, 3, 8, 8, tzinfo=UTC), datetime(2026, 11, 1, 7, tzinfo=UTC)])
MOMENTS = st.one_of(
    st.datetimes(datetime(2026, 2, 20), datetime(2026, 12, 5)).map(lambda at: at.replace(tzinfo=CHICAGO)),
    st.builds(lambda change, offset: change + offset, CLOCK_CHANGES,
              st.timedeltas(timedelta(hours=-30), timedelta(hours=30))),
)  # fmt: skip
AMOUNTS = st.timedeltas(timedelta(0), timedelta(days=4))


@given(HOURS, MOMENTS, AMOUNTS)
def test_adding_and_measuring_undo_each_other(hours: Hours, at: datetime, amount: timedelta) -> None:
    later = hours.add(at, amount)
    assume(later is not None)
    assert later is not None
    assert hours.business_between(at, later) == amount


@given(HOURS, MOMENTS, AMOUNTS)
def test_time_is_never_up_while_the_desk_is_closed(hours: Hours, at: datetime, amount: timedelta) -> None:
    later = hours.add(at, amount)
    assume(later is not None)
    assert later is not None
    just_before = later.astimezone(UTC) - timedelta(microseconds=1)
    assert hours.is_open(later) or hours.is_open(just_before)


@given(HOURS, MOMENTS, MOMENTS, AMOUNTS)
def test_who_starts_later_is_done_no_sooner(
    hours: Hours, one: datetime, other: datetime, amount: timedelta
) -> None:
    first, second = sorted((one, other), key=lambda at: at.astimezone(UTC))
    sooner, later = hours.add(first, amount), hours.add(second, amount)
    assume(sooner is not None and later is not None)
    assert sooner is not None
    assert later is not None
    assert sooner.astimezone(UTC) <= later.astimezone(UTC)


@given(HOURS, MOMENTS, MOMENTS, MOMENTS)
def test_measured_parts_make_the_whole(hours: Hours, a: datetime, b: datetime, c: datetime) -> None:
    first, middle, last = sorted((a, b, c), key=lambda at: at.astimezone(UTC))
    parts = hours.business_between(first, middle) + hours.business_between(middle, last)
    assert parts == hours.business_between(first, last)


@given(HOURS, MOMENTS)
def test_open_is_what_the_clock_on_the_wall_says(hours: Hours, at: datetime) -> None:
    wall = at.astimezone(CHICAGO)
    day, minute = wall.date(), wall.hour * 60 + wall.minute
    table = hours.timetable
    holiday = table.holidays and federal_holiday(day)
    usual = () if holiday or day in table.closed else table.week[day.weekday()]
    openings = table.open.get(day, usual)
    assert hours.is_open(at) == any(one.opens <= minute < one.closes for one in openings)


@given(HOURS, MOMENTS)
def test_nothing_is_open_between_a_closed_moment_and_the_next_opening(hours: Hours, at: datetime) -> None:
    opening = hours.next_opening(at)
    assume(opening is not None)
    assert opening is not None
    assert hours.is_open(opening)
    assert hours.business_between(at, opening) == timedelta(0)
    assert (opening.astimezone(UTC) == at.astimezone(UTC)) == hours.is_open(at)
