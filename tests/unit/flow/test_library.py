"""Whole files become the values they describe."""

from dataclasses import replace
from datetime import date

import pytest

from bot.errors import FlowError
from bot.flow.library import load, loaded
from bot.flow.model import Answer, DayFacts, Example, Fact, HandOver, Place, Question, Step, Term
from bot.flow.when import Clause, When
from tests.flows.overlay import base, changed, library_of

FLOW = "nextgen.yaml"


def test_a_question_comes_with_its_answers_days_and_rule() -> None:
    assert library_of(base()).flows["nextgen"].question("created") == Question(
        id="created",
        ask="When was it made?",
        answers=(
            Answer(
                id="before",
                label="Before {pacer.upgrade_day}",
                also=("legacy account",),
                dates=DayFacts(end="pacer.upgrade_day"),
                place=Place(FLOW, 26, 7),
            ),
            Answer(
                id="after",
                label="{pacer.upgrade_day} or later",
                dates=DayFacts(start="pacer.upgrade_day"),
                place=Place(FLOW, 27, 7),
            ),
        ),
        when=When(((Clause("account", ("own",)),),)),
        place=Place(FLOW, 22, 3),
    )


def test_days_may_lie_between_two_facts() -> None:
    texts = changed(FLOW, "before: before pacer.upgrade_day", "before: pacer.upgrade_day to court.go_live")
    created = library_of(texts).flows["nextgen"].question("created")
    assert created is not None
    assert created.answers[0].dates == DayFacts("pacer.upgrade_day", "court.go_live")


def test_parts_of_a_flow_are_found_by_their_id() -> None:
    flow = library_of(base()).flows["nextgen"]
    account = flow.question("account")
    assert account is not None
    answer = account.answer("shared")
    assert answer is not None
    assert answer.label == "We share one"
    assert account.answer("lent") is None
    assert (flow.question("nothing"), flow.step("nothing"), flow.hand_over("nothing")) == (None, None, None)


def test_a_step_comes_with_its_links_and_its_first_day() -> None:
    assert library_of(base()).flows["nextgen"].step("link") == Step(
        id="link",
        do="Link your old login.",
        when=When(((Clause("filed", ("yes",)), Clause("court.type", ("bankruptcy",))),)),
        links=("court.page", "pacer.phone"),
        not_before="court.go_live",
        place=Place(FLOW, 56, 3),
    )


def test_a_hand_over_comes_with_its_words_and_reason() -> None:
    assert library_of(base()).flows["nextgen"].hand_over("deadline") == HandOver(
        id="deadline",
        because="Something is due today.",
        say="Please call {court.phone} now.",
        heard=("due today", "due tonight"),
        urgent=True,
        place=Place(FLOW, 78, 3),
    )


def test_examples_come_with_messages_and_outcome() -> None:
    first, second = library_of(base()).flows["nextgen"].examples
    assert first == Example(
        "an old account",
        says=("mine", "legacy account", "many times"),
        gets=("upgrade", "link"),
        place=Place(FLOW, 99, 3),
    )
    assert (second.says, second.hands_over) == (("it is due today",), "deadline")


def test_a_step_may_lead_to_another_flow() -> None:
    texts = changed(FLOW, "do: Upgrade your account.", "do: Upgrade your account.\n    flow: nextgen")
    step = library_of(texts).flows["nextgen"].step("upgrade")
    assert step is not None
    assert step.flow == "nextgen"


def test_a_fact_comes_with_its_source_and_days() -> None:
    texts = changed(
        "facts.yaml", "    mark: B\n", "    mark: B\n    from: 2026-01-01\n    until: 2026-12-31\n"
    )
    assert library_of(texts).facts["pacer.manage"] == Fact(
        key="pacer.manage",
        kind="link",
        value="https://pacer.uscourts.gov/my-account-billing",
        source="a court's page",
        checked=date(2026, 11, 1),
        expires=date(2027, 11, 1),
        label="Manage My Account",
        mark="B",
        start=date(2026, 1, 1),
        until=date(2026, 12, 31),
        place=Place("facts.yaml", 22, 3),
    )


