"""A message answers what it says, is asked back where it could be two things, and else says nothing."""

import pytest

from bot.matching.reader import Reader
from bot.matching.types import Match, Option, Prompt, Reading, Unclear
from tests.unit.matching.questions import ACCOUNT, PROMPTS, TODAY, answers, candidates, match, read

NOTHING = Reading()


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("filer", "Attorney", "attorney"),
        ("filer", "hi, attorney please", "attorney"),
        ("account", "\N{THUMBS DOWN SIGN}", "none"),
        ("upgraded", "Yep!", "yes"),
        ("upgraded", "I don't know", "unsure"),
        ("created", "Aug 11, 2014 or later", "after"),
        ("created", "before August 11, 2014", "before"),
        ("linked", "#3", "failed"),
        ("linked", "the fourth one", "failed_twice"),
        ("created", "1", "before"),
    ],
)
def test_the_whole_message_answers_the_question_asked(asked: str, text: str, answer: str) -> None:
    assert answers(asked, text)[asked] == answer


@pytest.mark.parametrize(
    ("asked", "text", "how", "words"),
    [
        ("filer", "Well, a LAWYER", "phrase", "lawyer"),
        ("filer", "Lawyer, thanks", "exact", "lawyer"),
        ("filer", "2.", "exact", "2"),
        ("created", "I made it in 2009", "date", "in 2009"),
        ("linked", "it is lniked", "typo", "lniked"),
        ("upgraded", "yes, in 2015", "phrase", "yes"),
    ],
)
def test_a_match_tells_how_it_was_read_and_by_which_words(
    asked: str, text: str, how: str, words: str
) -> None:
    assert (match(asked, text).how, match(asked, text).words) == (how, words)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.question)
def test_an_answer_s_own_label_and_number_always_mean_it(prompt: Prompt) -> None:
    for number, option in enumerate(prompt.options, 1):
        for text in (option.label, f"{option.label.upper()} please!", str(number)):
            found = read(prompt.question, text).answers[prompt.question]
            assert (found.answer, found.how) == (option.answer, "exact")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("filer", "7"), ("filer", "0"), ("filer", "yes"), ("filer", ""), ("filer", "?!"),
        ("filer", "attorneys"),
        ("linked", "disliked"), ("linked", "liked"), ("linked", "unlinked"), ("linked", "lined"),
        ("linked", "link"),
        ("account", "owner"), ("account", "no problem"), ("account", "no one has one"),
        ("account", "maybe"),
        ("account", "I think so"), ("upgraded", "sure would like that"), ("upgraded", "I have a question"),
        ("upgraded", "right now I am busy"), ("privileges", "I never"), ("created", "14-12345"),
        ("created", "not 2014"),
        ("upgraded", "I do not know how"), ("account", "kindly"), ("upgraded", "updated"),
        ("created", "is it before?"),
    ],
)  # fmt: skip
def test_what_says_no_answer_is_never_guessed(asked: str, text: str) -> None:
    assert read(asked, text) == NOTHING


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("linked", "how do I get it linked?"), ("linked", "have I linked it"), ("linked", "is it linked?"),
        ("linked", "if I linked it, what happens"), ("linked", "please, should I have linked it"),
        ("linked", "why linked"), ("linked", "what is linked?"), ("linked", "can the account be linked"),
        ("created", "what if it was 2009"), ("linked", "unless it failed"),
    ],
)  # fmt: skip
def test_questions_and_conditions_state_nothing(asked: str, text: str) -> None:
    assert read(asked, text) == NOTHING


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("linked", "how does this work? I linked it", "yes"),
        ("linked", "when I linked it, all was well", "yes"),
        ("account", "is my own", "own"),
        ("account", "not sure if it is shared", "unsure"),
        ("linked", "sorry? linked it", "yes"),
        ("linked", "hello", ""),
    ],
)
def test_a_statement_beside_a_question_counts(asked: str, text: str, answer: str) -> None:
    assert answers(asked, text).get(asked, "") == answer


@pytest.mark.parametrize(
    ("asked", "text", "left"),
    [
        ("account", "not my own", ("shared", "none", "unsure")),
        ("account", "no shared", ("own", "none", "unsure")),
        ("account", "it is no longer shared", ("own", "none", "unsure")),
        ("account", "we used to have a shared account", ("own", "none", "unsure")),
        ("linked", "linked? no", ("no", "failed", "failed_twice")),
        ("upgraded", "it was not yet upgraded", ("no", "unsure")),
    ],
)
def test_a_denied_answer_is_out_and_the_rest_is_asked_back(
    asked: str, text: str, left: tuple[str, ...]
) -> None:
    assert candidates(asked, text) == left


def test_a_denial_that_leaves_one_answer_does_not_choose_it() -> None:
    assert read("practice", "not pro hac vice") == NOTHING


def test_a_declared_phrase_may_hold_the_denial() -> None:
    assert answers("filer", "I am not an attorney") == {"filer": "other"}
    assert answers("linked", "I have never linked it before") == {"linked": "no"}
    assert answers("account", "I do not have an account") == {"account": "none"}


def test_an_answer_both_stated_and_denied_leaves_all_of_them() -> None:
    assert candidates("account", "shared, well not shared") == ("own", "shared", "none", "unsure")


