"""The page says what was measured, and whether it is what was promised."""

from bench.page import Chapter, Finding, at_most, markdown
from bench.report import page
from bench.rounds import paired


def chapter(*findings: Finding) -> Chapter:
    """A chapter with these findings."""
    return Chapter("Memory", "python -m bench.footprint", "Read from the system.", findings)


def test_a_number_over_its_limit_breaks_the_chapter_and_shows() -> None:
    made = chapter(at_most("memory", 140.0, 130.0, "{:.0f} MB"))
    assert not made.met
    assert "| memory | 140 MB | at most 130 MB | **broken** |" in markdown(made)


def test_a_number_at_its_limit_is_met() -> None:
    made = chapter(at_most("memory", 130.0, 130.0, "{:.0f} MB"))
    assert made.met
    assert "| memory | 130 MB | at most 130 MB | met |" in markdown(made)


def test_a_number_without_a_limit_is_only_shown() -> None:
    made = chapter(Finding("memory of the libraries", "80 MB"))
    assert made.met
    assert "| memory of the libraries | 80 MB |  |  |" in markdown(made)


def test_the_page_begins_with_the_promises_and_the_command_beside_each() -> None:
    text = page([chapter(at_most("memory", 90.0, 130.0, "{:.0f} MB"), Finding("of the libraries", "80 MB"))])
    promises = text.partition("## Memory")[0]
    assert "| memory | 90 MB | at most 130 MB | met | `python -m bench.footprint` |" in promises
    assert "of the libraries" not in promises


def test_a_ratio_is_taken_round_by_round() -> None:
    found = paired([(10.0, 5.0), (40.0, 10.0), (30.0, 10.0)])
    assert (found.ratio, found.least, found.greatest) == (3.0, 2.0, 4.0)
    assert (found.ours, found.theirs) == (30.0, 10.0)


def test_at_best_is_the_least_of_both_whatever_the_round() -> None:
    assert paired([(10.0, 5.0), (40.0, 2.0)]).at_best == 5.0
