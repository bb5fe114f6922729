"""The proof of the paths: each thing that can be wrong with a flow as a whole, broken one at a time."""

from dataclasses import replace

import pytest

from bot.engine.prove import Proof, prove
from tests.little import FLOWS, books
from tests.unit.engine.proving import TERMS, at, kinds, only, proof

STEP_FOR_NOBODY = (
    ("    when: filed is never\n", "    when: account is shared and created is before\n"),
    ("    when: filed is earlier or unsure\n", ""),
)
QUESTION_FOR_NOBODY = """
  role:
    when: account is shared and created is before
    ask: Which role?
    answers:
      boss: The boss
      clerk: The clerk

steps:
"""


def test_a_sound_flow_has_no_problem_in_any_court() -> None:
    assert proof() == Proof((), paths=24)


def test_a_question_that_no_path_asks_is_told() -> None:
    change = ("\nsteps:\n", QUESTION_FOR_NOBODY)
    problem = only(change)
    assert problem.kind == "unreachable_question"
    assert at(problem, "  role:", change)
    assert problem.what == "The question role is never asked."
    assert "`when`" in problem.advice


def test_a_step_that_no_path_shows_is_told() -> None:
    problem = only(*STEP_FOR_NOBODY)
    assert problem.kind == "step_never_shown"
    assert problem.what == "The step request is never shown."
    assert at(problem, "  request:", *STEP_FOR_NOBODY)


def test_a_hand_over_that_no_path_reaches_is_told() -> None:
    changes = (
        ("    when: filed is unsure\n", "    when: account is shared and created is before\n"),
        ("hands over: unsure", "gets: register, connect"),
    )
    problem = only(*changes)
    assert problem.kind == "hand_over_never_reached"
    assert at(problem, "  unsure:", *changes)


def test_what_one_court_meets_is_no_problem_of_another() -> None:
    rule = "    when: filed is never and account is own and court.type is district\n"
    assert "step_never_shown" not in kinds(("    when: filed is never\n", rule))


def test_a_path_without_a_step_is_told_with_its_answers() -> None:
    change = ("    when: filed is never\n", "    when: filed is never and account is none\n")
    problem = only(change)
    assert problem.kind == "path_without_step"
    assert problem.what == "No step is shown on this path: account is own, created is after, filed is never."
    assert problem.severity == "error"


def test_many_paths_without_a_step_are_one_problem() -> None:
    problem = only(
        ("    when: filed is never\n", "    when: filed is never and account is none\n"),
        ("    when: account is shared or none\n", "    when: account is none\n"),
    )
    assert problem.what.startswith("No step is shown on 2 paths, such as this: account is own,")


def test_a_problem_of_one_court_alone_names_it() -> None:
    rule = "    when: filed is never and court.type is district\n"
    problem = only(("    when: filed is never\n", rule))
    assert problem.kind == "path_without_step"
    assert problem.what.endswith("created is after, filed is never. (Court: east.)")


def test_a_checklist_without_link_or_phone_is_told() -> None:
    change = (
        "    do: Ask the court for the right to file.\n    link: pacer.website\n",
        "    do: Ask the court.\n",
    )
    problem = only(change)
    assert problem.kind == "path_without_link"
    assert problem.what == "A checklist has neither a link nor a phone: request."
    assert at(problem, "  request:", change)


def test_a_phone_in_the_words_of_a_step_is_enough() -> None:
    change = (
        "    do: Ask the court for the right to file.\n    link: pacer.website\n",
        "    do: Call {court.phone}.\n",
    )
    assert proof(change).problems == ()


def test_a_hand_over_behind_which_nothing_is_to_be_done_is_told() -> None:
    change = ("    when: filed is earlier or unsure\n", "    when: filed is earlier\n")
    problem = only(change)
    assert problem.kind == "no_way_back"
    assert at(problem, "  unsure:", change)
    assert "filed is unsure" in problem.what
    assert "no way back: yes" in problem.advice


def test_a_hand_over_marked_as_without_a_way_back_needs_no_step_behind_it() -> None:
    changes = (
        ("    when: filed is earlier or unsure\n", "    when: filed is earlier\n"),
        ("    when: filed is unsure\n", "    when: filed is unsure\n    no way back: yes\n"),
    )
    assert proof(*changes).problems == ()


def test_a_question_whose_answer_never_matters_is_a_warning() -> None:
    change = ("    when: created is before\n    do", "    when: account is own\n    do")
    problem = only(change)
    assert (problem.kind, problem.severity) == ("idle_question", "warning")
    assert at(problem, "  created:", change)


def test_answers_that_never_differ_are_told_only_as_a_hint() -> None:
    assert proof().problems == ()
    problem = only(terms=replace(TERMS, hints=True))
    assert (problem.kind, problem.severity) == ("twin_answers", "warning")
    assert problem.what == "The answers shared and none of account always lead to the same end."


def test_too_many_paths_are_walked_as_a_sample_and_said_so() -> None:
    found = proof(terms=replace(TERMS, most=5))
    assert {problem.kind for problem in found.problems} == {"too_many_paths"}
    assert "5000 of them were walked" in found.problems[0].what


def test_what_a_sample_does_not_meet_is_a_warning() -> None:
    problems = proof(*STEP_FOR_NOBODY, terms=replace(TERMS, most=5)).problems
    assert {problem.severity for problem in problems if problem.kind == "step_never_shown"} == {"warning"}


def test_a_missing_fact_does_not_hide_what_is_wrong_with_the_paths() -> None:
    assert "no_way_back" in kinds(
        ("Call {pacer.phone}", "Call {pacer.fax}"), ("earlier or unsure", "earlier")
    )


@pytest.mark.parametrize("entry", ["asked_for_person", "not_understood", "secret_pasted"])
def test_a_flow_in_which_a_filer_could_reach_nobody_is_told(entry: str) -> None:
    problem = only((f"  {entry}:", "  another:"))
    assert problem.kind == "missing_hand_over"
    assert f'"{entry}"' in problem.what


def test_a_missing_sentence_does_not_stop_the_proof() -> None:
    says = (FLOWS / "says.yaml").read_text(encoding="utf-8").replace("\nphones:", "\nfones:")
    found = prove(books(("earlier or unsure", "earlier"), files={"says.yaml": says}), TERMS)
    assert {problem.kind for problem in found.problems} == {"no_way_back"}


def test_of_two_hand_overs_on_a_path_the_last_is_the_one_without_a_way_back() -> None:
    puzzle = "  puzzle:\n    when: created is after\n    because: A puzzle.\n\n  unsure:\n    when"
    problem = only(("earlier or unsure", "earlier"), ("  unsure:\n    when", puzzle))
    assert problem.kind == "no_way_back"
    assert problem.what.startswith("Returned from unsure, ")


def test_a_question_that_matters_on_some_paths_only_is_no_problem() -> None:
    call = "steps:\n\n  call:\n    when: team is big and filed is never\n    do: Call {court.phone}.\n"
    assert proof(("\nsteps:\n", TEAM.replace("steps:\n", call))).problems == ()


def test_an_idle_question_in_between_does_not_hide_that_answers_never_differ() -> None:
    found = proof(("\nsteps:\n", TEAM), terms=replace(TERMS, hints=True))
    assert {problem.kind for problem in found.problems} == {"idle_question", "twin_answers"}
    assert "The answers shared and none of account always lead to the same end." in {
        problem.what for problem in found.problems
    }


TEAM = """
  team:
    when: account is shared
    ask: How big is your team?
    answers:
      big: A big team
      small: A small team

steps:
"""
