"""Stopwatches and reminders: business time alone, rests left out, each step at its time, for its person."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.engine.clocks import IDLE, Alarm, Stopwatch, Timed, Watches, alarms, is_overtaken, wound
from bot.flow.timetable import Targets
from tests.unit.engine.opening_times import CLOSED, at, desk

HOURS = desk()
TARGETS = Targets(timedelta(minutes=30), timedelta(hours=1), timedelta(hours=16))
FRIDAY = at("2026-10-09 16:50")
CASE = Timed(FRIDAY)


def started(case: Timed = CASE, now: datetime = FRIDAY) -> Watches:
    """The watches of a case that was opened now."""
    return wound(IDLE, case, HOURS, now)


def told(watches: Watches, case: Timed = CASE, targets: Targets = TARGETS) -> dict[str, str]:
    """When each step is due, on the court's wall, by clock and step."""
    found = alarms(watches, case, targets, HOURS)
    return {f"{one.clock} {one.step}": f"{one.due:%Y-%m-%d %H:%M:%S}" for one in found}


def test_time_counts_from_the_opening_and_only_while_the_desk_is_open() -> None:
    assert told(started()) == {
        "first_response near": "2026-10-13 08:42:30",
        "first_response target": "2026-10-13 08:50:00",
        "first_response beyond": "2026-10-13 09:05:00",
        "resolution near": "2026-10-14 11:50:00",
        "resolution target": "2026-10-14 15:50:00",
        "resolution beyond": "2026-10-15 15:20:00",
    }


def test_a_court_without_hours_or_targets_has_no_clocks() -> None:
    assert wound(started(), CASE, None, FRIDAY) == IDLE
    assert alarms(IDLE, CASE, TARGETS, HOURS) == ()
    assert alarms(started(), CASE, Targets(), HOURS) == ()
    assert set(told(started(), targets=Targets(resolution=timedelta(hours=1)))) == {
        "resolution near",
        "resolution target",
        "resolution beyond",
    }


def test_a_desk_that_never_opens_again_reminds_nobody() -> None:
    never = desk(week=(CLOSED,) * 7)
    assert alarms(wound(IDLE, CASE, never, FRIDAY), CASE, TARGETS, never) == ()


def test_what_lies_beyond_the_horizon_is_left_out() -> None:
    hour = {FRIDAY.date(): desk().timetable.week[0]}
    once = desk(week=(CLOSED,) * 7, opened=hour)
    case = Timed(at("2026-10-09 16:00"))
    targets = Targets(first_response=timedelta(minutes=50))
    found = alarms(wound(IDLE, case, once, case.opened), case, targets, once)
    assert [one.step for one in found] == ["near", "target"]


def test_an_urgent_case_has_half_the_time() -> None:
    urgent = replace(CASE, urgent=True)
    assert told(started(urgent), urgent)["first_response target"] == "2026-10-13 08:35:00"
    assert told(started(urgent), urgent, Targets()) == {}


def test_each_step_goes_to_its_person_and_to_the_thread_while_nobody_has_the_case() -> None:
    owned = replace(CASE, owned=True)
    assert [one.to for one in alarms(started(), CASE, TARGETS, HOURS)] == ["thread", "thread", "lead"] * 2
    assert [one.to for one in alarms(started(owned), owned, TARGETS, HOURS)] == [
        "thread",
        "owner",
        "lead",
    ] * 2


def test_while_the_filer_has_the_word_nothing_counts() -> None:
    morning = at("2026-10-13 09:00")
    answered = Timed(FRIDAY, answered=morning)
    resting = wound(started(), answered, HOURS, morning)
    assert told(resting, answered) == {}
    assert resting.resolution == Stopwatch("resolution:20261009T215000.000000Z", timedelta(minutes=40))


def test_each_of_the_filers_questions_starts_a_cycle_of_its_own() -> None:
    morning, noon, later = at("2026-10-13 09:00"), at("2026-10-13 12:00"), at("2026-10-13 15:00")
    resting = wound(started(), Timed(FRIDAY, answered=morning), HOURS, morning)
    asked = Timed(FRIDAY, answered=morning, heard=noon)
    running = wound(resting, asked, HOURS, noon)
    assert told(running, asked)["next_response target"] == "2026-10-13 13:00:00"
    assert told(running, asked)["resolution target"] == "2026-10-15 10:20:00", "the morning did not count"
    again = replace(asked, heard=later)
    first, second = running, wound(running, again, HOURS, later)
    names = [
        one.name
        for one in (*alarms(first, asked, TARGETS, HOURS), *alarms(second, again, TARGETS, HOURS))
        if one.clock == "next_response"
    ]
    assert len(set(names)) == 6


def test_a_rest_leaves_out_its_hours_and_the_cycle_goes_on() -> None:
    tuesday, next_week = at("2026-10-13 08:40"), at("2026-10-19 10:00")
    resting = replace(CASE, rests=True)
    asleep = wound(started(), resting, HOURS, tuesday)
    assert told(asleep, resting) == {}
    awake = wound(asleep, CASE, HOURS, next_week)
    assert told(awake)["first_response target"] == "2026-10-19 10:10:00"
    before, after = alarms(started(), CASE, TARGETS, HOURS), alarms(awake, CASE, TARGETS, HOURS)
    assert [one.name for one in before] == [one.name for one in after], "what was said stays said"


def test_a_change_that_rests_nothing_moves_nothing() -> None:
    running = started()
    assert wound(running, replace(CASE, owned=True), HOURS, at("2026-10-13 08:45")) == running


def test_a_step_that_time_has_passed_while_resting_is_due_as_soon_as_it_goes_on() -> None:
    late, monday = at("2026-10-13 10:00"), at("2026-10-19 10:00")
    asleep = wound(started(), replace(CASE, rests=True), HOURS, late)
    awake = wound(asleep, CASE, HOURS, monday)
    assert told(awake)["first_response beyond"] == "2026-10-19 10:00:00"


def test_only_the_last_of_several_steps_that_are_due_is_said() -> None:
    near, target, beyond, *_ = found = alarms(started(), CASE, TARGETS, HOURS)
    late = at("2026-10-13 08:55")
    assert is_overtaken(near, found, late)
    assert not is_overtaken(target, found, late)
    assert not is_overtaken(near, found, near.due)
    assert not is_overtaken(beyond, found, at("2026-12-01 09:00")), "the other clock is another matter"


def test_an_alarm_says_when_time_is_up_whatever_its_step() -> None:
    near: Alarm = alarms(started(), CASE, TARGETS, HOURS)[0]
    assert (near.due, near.target) == (at("2026-10-13 08:42:30"), at("2026-10-13 08:50"))


def test_a_watch_that_runs_over_a_clock_change_counts_what_the_wall_shows() -> None:
    nights = desk(week=((desk().timetable.week[0]),) * 7)
    for friday, monday in (("2026-10-30 16:00", "2026-11-02"), ("2026-03-06 16:00", "2026-03-09")):
        case = Timed(at(friday))
        targets = Targets(first_response=timedelta(hours=1 + 8.5 + 8.5 + 1))
        target = alarms(wound(IDLE, case, nights, case.opened), case, targets, nights)[1]
        assert f"{target.due:%Y-%m-%d %H:%M}" == f"{monday} 09:30"
