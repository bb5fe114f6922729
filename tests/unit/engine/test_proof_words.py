"""The proof of the words: every phrase, example and message, said as in a whole turn."""

from dataclasses import replace

import pytest

from bot.flow.limits import TextLimits
from tests.unit.engine.proving import ROOMY, TERMS, at, kinds, only, proof, whats


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
        ("why do you ask", "is not read as an answer: it may be a command"),
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


def test_a_message_just_as_long_as_what_fits_is_no_problem() -> None:
    tight = replace(TERMS, limits=replace(ROOMY, section_text=1))
    longest = max(int(problem.what.split(" has ")[1].split()[0]) for problem in proof(terms=tight).problems)
    assert proof(terms=replace(TERMS, limits=replace(ROOMY, section_text=longest))).problems == ()
    assert len(proof(terms=replace(TERMS, limits=replace(ROOMY, section_text=longest - 1))).problems) == 1


LONG = "Please read this. " * 60
SHORT_MESSAGES = replace(TERMS, limits=replace(ROOMY, message_text=900))
LATE = f"""
  late:
    when: filed is unsure
    ask: {LONG}
    answers:
      one: The first one
      two: The second one

steps:
"""


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("start: Welcome", f"start: {LONG} Welcome"), "  account:"),
        (("ask: Have you filed", f"ask: {LONG} Have you filed"), "  filed:"),
        (("because: Our staff", f"because: {LONG} Our staff"), "  unsure:"),
        (("finish: Good", f"finish: {LONG} Good"), "flow: little"),
    ],
)
def test_a_message_that_is_too_long_is_told_where_it_is_said(change: tuple[str, str], place: str) -> None:
    problems = proof(change, terms=SHORT_MESSAGES).problems
    assert {problem.kind for problem in problems} == {"text_too_long"}
    assert all(at(problem, place, change) for problem in problems)


def test_a_question_that_is_asked_only_behind_a_hand_over_is_measured_too() -> None:
    change = ("\nsteps:\n", LATE)
    long = [one for one in proof(change, terms=SHORT_MESSAGES).problems if one.kind == "text_too_long"]
    assert len(long) == 1
    assert at(long[0], "  late:", change)
