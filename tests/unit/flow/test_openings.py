"""Hours as clerks write them."""

import pytest

from bot.flow.clock_words import clock_in_words, day_in_words, week_in_words, zone_in_words
from bot.flow.model import Place
from bot.flow.openings import openings
from bot.flow.parse_week import week_of
from bot.flow.report import Report
from bot.flow.timetable import Opening
from bot.flow.weekdays import weekdays
from tests.unit.engine.opening_times import at

HERE = Place("courts/north.yaml", 8, 5)
OFFICE = (Opening(510, 1020),)
LUNCH = (Opening(510, 720), Opening(780, 1020))


def read(*texts: str) -> tuple[object, list[str]]:
    """The openings of these texts, and the kinds of problems."""
    report = Report()
    return openings(texts, HERE, report), [problem.kind for problem in report.problems()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8:30 to 17:00", OFFICE),
        ("8:30-17:00", OFFICE),
        ("8:30 \u2013 17:00", OFFICE),
        ("8:30 am to 5 pm", OFFICE),
        ("8:30 a.m. to 5:00 P.M.", OFFICE),
        ("8:30 to noon, 13:00 to 17:00", LUNCH),
        ("13:00 to 17:00 and 8:30 to 12:00", LUNCH),
        ("8:30 am to 12 pm, and 1 pm to 5 pm", LUNCH),
        ("midnight to midnight", (Opening(0, 1440),)),
        ("12 am to 1:15 am", (Opening(0, 75),)),
        ("noon to 24:00", (Opening(720, 1440),)),
        ("closed", ()),
    ],
)
def test_hours_are_read_in_the_ways_people_write_them(text: str, found: object) -> None:
    assert read(text) == (found, [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("8 to 17", "bad_hours"),
        ("9:00", "bad_hours"),
        ("1:30 to 5 pm", "bad_hours"),
        ("13 pm to 5 pm", "bad_hours"),
        ("0 am to 5 pm", "bad_hours"),
        ("8:60 to 17:00", "bad_hours"),
        ("8:30 to 24:30", "bad_hours"),
        ("8:30 to 12:00 to 17:00", "bad_hours"),
        ("when we are in", "bad_hours"),
        ("8:30 to 5:00", "hours_reversed"),
        ("9:00 to 9:00", "hours_reversed"),
        ("8:30 to 12:30, 12:00 to 17:00", "hours_overlap"),
    ],
)
def test_hours_that_can_mean_two_things_or_nothing_are_refused(text: str, kind: str) -> None:
    assert read(text) == ((), [kind])


def test_openings_on_lines_of_their_own_make_one_day() -> None:
    assert read("8:30 to 12:00", "13:00 to 17:00") == (LUNCH, [])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("monday to friday", (0, 1, 2, 3, 4)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("tues. through thurs.", (1, 2, 3)),
        ("monday, wednesday, and friday", (0, 2, 4)),
        ("monday to tuesday and saturday", (0, 1, 5)),
        ("weekdays", (0, 1, 2, 3, 4)),
        ("every  day", (0, 1, 2, 3, 4, 5, 6)),
        ("friday to monday", ()),
        ("m to f", ()),
        ("monday and fryday", ()),
        ("monday to tuesday to friday", ()),
    ],
)
def test_days_are_read_in_the_ways_people_write_them(text: str, days: tuple[int, ...]) -> None:
    assert weekdays(text) == days


def test_a_week_in_one_line_is_read_and_said_in_words() -> None:
    report = Report()
    text = "monday to thursday 8:30 to noon, 1 pm to 5 pm; friday noon to 15:00; sat, sun 9:00 to midnight"
    week = week_of(text, HERE, report)
    assert report.problems() == ()
    assert week_in_words(week) == (
        "Monday to Thursday, 8:30 a.m. to noon and 1:00 p.m. to 5:00 p.m.; Friday, noon to 3:00 p.m.; "
        "Saturday and Sunday, 9:00 a.m. to midnight"
    )


def test_a_week_without_times_is_told() -> None:
    report = Report()
    week_of("monday to friday", HERE, report)
    assert [problem.kind for problem in report.problems()] == ["bad_hours"]


def test_the_same_hours_all_week_are_every_day() -> None:
    assert week_in_words((OFFICE,) * 7) == "every day, 8:30 a.m. to 5:00 p.m."


def test_days_on_which_it_is_closed_are_not_in_the_words() -> None:
    assert week_in_words(((), OFFICE, (), (), OFFICE, (), ())) == (
        "Tuesday, 8:30 a.m. to 5:00 p.m.; Friday, 8:30 a.m. to 5:00 p.m."
    )


def test_times_days_and_zones_stand_as_people_say_them() -> None:
    assert clock_in_words(at("2026-11-23 00:05")) == "12:05 a.m."
    assert clock_in_words(at("2026-11-23 12:30")) == "12:30 p.m."
    assert day_in_words(at("2026-11-30 08:30").date()) == "Monday, November 30"
    assert zone_in_words("America/Chicago") == "Central Time"
    assert zone_in_words("America/North_Dakota/New_Salem") == "New Salem Time"
