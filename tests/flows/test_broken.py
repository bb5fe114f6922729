"""Every way to break a flow file has a broken file here, and is told with its line and what to write."""

import pytest

from bot.engine.book import build
from bot.engine.prove import Terms, prove
from bot.flow.library import load
from bot.flow.problem import Problem
from tests.flows.overlay import FLOWS, LIMITS, NOW, BrokenCase, base, broken_cases, folder_texts, problems_in


def everything_wrong(texts: dict[str, str]) -> list[Problem]:
    """The problems of grammar, references and words, and of the proof of every court."""
    library, _ = load(texts)
    books = [build(library, court) for court in library.courts] if library else []
    return [*problems_in(texts), *prove(books, Terms(NOW, LIMITS)).problems]


@pytest.mark.parametrize("case", broken_cases(), ids=lambda case: str(case.name))
def test_a_broken_file_is_told_with_its_line_and_what_to_write(case: BrokenCase) -> None:
    found = everything_wrong(case.texts)
    told = [problem for problem in found if (problem.file, problem.line) == (case.file, case.line)]
    assert [problem for problem in told if problem.kind == case.kind and case.advice in problem.advice], found


@pytest.mark.parametrize("case", broken_cases(), ids=lambda case: str(case.name))
def test_a_broken_file_is_told_as_nothing_else(case: BrokenCase) -> None:
    assert {problem.kind for problem in problems_in(case.texts)} <= {case.kind}


def test_the_whole_files_have_no_problem() -> None:
    assert everything_wrong(base()) == []


def test_the_shipped_flows_have_no_problem() -> None:
    assert everything_wrong(folder_texts(FLOWS)) == []


def test_all_that_is_wrong_is_told_in_one_run() -> None:
    texts = base()
    texts["nextgen.yaml"] = (
        texts["nextgen.yaml"]
        .replace("when: created is before\n", "wen: created is before\n")
        .replace("do: Upgrade your account.", "do: Upgrade your account. Call 800-676-6856.")
        .replace("shared: firm account", "shared: firm account, mine")
        .replace("gets: upgrade, link", "gets: link")
    )
    texts["facts.yaml"] = texts["facts.yaml"].replace("2027-11-01", "2026-11-02")
    kinds = {problem.kind for problem in everything_wrong(texts)}
    assert {"unknown_key", "literal_phone", "twin_phrases", "example_fails", "expired_fact"} <= kinds