def test_a_court_has_its_name_and_type_as_facts() -> None:
    north = library_of(base()).courts["north"]
    assert (north.name, north.type, north.zone) == ("the Court of the North", "bankruptcy", "America/Chicago")
    assert (north.facts["court.name"].value, north.facts["court.type"].value) == (north.name, north.type)
    assert (north.default_flow, north.example) == ("nextgen", True)


def test_a_courts_fact_may_be_written_without_the_court() -> None:
    texts = changed("courts/north.yaml", "  court.page:", "  page:")
    assert loaded(texts).courts["north"].facts["court.page"].value == "https://www.example.gov/north"


def test_what_a_court_changes_is_read() -> None:
    more = "flags: {order: motion_first}\nleaves out: {account: [none]}\n"
    more += "words: {upgrade: Do it.}\nnotes: {link: Twice.}\n"
    north = library_of(changed("courts/north.yaml", "facts:\n", f"{more}facts:\n")).courts["north"]
    assert north.flags == {"order": "motion_first"}
    assert north.leaves_out == {"account": ("none",)}
    assert north.words == {"upgrade": "Do it."}
    assert north.notes == {"link": "Twice."}


def test_flags_phrases_words_and_sentences_are_read() -> None:
    library = library_of(base())
    assert library.flags == {"order": ("unknown", "motion_first")}
    assert library.groups["yes"] == ("yes", "yes i did")
    assert library.commands["stop"] == ("stop",)
    expected = Term("pacer", ("pacer", "a pacer account"), "PACER gives the public access to court records.")
    assert library.terms == (replace(expected, place=Place("words.yaml", 2, 1)),)
    assert "help" in library.says


def test_one_flow_and_one_court_are_enough() -> None:
    texts = {
        "a.yaml": "flow: a\ntitle: A\nstart: A.\nquestions: {q: {ask: Q, answers: {y: Y}}}\n"
        "steps: {s: {do: S}}\n",
        "courts/c.yaml": "court: c\nname: C\ntype: district\nzone: America/Denver\ndefault flow: a\n",
    }
    library = loaded(texts)
    assert list(library.flows) == ["a"]
    assert list(library.courts) == ["c"]


@pytest.mark.parametrize("missing", ["nextgen.yaml", "courts"])
def test_without_a_flow_or_a_court_there_is_no_library(missing: str) -> None:
    texts = {file: text for file, text in base().items() if not file.startswith(missing)}
    library, problems = load(texts)
    assert library is None
    assert {problem.kind for problem in problems} == {"missing_file"}


def test_a_file_that_is_no_yaml_leaves_no_library_and_no_false_alarms() -> None:
    library, problems = load(base() | {"facts.yaml": "a: b: c"})
    assert library is None
    assert [(problem.file, problem.kind) for problem in problems] == [("facts.yaml", "syntax")]


@pytest.mark.parametrize("file", ["notes.txt", "courts/old/north.yaml", "drafts/nextgen.yaml"])
def test_a_file_in_the_wrong_place_is_told_and_left_out(file: str) -> None:
    library, problems = load(base() | {file: "a: b"})
    assert library is not None
    assert [(problem.file, problem.kind) for problem in problems] == [(file, "unknown_file")]


def test_a_library_with_an_error_is_refused_with_all_problems() -> None:
    with pytest.raises(FlowError, match=r"facts.yaml:16:5: error") as refusal:
        loaded(changed("facts.yaml", "value: https://pacer.uscourts.gov/register-account", "value: here"))
    assert len(refusal.value.problems) == 1


def test_no_files_at_all_are_refused() -> None:
    with pytest.raises(FlowError, match="cannot be used"):
        loaded({})


def test_a_warning_refuses_nothing() -> None:
    texts = changed(FLOW, "created is before and filed is no", "filed is no and created is before")
    assert loaded(texts).flows
