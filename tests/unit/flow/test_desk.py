"""The desk of a court: its closures, its own days, its targets."""

from datetime import date, timedelta

import pytest

from bot.flow.days import in_words
from bot.flow.model import Library
from bot.flow.timetable import Desk, Opening, Targets
from tests.flows.overlay import changed, library_of, problems_in

NORTH = "courts/north.yaml"
HOURS = (
    "desk:\n  hours:\n    monday to thursday: [8:30 to 12:00, 13:00 to 17:00]\n    friday: 8:30 to 15:00\n"
)


def texts(more: str) -> dict[str, str]:
    """The small files with a desk in the northern court."""
    return changed(NORTH, "facts:\n", f"{HOURS}{more}facts:\n")


def desk_of(library: Library) -> Desk:
    """The desk of the northern court."""
    desk = library.courts["north"].desk
    assert desk is not None
    return desk


def desk(more: str = "") -> Desk:
    """The desk with these lines after its hours; there must be nothing wrong with it."""
    assert problems_in(texts(more)) == []
    return desk_of(library_of(texts(more)))


def test_a_court_without_a_desk_has_no_hours() -> None:
    assert library_of(texts("")).courts["south"].desk is None


def test_days_that_are_not_named_are_closed_and_federal_holidays_too() -> None:
    table = desk().timetable
    assert table.week[4:] == ((Opening(510, 900),), (), ())
    assert table.holidays
    assert not desk("  holidays: none\n").timetable.holidays


@pytest.mark.parametrize(
    "closed",
    [
        "  closed: 2026-12-24, 2026-12-26 to 2026-12-27\n",
        "  closed: [2026-12-24, 2026-12-26 to 2026-12-27]\n",
        "  closed:\n    - 2026-12-24\n    - 2026-12-26 to 2026-12-27\n",
    ],
)
def test_closures_may_stand_in_a_list_without_reasons(closed: str) -> None:
    days = (date(2026, 12, 24), date(2026, 12, 26), date(2026, 12, 27))
    assert desk(closed).timetable.closed == dict.fromkeys(days, "")


def test_a_closure_may_give_its_reason() -> None:
    assert desk("  closed:\n    2026-12-24: Christmas Eve\n").timetable.closed == {
        date(2026, 12, 24): "Christmas Eve"
    }


def test_a_day_may_have_hours_of_its_own() -> None:
    assert desk("  open:\n    2026-12-31: 8:30 to 12:00\n").timetable.open == {
        date(2026, 12, 31): (Opening(510, 720),)
    }


def test_a_day_of_a_target_is_a_full_day_of_the_desk() -> None:
    lines = "  targets:\n    first response: 30 minutes\n    next response: 1 hour\n    resolution: 2 days\n"
    assert desk(lines).targets == Targets(timedelta(minutes=30), timedelta(hours=1), timedelta(hours=15))


def test_a_desk_without_hours_is_told() -> None:
    found = problems_in(changed(NORTH, "facts:\n", "desk:\n  holidays: none\nfacts:\n"))
    assert [(problem.kind, problem.line) for problem in found] == [("missing_key", 9)]


def test_closures_of_which_one_is_to_come_are_not_called_old() -> None:
    assert desk("  closed: [2026-11-27, 2026-12-24]\n").timetable.closed


HOURS_FACT = """facts:
  pacer.phone_hours:
    kind: hours
    value: monday to friday 8:00 to 18:00
    zone: America/New_York
    source: made up
    checked: 2026-11-01
    expires: 2027-11-01
"""


def test_hours_that_somebody_else_keeps_are_a_fact_and_stand_in_a_sentence() -> None:
    library = library_of(changed("facts.yaml", "facts:\n", HOURS_FACT))
    fact = library.facts["pacer.phone_hours"]
    assert in_words(fact) == "Monday to Friday, 8:00 a.m. to 6:00 p.m. Eastern Time"


def test_hours_in_a_court_s_file_are_in_its_time_zone() -> None:
    lines = HOURS_FACT.replace("pacer.", "court.").replace("    zone: America/New_York\n", "")
    library = library_of(changed(NORTH, "facts:\n", lines))
    assert library.courts["north"].facts["court.phone_hours"].zone == "America/Chicago"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("    zone: America/New_York\n", "", "missing_key"),
        ("zone: America/New_York", "zone: America/Paris", "bad_choice"),
        ("monday to friday 8:00", "monday to friday 8", "bad_hours"),
    ],
)
def test_hours_of_a_fact_that_make_no_sense_are_told(old: str, new: str, kind: str) -> None:
    found = problems_in(changed("facts.yaml", "facts:\n", HOURS_FACT.replace(old, new)))
    assert [problem.kind for problem in found] == kind.split()
