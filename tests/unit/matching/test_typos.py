"""A single slip in a longer word is mended for the question asked, and no word is made into another."""

import pytest

from bot.matching.types import Reading
from bot.matching.typos import is_slip
from tests.unit.matching.questions import answers, match, read


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("filer", "atorney", "attorney"),
        ("filer", "I'm an attorey", "attorney"),
        ("filer", "not an attornye", "other"),
        ("account", "shraed", "shared"),
        ("account", "a shaared account", "shared"),
        ("upgraded", "upgarded", "yes"),
        ("upgraded", "defintely", "yes"),
        ("upgraded", "corrrect, thanks", "yes"),
    ],
)
def test_a_slip_is_mended(asked: str, text: str, answer: str) -> None:
    assert answers(asked, text) == {asked: answer}
    assert match(asked, text).how == "typo"


def test_the_words_are_told_as_they_were_written() -> None:
    assert match("filer", "I'm an attorey").words == "attorey"
    assert match("upgraded", "corrrect, thanks").words == "corrrect"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("linked", "liked"), ("linked", "inked"), ("linked", "linke"), ("account", "won"),
        ("account", "shred"),
        ("filer", "attorneyx"), ("filer", "torney"), ("filer", "attrny"), ("filer", "attorn3y"),
        ("filer", "lawyers"),
        ("account", "a shraed account " + "word " * 12), ("linked", "lnikde"), ("upgraded", "updated"),
        ("linked", "what is lniked?"), ("filer", "my xattorney"), ("upgraded", "I think corrrect"),
    ],
)  # fmt: skip
def test_another_word_or_two_slips_are_left_alone(asked: str, text: str) -> None:
    assert read(asked, text).answers == {}


def test_a_slip_in_a_denied_phrase_chooses_nothing() -> None:
    assert read("account", "it is never shraed") == Reading()


def test_a_slip_counts_for_the_question_asked_alone() -> None:
    assert answers("linked", "atorney") == {}


def test_a_slip_beside_another_answer_is_mended() -> None:
    assert answers("filer", "atorney with a shared account") == {"filer": "attorney", "account": "shared"}


def test_a_letter_more_or_less_at_the_end_is_grammar() -> None:
    assert is_slip("lniked", "linked")
    assert not is_slip("link", "linked")
    assert not is_slip("trustees", "trustee")
    assert not is_slip("liked", "likely")
