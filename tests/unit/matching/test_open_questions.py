"""One message may answer several questions; beside the one asked only declared phrases count."""

import pytest

from bot.matching.reader import Reader
from bot.matching.types import Match, Option, Prompt, Reading
from tests.unit.matching.questions import TODAY, answers, read


def test_several_phrases_are_all_taken() -> None:
    assert answers("filer", "attorney, shared account, e-filed here before") == {
        "filer": "attorney",
        "account": "shared",
        "privileges": "before_golive",
    }
    assert answers("upgraded", "still legacy; never linked; lost my old CM/ECF login") == {
        "upgraded": "no",
        "linked": "no",
        "old_login": "lost",
    }


def test_an_earlier_answer_is_corrected_in_words() -> None:
    assert answers("linked", "sorry, I meant a shared account") == {"account": "shared"}


def test_only_questions_that_are_open_are_answered() -> None:
    assert answers("upgraded", "shared account", "linked") == {}


@pytest.mark.parametrize(
    "text", ["yes", "no", "not sure", "2", "I do", "never", "shraed account", "no, never"]
)
def test_short_answers_numbers_and_typos_count_for_the_question_asked_alone(text: str) -> None:
    assert set(answers("practice", text)) <= {"practice"}


def test_a_denied_phrase_says_nothing_about_an_open_question() -> None:
    assert read("linked", "I don't have a shared account") == Reading()


def test_two_answers_of_an_open_question_are_asked_back() -> None:
    reading = read("filer", "lawyer with a shared account and my own account")
    assert reading.answers["filer"].answer == "attorney"
    assert reading.unclear["account"].candidates == ("own", "shared")


def test_a_phrase_of_two_questions_tells_both() -> None:
    assert answers("filer", "paralegal") == {"filer": "other", "kind": "filing_agent"}
    assert answers("filer", "I am a paralegal") == {"filer": "other", "kind": "filing_agent"}


def test_small_words_count_in_a_list_and_not_in_a_sentence() -> None:
    assert answers("filer", "attorney, own, never linked") == {
        "filer": "attorney",
        "account": "own",
        "linked": "no",
    }
    assert answers("filer", "a lawyer for the other account, own it") == {"filer": "attorney"}
    assert answers("filer", "attorney and shared but not linked") == {
        "filer": "attorney",
        "account": "shared",
        "linked": "no",
    }
    assert answers("linked", "other") == {}


@pytest.mark.parametrize(
    "text",
    [
        "I tried to log in and it failed",
        "tried to upgrade, it failed",
        "I filed many times",
        "I have no time, lost my login",
    ],
)
def test_words_that_point_at_something_else_answer_no_open_question(text: str) -> None:
    assert answers("account", text) == {}


@pytest.mark.parametrize("text", ["my paralegal knows it", "our trustee has one"])
def test_who_speaks_of_somebody_else_does_not_tell_what_they_are(text: str) -> None:
    assert answers("old_login", text) == {}


def test_a_small_word_that_two_questions_have_tells_neither() -> None:
    reader = Reader(
        [
            Prompt("one", (Option("a", "First", ("own",)), Option("b", "B"))),
            Prompt("two", (Option("c", "Second", ("own",)), Option("d", "D"))),
            Prompt("three", (Option("e", "E", ("yellow",)), Option("f", "F"))),
        ]
    )
    assert reader.read("yellow, own", "three", ("one", "two"), TODAY).answers == {
        "three": Match("e", "phrase", "yellow")
    }


def test_a_reply_to_the_question_asked_is_not_hidden_by_another_s_label() -> None:
    assert answers("upgraded", "no, never") == {"upgraded": "no"}
    assert answers("privileges", "no, never") == {"privileges": "never"}


def test_two_replies_are_not_another_question_s_label_of_two() -> None:
    groups = {"yes": ("yes",), "no": ("no", "not yet"), "not sure": ("not sure",)}
    reader = Reader(
        [
            Prompt("filed", (Option("ever", "Yes", ("yes",)), Option("never", "Never", groups["no"]))),
            Prompt("linked", (Option("done", "Done"), Option("open", "No, not yet"))),
        ],
        **{name.replace(" ", "_"): words for name, words in groups.items()},
    )
    assert {
        question: match.answer
        for question, match in reader.read("no not yet", "filed", ("linked",), TODAY).answers.items()
    } == {"filed": "never"}


def test_a_whole_message_for_an_open_question_is_exact() -> None:
    assert read("linked", "Shared account, please").answers["account"] == Match(
        "shared", "exact", "shared account"
    )