def test_the_longest_phrase_wins_across_answers_and_questions() -> None:
    assert answers("account", "I have no account") == {"account": "none"}
    assert answers("filer", "a pro hac vice attorney") == {"practice": "pro_hac_vice"}


@pytest.mark.parametrize(
    ("asked", "text", "both"),
    [
        ("account", "shared and my own", ("own", "shared")),
        ("account", "my own no wait shared", ("own", "shared")),
        ("account", "not sure, shared", ("shared", "unsure")),
        ("linked", "linked, no", ("yes", "no")),
        ("upgraded", "yes, no", ("yes", "no")),
        ("upgraded", "yes, still legacy", ("yes", "no")),
        ("created", "legacy, from 2016", ("before", "after")),
        ("created", "not sure, maybe 2013", ("before", "unsure")),
    ],
)
def test_two_answers_of_one_question_are_asked_back(asked: str, text: str, both: tuple[str, ...]) -> None:
    assert candidates(asked, text) == both


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("account", "no, my own", {"account": "own"}),
        ("account", "no my own", {"account": "own"}),
        ("account", "no wait, it is shared", {"account": "shared"}),
        ("account", "yes, we share one", {"account": "shared"}),
        ("upgraded", "no, I'm a lawyer", {"upgraded": "no", "filer": "attorney"}),
        ("upgraded", "no never", {"upgraded": "no"}),
        ("upgraded", "yes it says so", {"upgraded": "yes"}),
        ("upgraded", "not sure when it was", {"upgraded": "unsure"}),
        ("upgraded", "I have not upgraded it", {"upgraded": "no"}),
        ("upgraded", "never ever upgraded", {"upgraded": "no"}),
        ("upgraded", "yes, I have no doubt", {"upgraded": "yes"}),
        ("account", "my own, 2009, not sure", {"account": "own"}),
    ],
)
def test_yes_and_no_at_the_front_give_way_to_words_that_say_more(
    asked: str, text: str, told: dict[str, str]
) -> None:
    assert answers(asked, text) == told


def test_no_before_a_phrase_that_is_no_yes_answers_nothing() -> None:
    assert candidates("linked", "never failed twice") == ("yes", "no", "failed")
    assert answers("linked", "no no") == {"linked": "no"}


def test_words_that_say_more_win_over_a_yes_or_no_that_overlaps_them() -> None:
    assert answers("account", "I do not have an account") == {"account": "none"}
    overlapping = Reader([ACCOUNT], no=("no i do not",))
    assert overlapping.read("no I don't have an account", "account", (), TODAY).answers == {
        "account": Match("none", "phrase", "do not have an account")
    }


def test_not_sure_beside_an_answer_takes_it_back() -> None:
    assert candidates("upgraded", "upgraded? not sure") == ("yes", "unsure")
    assert read("linked", "linked? not sure") == NOTHING
    assert read("linked", "not sure. linked it") == NOTHING
    assert read("practice", "already linked? not sure") == NOTHING
    assert answers("linked", "linked it, not sure when that was") == {"linked": "yes"}


def test_a_hedged_yes_is_asked_back_with_not_sure() -> None:
    assert candidates("upgraded", "I think yes") == ("yes", "unsure")
    assert candidates("upgraded", "no I guess") == ("no", "unsure")
    assert answers("upgraded", "not sure, probably") == {"upgraded": "unsure"}
    assert read("linked", "yes maybe") == NOTHING


def test_a_hedge_does_not_hide_what_is_said() -> None:
    assert answers("account", "probably shared") == {"account": "shared"}


def test_a_phrase_that_two_answers_share_is_asked_back() -> None:
    twins = Prompt(
        "twins", (Option("one", "First", ("same words", "First")), Option("two", "Second", ("same words",)))
    )
    reader = Reader([twins])
    both = Unclear(("one", "two"), "same words")
    assert reader.read("same words", "twins", (), TODAY) == Reading({}, {"twins": both})
    assert reader.read("the same words here", "twins", (), TODAY) == Reading({}, {"twins": both})
    assert reader.read("the same words here", None, ("twins",), TODAY) == NOTHING
    assert reader.read("first", "twins", (), TODAY) == Reading({"twins": Match("one", "exact", "first")}, {})


def test_a_label_means_its_own_answer_whoever_else_claims_the_words() -> None:
    claimed = Prompt("claimed", (Option("one", "Same"), Option("two", "Other words", ("same",))))
    found = Reader([claimed]).read("same", "claimed", (), TODAY)
    assert found.answers["claimed"].answer == "one"


def test_a_label_without_words_is_never_heard() -> None:
    silent = Prompt("silent", (Option("one", "..."), Option("two", "Two", ("", "!"))))
    assert Reader([silent], yes=("?",)).read("...", "silent", (), TODAY) == NOTHING


def test_a_question_that_the_flow_does_not_have_answers_nothing() -> None:
    assert read("unknown", "yes") == NOTHING
    assert answers(None, "I'm a lawyer") == {"filer": "attorney"}


def test_the_same_text_gives_the_same_reading() -> None:
    assert read("filer", "lawyer, shared account") == read("filer", "lawyer, shared account")
