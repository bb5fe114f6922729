"""What holds for a case's clocks, whatever the hours, the targets and the order of its days."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.clocks import IDLE, Timed, Watches, alarms, wound
from bot.engine.hours import Hours
from bot.flow.timetable import Targets
from tests.properties.test_hours_properties import HOURS, MOMENTS

PAUSES = st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=2)), min_size=1, max_size=6)
TARGETS = st.builds(
    Targets,
    first_response=st.none() | st.timedeltas(timedelta(minutes=4), timedelta(hours=4)),
    resolution=st.none() | st.timedeltas(timedelta(minutes=4), timedelta(days=2)),
)


def lived(hours: Hours, opened: datetime, lengths: Sequence[timedelta]) -> tuple[Watches, datetime]:
    """The watches of a case that runs and rests by turns for so long each; running, and the time."""
    watches, now = wound(IDLE, Timed(opened), hours, opened), opened
    for rests in (True, False):
        for length in lengths:
            now += length
            watches = wound(watches, Timed(opened, rests=rests), hours, now)
    return watches, now


@given(HOURS, MOMENTS, PAUSES)
def test_a_watch_shows_the_open_time_of_its_runs_and_of_nothing_else(
    hours: Hours, opened: datetime, lengths: list[timedelta]
) -> None:
    watches, now, counted = wound(IDLE, Timed(opened), hours, opened), opened, timedelta()
    for place, length in enumerate(lengths):
        runs, begun = place % 2 == 0, now
        now += length
        counted += hours.business_between(begun, now) if runs else timedelta()
        watches = wound(watches, Timed(opened, rests=runs), hours, now)
    assert watches.resolution.read(hours, now) == counted == watches.response.read(hours, now)


@given(HOURS, MOMENTS, PAUSES, TARGETS)
def test_steps_come_in_their_order_and_never_before_the_watch_has_run_so_long(
    hours: Hours, opened: datetime, lengths: list[timedelta], targets: Targets
) -> None:
    watches, _ = lived(hours, opened, lengths)
    for clock in ("first_response", "resolution"):
        found = [one for one in alarms(watches, Timed(opened), targets, hours) if one.clock == clock]
        assert [one.due for one in found] == sorted(one.due for one in found)
        for one in found:
            allowed = targets.first_response if clock == "first_response" else targets.resolution
            assert allowed is not None
            share = {"near": 0.75, "target": 1.0, "beyond": 1.5}[one.step]
            watch = watches.response if clock == "first_response" else watches.resolution
            assert watch.read(hours, one.due) >= allowed * share


@given(HOURS, MOMENTS, PAUSES, TARGETS)
def test_winding_twice_at_one_moment_is_winding_once(
    hours: Hours, opened: datetime, lengths: list[timedelta], targets: Targets
) -> None:
    watches, now = lived(hours, opened, lengths)
    for rests in (True, False):
        case = Timed(opened, rests=rests)
        once = wound(watches, case, hours, now)
        twice = wound(once, case, hours, now)
        assert once == twice
        assert alarms(once, case, targets, hours) == alarms(twice, case, targets, hours)
