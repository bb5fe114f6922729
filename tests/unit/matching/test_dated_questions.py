"""A date answers the question whose thing it dates; across a cut-off it is asked back."""

from dataclasses import replace

import pytest

from bot.matching.reader import Reader
from bot.matching.types import Reading
from tests.unit.matching.questions import CREATED, FILER, TODAY, answers, candidates, match, read


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2009", "before"),
        ("8/10/14", "before"),
        ("8/11/14", "after"),
        ("Aug 11, 2014", "after"),
        ("it was before aug 11, 2014 i think", "before"),
        ("opened in 2009 and upgraded in 2015", "before"),
        ("my account is from 2009, I e-filed in 2016", "before"),
        ("legacy, some day in 2014", "before"),
        ("brand new account since 2020", "after"),
        ("opened it in 2009 when I passed the bar", "before"),
        ("made on 3/4/2011 and upgraded on 5/6/2016", "before"),
        ("yes it was 2009", "before"),
        ("any more than 20 years ago?", "before"),
    ],
)
def test_a_date_answers_the_question_asked(text: str, answer: str) -> None:
    assert answers("created", text)["created"] == answer


@pytest.mark.parametrize(
    "text", ["2014", "August 2014", "before 2020", "after 2010", "25/12/2013", "around 2014"]
)
def test_days_across_the_cut_are_asked_back(text: str) -> None:
    assert candidates("created", text) == ("before", "after")


def test_a_word_inside_a_date_is_a_part_of_the_date() -> None:
    assert match("created", "before 2013, I guess").how == "date"
    assert match("created", "before 2013, I guess").words == "before 2013"


def test_before_answers_where_its_clause_ends() -> None:
    assert answers("created", "I think before") == {"created": "before"}
    assert read("created", "before I moved here") == Reading()
    assert candidates("created", "before or later on, who knows, brand new account") == ("before", "after")


@pytest.mark.parametrize(
    "text",
    [
        "upgraded it in 2015",
        "lawyer since 2009",
        "e-filed since 2012",
        "linked 2015",
        "if it was in 2009",
        "I was admitted to the bar in 2005",
        "I was admitted in 2005",
        "I had one years ago",
        "I got sworn in last week",
        "you went live in 2019",
    ],
)
def test_a_date_of_something_else_does_not_answer(text: str) -> None:
    assert not {"created", "privileges"} & set(read("created", text, "linked").answers)


def test_a_date_goes_to_the_question_that_its_clause_speaks_of() -> None:
    assert answers("filer", "lawyer, e-filed since 2012, own account from 2009") == {
        "filer": "attorney",
        "account": "own",
        "created": "before",
        "privileges": "before_golive",
    }
    assert answers("created", "account opened 2009, and e-filing since 2021") == {
        "created": "before",
        "privileges": "after_golive",
    }
    assert answers("privileges", "account made in 2009") == {"created": "before"}
    assert answers("privileges", "e-filed a case in 2012") == {"privileges": "before_golive"}
    assert answers("filer", "we had a case in 2012") == {}


def test_a_bare_year_counts_where_one_open_question_has_days() -> None:
    assert answers("upgraded", "actually it was 2013", "created", "filer") == {"created": "before"}
    assert answers("upgraded", "actually it was 2013", "created", "privileges") == {}
    assert answers("upgraded", "actually it was 2013", "filer") == {}


def test_a_year_beside_yes_belongs_to_the_yes() -> None:
    assert answers("upgraded", "yes, in 2013", "created") == {"upgraded": "yes"}
    assert answers("upgraded", "yes, my account is from 2013", "created") == {
        "upgraded": "yes",
        "created": "before",
    }


def test_a_year_beside_another_answer_belongs_to_that() -> None:
    assert answers("upgraded", "lawyer since 2013", "created", "filer") == {"filer": "attorney"}
    assert answers("upgraded", "upgraded 2013", "created") == {"upgraded": "yes"}


def test_days_counted_from_today_answer_the_question_asked_alone() -> None:
    assert answers("created", "20 years ago") == {"created": "before"}
    assert answers("upgraded", "my account was made 20 years ago", "created") == {}


def test_a_date_that_two_open_questions_could_claim_is_left_alone() -> None:
    assert answers("filer", "an account made to e-file in 2012", "created", "privileges") == {}
    twice = Reader([CREATED, replace(CREATED, question="again"), FILER])
    assert twice.read("account made in 2012", "filer", ("created", "again"), TODAY) == Reading()
    asked = twice.read("account made in 2012", "again", ("created",), TODAY)
    assert {question: found.answer for question, found in asked.answers.items()} == {"again": "before"}


def test_an_unclear_date_of_an_open_question_is_asked_back() -> None:
    reading = read("upgraded", "account opened in 2014", "created")
    assert reading.unclear["created"].candidates == ("before", "after")
