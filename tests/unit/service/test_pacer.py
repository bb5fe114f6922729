"""Allowances: a burst at once, then one after the other, and nothing forgotten too early."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.service.habits import Pace
from bot.service.pacer import Pacer

NOON = datetime(2026, 12, 7, 12, tzinfo=UTC)
PACE = Pace(place=1.0, place_burst=3, workspace=0.5, workspace_burst=10)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@given(st.lists(st.floats(0, 3), max_size=40))
def test_no_stretch_of_time_sees_more_than_its_share(pauses: list[float]) -> None:
    pacer, moment, taken = Pacer(PACE), 0.0, []
    for pause in pauses:
        moment += pause
        if "person:U1" not in pacer.resting(at(moment)):
            pacer.took("person:U1", at(moment))
            taken.append(moment)
    for start in taken:
        for end in taken:
            inside = [one for one in taken if start <= one <= end]
            assert len(inside) <= PACE.place_burst + (max(end - start, 0.0)) / PACE.place + 1e-6


def test_a_place_that_rested_long_enough_has_its_whole_burst_again() -> None:
    pacer = Pacer(PACE)
    for _ in range(3):
        pacer.took("person:U1", NOON)
    assert pacer.resting(NOON) == {"person:U1"}
    assert pacer.next(NOON) == pytest.approx(1.0)
    assert pacer.resting(at(3)) == set()
    assert pacer.next(at(3)) == 0.0


def test_a_held_place_rests_until_the_second_it_was_told() -> None:
    pacer = Pacer(PACE)
    pacer.hold("person:U1", NOON, 30)
    assert pacer.resting(at(29.9)) == {"person:U1"}
    assert pacer.next(at(20)) == pytest.approx(10)
    assert pacer.resting(at(30)) == set()


def test_a_hold_that_is_over_does_not_make_the_next_one_the_workspaces() -> None:
    pacer = Pacer(PACE)
    pacer.hold("person:U1", NOON, 5)
    pacer.hold("person:U2", at(6), 5)
    assert pacer.room(at(6)) == PACE.workspace_burst
    pacer.hold("person:U3", at(7), 5)
    assert pacer.room(at(7)) == 0
    assert pacer.room(at(12)) == PACE.workspace_burst


def test_the_workspace_waits_only_as_long_as_the_second_place_was_told() -> None:
    pacer = Pacer(PACE)
    pacer.hold("channel:C9", NOON, 300)
    pacer.hold("person:U2", at(10), 2)
    assert pacer.room(at(11)) == 0
    assert pacer.room(at(12)) == PACE.workspace_burst
    assert pacer.resting(at(12)) == {"channel:C9"}


def test_a_pace_of_nothing_is_no_limit() -> None:
    pacer = Pacer(Pace(place=0.0, place_burst=1, workspace=0.0, workspace_burst=5))
    for _ in range(50):
        pacer.took("person:U1", NOON)
    assert pacer.resting(NOON) == set()
    assert pacer.room(NOON) == 5
