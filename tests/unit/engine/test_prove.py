"""The proof: each thing that can be wrong with a flow as a whole, broken one at a time."""

from dataclasses import replace

import pytest

from bot.engine.prove import Proof, Terms, prove
from bot.flow.limits import TextLimits
from bot.flow.problem import Problem
from tests.little import NOW, books, line, texts

ROOMY = TextLimits(message_text=4000, section_text=3000, title=150, button_label=75, buttons=25)
TERMS = Terms(NOW, ROOMY)
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


def proof(*changes: tuple[str, str], terms: Terms = TERMS) -> Proof:
    return prove(books(*changes), terms)


def only(*changes: tuple[str, str], terms: Terms = TERMS) -> Problem:
    (problem,) = proof(*changes, terms=terms).problems
    return problem


def at(problem: Problem, text: str, *changes: tuple[str, str]) -> bool:
    """Whether the problem stands at the line of the flow that is this text."""
    return (problem.file, problem.line) == ("little.yaml", line(text, texts(*changes)["little.yaml"]))


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


def kinds(*changes: tuple[str, str], terms: Terms = TERMS) -> set[str]:
    return {problem.kind for problem in proof(*changes, terms=terms).problems}


def whats(*changes: tuple[str, str]) -> set[str]:
    return {problem.what for problem in proof(*changes).problems}


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


def test_an_example_that_comes_to_something_else_is_told_with_both() -> None:
    change = ("gets: upgrade, connect", "gets: upgrade, request")
    problem = only(change)
    assert problem.kind == "example_fails"
    assert problem.what == 'The example "old account" comes to upgrade, connect, not to upgrade, request.'
    assert at(problem, "  old account:", change)


@pytest.mark.parametrize(
    ("phrase", "read"),
    [
        ("operator", "hands over (asked_for_person)"),
        ("why do you ask", "is not read as an answer"),
        ("2", "is read as shared"),
    ],
)
def test_a_phrase_that_is_read_as_something_else_is_told(phrase: str, read: str) -> None:
    change = ("own: mine, my own", f"own: mine, my own, {phrase}")
    problem = only(change)
    assert problem.kind == "twin_phrases"
    assert problem.what == f'"{phrase}" should mean own of account, but it {read}.'
    assert at(problem, "      own: My own account", change)


def test_a_phrase_that_may_be_two_answers_is_told() -> None:
    changes = (("own: mine, my own", "own: mine, yes"), ("shared: firm account", "shared: firm account, yep"))
    assert '"yep" should mean shared of account, but it may also be own.' in whats(*changes)


def test_a_phrase_that_two_answers_share_is_left_to_the_check_of_the_file() -> None:
    assert "twin_phrases" not in kinds(("shared: firm account", "shared: firm account, mine"))


@pytest.mark.parametrize(
    ("limits", "kind", "what"),
    [
        (replace(ROOMY, message_text=150), "text_too_long", "This message has"),
        (replace(ROOMY, section_text=60), "text_too_long", "The step connect with its notes and links has"),
        (replace(ROOMY, buttons=3), "too_many_buttons", "This message has 4 buttons; only 3 fit."),
    ],
)
def test_a_message_that_does_not_fit_is_told(limits: TextLimits, kind: str, what: str) -> None:
    problems = proof(terms=replace(TERMS, limits=limits)).problems
    assert {problem.kind for problem in problems} == {kind}
    assert any(problem.what.startswith(what) for problem in problems)


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
