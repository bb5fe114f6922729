"""A date falls in one answer, in several, or is none at all."""

from datetime import date

import pytest

from bot.matching.dates import DateFound, choose, choose_among, spans
from bot.matching.types import Match, Option, Span, Unclear
from tests.unit.matching.days import answer, days
from tests.unit.matching.questions import CREATED, CUT, TODAY

OPTIONS = CREATED.options


@pytest.mark.parametrize(
    "text",
    ["2/31/2014", "31/02/2014", "13/13/2014", "feb 31 2014", "july or feb 31, 2014", "31 february 2014",
     "2014 feb 31", "2014-02-31",
     "8/32/2014", "13/2014", "0/2014", "8/2150", "8/11/62", "1850-08", "2014-99", "2014-13", "1850-1900",
     "2013 to 2/31/2014", "2100-01-01", "'60-2012", "20141399", "1/2/1850"],
)  # fmt: skip
def test_a_date_that_no_calendar_has_gives_nothing(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2031",
        "in 2030",
        "after 2030",
        "8/11/2031",
        "25/12/2031",
        "next year",
        "in 3 years",
        "2030s",
        "2035ish",
    ],
)
def test_days_to_come_give_nothing(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    ["$2014", "#2014", "case 14-12345", "1:14-cv-00123", "2:2014-bk-00123", "14-cv-00123", "case 2014",
    "case no 2014",
     "no. 2014", "ext. 2014", "room 2013", "rule 2004", "314-244-2014", "(314) 244-2014", "314 244 2014",
     "4111 1111 1111 2014",
     "2014 3333", "windows 2000", "2013 cases", "2014 dollars", "in 10 minutes", "since 10 am", "12",
     "09", "1234",
     "1850", "20:14", "+2014", "cv-2014", "2014-cv", "fy2014", "123-45-6789", "8/14", "62", "in 65",
     "july 4", "aug 14",
     "14 people", "august", "when I was 21", "years ago", "in my 30s", "100s", "1.5 years ago",
     "for 90 years",
     "a hundred years ago", "10 years of experience", "for 3 days", "next tuesday", "first time",
     "third quarter", "early",
     "summer", "last", "1st of all", "a quarter", "2 half", "1994s", "late for work", "q3", "may",
     "8/11-2014", ""],
)  # fmt: skip
def test_what_only_looks_like_a_date_gives_nothing(text: str) -> None:
    assert days(text) == []


def test_several_dates_are_all_found_in_order() -> None:
    assert days("made in 2009, upgraded in May 2015") == [
        ("2009-01-01", "2010-01-01"),
        ("2015-05-01", "2015-06-01"),
    ]


def test_a_date_names_its_words_and_whether_a_year_is_among_them() -> None:
    assert spans("I think before Aug. 11, 2014?", TODAY) == (
        DateFound(Span(None, CUT), "before aug 11 2014", year_named=True),
    )
    assert spans("no later than '13", TODAY)[0].words == "no later than 13"


def test_today_on_a_leap_day_is_no_trouble() -> None:
    assert spans("4 years ago", date(2024, 2, 29))[0].span == Span(date(2019, 2, 28), date(2021, 1, 1))


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("8/10/14", "before"),
        ("8/11/14", "after"),
        ("2013", "before"),
        ("2015", "after"),
        ("before 2014", "before"),
        ("July 2014", "before"),
        ("September 2014", "after"),
        ("2014", ("before", "after")),
        ("August 2014", ("before", "after")),
        ("before 2020", ("before", "after")),
        ("after 2010", ("before", "after")),
        ("25/12/2013", ("before", "after")),
        ("2009 and 2012", "before"),
        ("2009, no, 2015", ("before", "after")),
        ("2012, 2013 or 2014", ("before", "after")),
        ("no idea", None),
    ],
)
def test_a_span_across_the_cut_is_unclear_and_never_guessed(text: str, chosen: object) -> None:
    assert answer(text) == chosen


def test_the_words_of_all_dates_that_decided_are_told() -> None:
    assert choose_among(spans("2009 and 2012", TODAY), OPTIONS) == Match("before", "date", "2009; 2012")


def test_a_span_that_only_touches_one_answer_chooses_nothing() -> None:
    spring = (
        Option("spring", "Spring", span=Span(date(2014, 3, 1), date(2014, 6, 1))),
        Option("other", "Other"),
    )
    assert choose(Span(date(2014, 4, 1), date(2014, 5, 1)), spring, "april") == Match(
        "spring", "date", "april"
    )
    assert choose(Span(date(2014, 2, 1), date(2014, 4, 1)), spring) is None
    assert choose(Span(date(2014, 4, 1), None), spring) is None
    assert choose(Span(date(2015, 1, 1), date(2015, 2, 1)), spring) is None
    assert choose(Span(None, None), OPTIONS, "?") == Unclear(("before", "after"), "?")
