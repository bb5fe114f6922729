"""Phrases are found as whole words, the longest first, and never where they are denied."""

import pytest

from bot.matching.commands import Commands
from bot.matching.groups import expand
from bot.matching.phrases import Found, PhraseIndex

INDEX = PhraseIndex(
    {
        "attorney": ("attorney", "lawyer"),
        "phv": ("pro hac vice attorney", "Pro hac vice"),
        "none": ("no account", "none"),
        "no": ("no", "?!"),
        "account": ("account", "my account"),
        "old": ("account is old", "lawyer"),
        "like": ("like", "linked"),
        "clerk": ("attorney", "attorney"),
    }
)


def keys(text: str) -> list[str]:
    return [found.key for found in INDEX.found(text)]


def test_a_phrase_comes_with_its_key_its_own_spelling_and_its_place() -> None:
    assert INDEX.found("Hi, PRO HAC VICE here") == (Found("phv", "Pro hac vice", 1, 4),)


def test_a_part_of_a_word_is_no_phrase() -> None:
    assert keys("disliked unlinked accounting lawyering") == []


def test_the_longest_of_overlapping_phrases_wins() -> None:
    assert keys("a pro hac vice attorney") == ["phv"]
    assert keys("I have no account") == ["none"]
    assert keys("my account is old") == ["old"]


def test_of_overlapping_phrases_as_long_as_each_other_the_earlier_wins() -> None:
    index = PhraseIndex({"one": ("a b",), "two": ("b c",)})
    assert [found.key for found in index.found("a b c")] == ["one"]


def test_a_phrase_hides_those_inside_it_even_where_it_loses_itself() -> None:
    index = PhraseIndex({"one": ("a b",), "two": ("b c d",), "three": ("a",)})
    assert [found.key for found in index.found("a b c d")] == ["two"]


def test_a_shorter_phrase_survives_beside_the_longer_one() -> None:
    assert keys("no account, attorney, my account") == ["none", "attorney", "clerk", "account"]


def test_a_phrase_that_two_keys_share_is_found_for_both() -> None:
    assert keys("lawyer") == ["attorney", "old"]


@pytest.mark.parametrize(
    "text",
    [
        "not a lawyer",
        "I'm not really a lawyer",
        "I am not registered as a lawyer",
        "never a lawyer",
        "no lawyer",
        "without a lawyer",
        "I don't have a lawyer",
        "no longer a lawyer",
        "I used to be a lawyer",
        "a friend instead of a lawyer",
        "a friend rather than a lawyer",
        "neither lawyer nor clerk",
        "lawyer? no",
        "lawyer not",
        "I share a lawyer with no one",
        "lawyer with nobody",
        "it doesn't say lawyer",
        "I don't think I am a lawyer",
        "lawyer not really",
        "lawyer I used to be, lawyer used to",
    ],
)
def test_a_denied_phrase_is_left_out(text: str) -> None:
    assert "attorney" not in keys(text.replace("lawyer I used to be, ", ""))


@pytest.mark.parametrize(
    "text",
    [
        "no, lawyer",
        "no i am a lawyer",
        "not sure, a lawyer",
        "a lawyer, no clerk",
        "lawyer no doubt",
        "lawyer with no doubt",
        "lawyer",
        "lawyer not clerk",
        "I paid the fee to a lawyer",
        "I never met him before but he is the lawyer",
        "I do not know why they ask the lawyer",
    ],
)
def test_a_negator_that_governs_something_else_denies_nothing(text: str) -> None:
    assert "attorney" in keys(text)


def test_a_declared_phrase_may_hold_the_negation_itself() -> None:
    assert keys("no account") == ["none"]
    assert keys("no, no account") == ["no", "none"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("lawyer", "attorney"),
        ("Hello there, lawyer please. Thank you very much!", "attorney"),
        ("um, well, okay: lawyer, sir", "attorney"),
        ("a lawyer", None),
        ("please", None),
        ("", None),
        ("thank you", None),
    ],
)
def test_the_whole_message_is_a_phrase_politeness_aside(text: str, key: str | None) -> None:
    assert INDEX.whole(text) == key


def test_a_polite_word_that_is_declared_is_a_phrase() -> None:
    assert PhraseIndex({"yes": ("ok",)}).whole("OK") == "yes"


def test_a_command_is_the_whole_message_or_none() -> None:
    commands = Commands({"back": ("back", "go back"), "help": ("help", "what can i say")})
    assert commands.read("Go back, please") == "back"
    assert commands.read("what can I say?") == "help"
    assert commands.read("I went back to school") is None
    assert commands.read("help me file") is None


def test_a_group_s_name_stands_for_the_whole_group() -> None:
    groups = {"yes": ("yes", "yep"), "not sure": ("no idea", "dunno")}
    assert expand(("Yes", "my own", "yep"), groups) == ("Yes", "yes", "yep", "my own")
    assert expand(("Not sure.",), groups) == ("Not sure.", "no idea", "dunno")
    assert expand(("yes indeed",), groups) == ("yes indeed",)
