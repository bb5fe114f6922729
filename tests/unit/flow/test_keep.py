"""How long a court keeps its records: what it may write, and what is told when that makes no sense."""

from datetime import timedelta

import pytest

from bot.flow.keep import Keep
from tests.flows.overlay import changed, library_of, problems_in

NORTH = "courts/north.yaml"
DAY = timedelta(days=1)


def kept(lines: str) -> tuple[Keep, list[str]]:
    """What the northern court keeps with these lines under `desk`, and the kinds of problems they bring."""
    texts = changed(NORTH, "facts:\n", f"desk:\n{lines}\nfacts:\n")
    return library_of(texts).courts["north"].keep, [one.kind for one in problems_in(texts)]


def test_a_court_that_says_nothing_has_the_defaults_written_down() -> None:
    keep, _ = kept("  replies: marked")
    assert keep == Keep()
    assert (keep.cases, keep.words, keep.receipts) == (1095 * DAY, 90 * DAY, 365 * DAY)


def test_a_court_without_hours_says_how_long() -> None:
    found, problems = kept("  keep: {cases: 2 years, words: 6 months, receipts: 2 weeks, answers: 1 day}")
    assert problems == []
    assert found == Keep(cases=730 * DAY, words=180 * DAY, receipts=14 * DAY, answers=DAY)


@pytest.mark.parametrize("span", ["0 days", "3", "years", "3 hours", "101 years", "1.5 years", "-1 day"])
def test_what_is_no_length_of_time_is_told_and_the_default_holds(span: str) -> None:
    found, problems = kept(f"  keep:\n    events: {span}")
    assert problems == ["bad_duration"]
    assert found == Keep()


def test_words_do_not_outlive_their_case() -> None:
    found, problems = kept("  keep: {cases: 60 days}")
    assert problems == ["words_outlive_case"]
    assert found == Keep()


def test_there_is_no_other_record() -> None:
    _, problems = kept("  keep: {audit: 1 day}")
    assert problems == ["unknown_key"]
