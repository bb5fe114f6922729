"""Where a number, a mark or a word just is, or just is not, a part of a date."""

from datetime import date

import pytest

from bot.matching.dates import choose, spans
from bot.matching.types import Span
from tests.unit.matching.days import days
from tests.unit.matching.questions import CREATED, TODAY


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1970", "1970-01-01", "1971-01-01"),
        ("'70", "1970-01-01", "1971-01-01"),
        ("1/1970", "1970-01-01", "1970-02-01"),
        ("1/1/1970", "1970-01-01", "1970-01-02"),
        ("1970-05", "1970-05-01", "1970-06-01"),
        ("1970-1980", "1970-01-01", "1981-01-01"),
        ("1980-1970", "1970-01-01", "1981-01-01"),
        ("1970s", "1970-01-01", "1980-01-01"),
        ("1971ish", "1970-01-01", "1973-01-01"),
        ("'26", "2026-01-01", "2027-01-01"),
        ("2026ish", "2025-01-01", "2028-01-01"),
        ("2020-26", "2020-01-01", "2027-01-01"),
        ("before 2099", "", "2099-01-01"),
    ],
)
def test_the_years_of_an_account_are_1970_to_this_one(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "1969",
        "'69",
        "'27",
        "12/1969",
        "1/1/1969",
        "1960s",
        "1950ish",
        "1970ish",
        "1950-2014",
        "2014-2100",
        "2100-2014",
        "2020-27",
        "2014-14",
        "25/12/2027",
        "before 2100",
    ],
)
def test_other_years_are_no_dates(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2011-01", "2011-01-01", "2011-02-01"),
        ("2014-12", "2014-12-01", "2015-01-01"),
        ("1/2014", "2014-01-01", "2014-02-01"),
        ("12/11/2013", "2013-12-11", "2013-12-12"),
        ("13/5/2013", "", ""),
        ("25/1/2026", "", ""),
        ("the 00s", "2000-01-01", "2010-01-01"),
        ("Aug-2014", "2014-08-01", "2014-09-01"),
        ("Aug/2014", "2014-08-01", "2014-09-01"),
        ("2014-August", "2014-08-01", "2014-09-01"),
        ("2014/August", "2014-08-01", "2014-09-01"),
        ("summer-2014", "2014-06-01", "2014-09-24"),
        ("may of 2014", "2014-05-01", "2014-06-01"),
        ("may, 2014", "2014-05-01", "2014-06-01"),
        ("August in 14", "2014-08-01", "2014-09-01"),
        ("Aug 11 14", "2014-08-11", "2014-08-12"),
        ("q3 '14", "2014-07-01", "2014-10-01"),
        ("2010 -2012", "2010-01-01", "2013-01-01"),
        ("2010- 2012", "2010-01-01", "2013-01-01"),
        ("2014-ish", "2013-01-01", "2016-01-01"),
        ("early July or August 2014", "2014-07-01", "2014-09-01"),
        ("1st or 3rd of May 2014", "2013-12-01", "2015-01-01"),
    ],
)
def test_marks_and_short_words_join_a_date(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("I may in 2014 have asked", "2014-01-01", "2015-01-01"),
        ("2014 march we moved", "2014-01-01", "2015-01-01"),
        ("2014 mar we moved", "2014-01-01", "2015-01-01"),
        ("order 12 2014", "2014-01-01", "2015-01-01"),
        ("since 14", "2014-01-01", "2015-01-01"),
    ],
)
def test_a_word_that_only_looks_like_a_part_is_left_out(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "11 August",
        "Q3 14",
        "room 2014",
        "call 314 2014",
        "4532 2014",
        "2014 4532",
        "2014-based",
        "since 14 days",
        "August of 14 cases",
    ],
)
def test_a_number_that_only_looks_like_a_year_is_none(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("text", ["2013 2014", "1999 2014", "2014 1999"])
def test_two_years_side_by_side_are_two_dates(text: str) -> None:
    assert [start[:4] for start, _ in days(text)] == text.split()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("this week", "2026-11-23", "2026-11-30"),
        ("had it for two decades", "2002-11-24", "2009-11-24"),
        ("in the past 5 years", "2020-11-24", ""),
        ("older than 15 years", "", "2012-05-24"),
        ("before 12 years ago", "2013-11-24", "2015-05-24"),
        ("12 years and 2 weeks ago", "2013-11-24", "2015-05-24"),
        ("12 years and 5 days ago", "2013-11-24", "2015-05-24"),
        ("over the phone they told me 12 years ago", "2013-11-24", "2015-05-24"),
        ("we have filed for 15 years here", "2010-11-24", "2012-05-24"),
    ],
)
def test_only_the_words_beside_a_count_bear_on_it(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("before 2014 my upgrade", "", "2014-01-01"),
        ("until the 2014 change", "", "2015-01-01"),
        ("2014 give or take", "2013-01-01", "2016-01-01"),
        ("2014 or so", "2013-01-01", "2016-01-01"),
        ("2014 onwards", "2014-01-01", ""),
        ("2014 give or take a month", "2013-01-01", "2016-01-01"),
        ("2014 or so I think", "2013-01-01", "2016-01-01"),
        ("2014 onwards I think", "2014-01-01", ""),
        ("12 years 4 months ago", "2013-11-24", "2015-05-24"),
        ("July or 15+ years ago", "", "2012-05-24"),
        ("spring or in fall 2014", "2013-12-01", "2015-01-01"),
        ("July or of August 2014", "2013-12-01", "2015-01-01"),
    ],
)
def test_only_the_words_beside_a_date_move_its_edges(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize("text", ["hi 15 years", "15 years here"])
def test_a_bare_count_is_a_time_only_as_the_whole_message(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it was 2014 August I think", "2014 august"),
        ("it was 12 years ago I think", "12 years ago"),
        ("it is 15 years old I think", "15 years old"),
    ],
)
def test_the_words_of_a_date_end_where_it_ends(text: str, words: str) -> None:
    assert [found.words for found in spans(text, TODAY)] == [words]


def test_days_alone_choose_an_answer_without_words() -> None:
    chosen = choose(Span(date(2010, 1, 1), date(2011, 1, 1)), CREATED.options)
    assert chosen is not None
    assert chosen.words == ""
