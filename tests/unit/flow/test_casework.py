"""How a court works its cases: what it may choose under `desk`, and what holds when it chooses nothing."""

from datetime import timedelta

import pytest

from bot.flow.casework import USUAL, Casework
from tests.flows.overlay import changed, library_of, problems_in

NORTH = "courts/north.yaml"


def texts(lines: str) -> dict[str, str]:
    """The small files with these lines under `desk` of the northern court."""
    return changed(NORTH, "facts:\n", f"desk:\n{lines}facts:\n")


def casework(lines: str) -> Casework:
    """What the northern court has chosen; there must be nothing wrong with it."""
    assert problems_in(texts(lines)) == []
    return library_of(texts(lines)).courts["north"].casework


def test_a_court_that_chooses_nothing_has_the_usual() -> None:
    assert library_of(texts("  replies: marked\n")).courts["south"].casework == USUAL
    usual = Casework((), open_replies=False, lead="", staff_group="", reopen_within=timedelta(days=7))
    assert usual == USUAL


def test_a_desk_needs_no_hours_to_choose_how_it_works() -> None:
    found = library_of(texts("  queues: help desk\n")).courts["north"]
    assert found.desk is None
    assert found.casework.queues == ("help desk",)


def test_queues_keep_their_order_and_their_names() -> None:
    assert casework("  queues: NextGen help, Attorney admissions, R&D\n").queues == (
        "NextGen help",
        "Attorney admissions",
        "R&D",
    )


@pytest.mark.parametrize(("written", "is_open"), [("marked", False), ("open", True)])
def test_replies_are_marked_or_open(written: str, is_open: bool) -> None:
    assert casework(f"  replies: {written}\n").open_replies is is_open


def test_lead_and_staff_group_are_slack_ids() -> None:
    found = casework("  lead: U012AB3CD\n  staff group: S012AB3CD\n")
    assert (found.lead, found.staff_group) == ("U012AB3CD", "S012AB3CD")
    assert casework("  lead: W012AB3CD\n").lead == "W012AB3CD"


@pytest.mark.parametrize(
    "lines", ["  lead: S012AB3CD\n", "  lead: u012ab3cd\n", "  staff group: U012AB3CD\n"]
)
def test_another_id_is_told_and_left_out(lines: str) -> None:
    assert [problem.kind for problem in problems_in(texts(lines))] == ["bad_slack_id"]
    found = library_of(texts(lines)).courts["north"].casework
    assert (found.lead, found.staff_group) == ("", "")


def test_a_day_of_the_time_to_reopen_is_a_day_of_the_calendar() -> None:
    assert casework("  reopen within: 10 days\n").reopen_within == timedelta(days=10)
    assert casework("  reopen within: 36 hours\n").reopen_within == timedelta(hours=36)


@pytest.mark.parametrize("name", ["", "a" * 41, "*help*", "_help", "help-", "{court.name}", "<!channel>"])
def test_a_name_that_cannot_be_shown_is_no_queue(name: str) -> None:
    lines = f'  queues: ["help desk", "{name}"]\n'
    kinds = {problem.kind for problem in problems_in(texts(lines))}
    assert kinds == {"bad_queue" if name else "empty_text"}
    assert library_of(texts(lines)).courts["north"].casework.queues == ("help desk",)
