"""Words around a date move its edges, and time told from today is as wide as people round."""

import pytest

from bot.matching.dates import spans
from tests.unit.matching.days import answer, days
from tests.unit.matching.questions import TODAY


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("yesterday", "2026-11-23", "2026-11-24"),
        ("today", "2026-11-24", "2026-11-25"),
        ("last week", "2026-11-16", "2026-11-23"),
        ("this month", "2026-11-01", "2026-12-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("last year", "2025-01-01", "2026-01-01"),
        ("this year", "2026-01-01", "2027-01-01"),
        ("12 years ago", "2013-11-24", "2015-05-24"),
        ("ten yrs ago", "2015-11-24", "2017-05-24"),
        ("a year ago", "2024-11-24", "2026-05-24"),
        ("twenty five years ago", "2000-11-24", "2002-05-24"),
        ("thirty years back", "1995-11-24", "1997-05-24"),
        ("a couple of years ago", "2022-11-24", "2025-05-24"),
        ("several years ago", "2010-11-24", "2024-05-24"),
        ("12 years and 4 months ago", "2013-11-24", "2015-05-24"),
        ("12 years, 4 months ago", "2013-11-24", "2015-05-24"),
        ("10 to 12 years ago", "2013-11-24", "2017-05-24"),
        ("10-12 years ago", "2013-11-24", "2017-05-24"),
        ("10 or a few years ago", "2015-11-24", "2025-05-24"),
        ("two decades ago", "2002-11-24", "2009-11-24"),
        ("6 months ago", "2026-04-24", "2026-06-25"),
        ("3 weeks ago", "2026-10-27", "2026-11-11"),
        ("a day ago", "2026-11-22", "2026-11-25"),
        ("it is 5 years old", "2020-11-24", "2022-05-24"),
        ("I have had it for 15 years", "2010-11-24", "2012-05-24"),
        ("15 years", "2010-11-24", "2012-05-24"),
        ("about 15 years.", "2009-11-24", "2013-05-24"),
        ("about ten years ago", "2014-11-24", "2018-05-24"),
        ("over 15 years ago", "", "2012-05-24"),
        ("more than 20 years", "", "2007-05-24"),
        ("15+ years ago", "", "2012-05-24"),
        ("10 plus years ago", "", "2017-05-24"),
        ("less than 5 years ago", "2020-11-24", ""),
        ("within the last 5 years", "2020-11-24", ""),
        ("in the last 5 years", "2020-11-24", ""),
        ("for the past 15 years", "2010-11-24", "2012-05-24"),
    ],
)
def test_time_told_from_today_is_as_wide_as_people_round(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]
    assert not spans(text, TODAY)[0].year_named


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("before 2014", "", "2014-01-01"),
        ("prior to August 2014", "", "2014-08-01"),
        ("earlier than 8/11/14", "", "2014-08-11"),
        ("pre-2014", "", "2014-01-01"),
        ("not long before 2013", "", "2013-01-01"),
        ("after 2014", "2015-01-01", ""),
        ("the day after Aug 10, 2014", "2014-08-11", ""),
        ("post 2014", "2015-01-01", ""),
        ("by 2013", "", "2014-01-01"),
        ("up to 2013", "", "2014-01-01"),
        ("until 2013", "", "2014-01-01"),
        ("no later than 2013", "", "2014-01-01"),
        ("not after 2013", "", "2014-01-01"),
        ("not before 2014", "2014-01-01", ""),
        ("I didn't have it until 2015", "2015-01-01", ""),
        ("since 2015", "2015-01-01", "2016-01-01"),
        ("2013 or earlier", "", "2014-01-01"),
        ("2015 and later", "2015-01-01", ""),
        ("2015+", "2015-01-01", ""),
        ("from 2015 and on", "2015-01-01", ""),
        ("about 2010", "2009-01-01", "2012-01-01"),
        ("2010 or so", "2009-01-01", "2012-01-01"),
        ("2010 give or take", "2009-01-01", "2012-01-01"),
        ("mid 2010-ish", "2009-04-01", "2011-10-01"),
        ("~2010", "2009-01-01", "2012-01-01"),
        ("between 2010 and 2012", "2010-01-01", "2013-01-01"),
        ("from 2010 to 2012", "2010-01-01", "2013-01-01"),
        ("2010 - 2012", "2010-01-01", "2013-01-01"),
        ("2010 \u2013 2012", "2010-01-01", "2013-01-01"),
        ("2012 or 2013", "2012-01-01", "2014-01-01"),
        ("2012 or 2013 or maybe 2014", "2012-01-01", "2015-01-01"),
        ("2013 or 25/12/2012", "", ""),
        ("before 25/12/2012", "", ""),
        ("before the change in 2014", "", "2015-01-01"),
        ("after the 2014 upgrade", "2014-01-01", ""),
        ("since the 2014 change", "2014-01-01", "2015-01-01"),
    ],
)
def test_words_around_a_date_move_its_edges(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize(
    "text",
    ["summer or fall 2014", "mid to late 2014", "august 5 or september 2014", "spring or the fall of 2014",
     "winter or spring 2014"],
)  # fmt: skip
def test_half_a_date_before_another_widens_it_to_the_year(text: str) -> None:
    assert days(text)[-1] == ("2013-12-01", days(text)[-1][1])
    assert answer(text) == ("before", "after")


def test_a_whole_date_before_another_widens_nothing() -> None:
    assert days("upgraded it or fall 2015") == [("2015-09-01", "2015-12-23")]
    assert days("linked and in 2015") == [("2015-01-01", "2016-01-01")]
    assert days("room 123 or 2015") == [("2015-01-01", "2016-01-01")]


@pytest.mark.parametrize(
    "text",
    ["not 2014", "it wasn't 2014", "never in 2014", "not created in 2014", "I don't think it was 2013",
     "neither 2013", "not in 2013 or 2014"],
)  # fmt: skip
def test_a_denied_date_gives_nothing(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    ["not sure, 2013", "no, 2013", "no 2013", "I don't know, 2013", "not sure it was 2013", "not that. 2013"],
)
def test_a_negator_that_means_something_else_denies_no_date(text: str) -> None:
    assert days(text) == [("2013-01-01", "2014-01-01")]


def test_a_stretch_between_a_year_and_a_relative_date_counts_as_relative() -> None:
    (found,) = spans("from 2013 to last year", TODAY)
    assert (found.words, found.year_named) == ("from 2013 to last year", False)
    (found,) = spans("last year or 2013", TODAY)
    assert not found.year_named


def test_between_reaches_over_a_few_words() -> None:
    assert days("between early and maybe 2013 and 2015") == [("2013-01-01", "2016-01-01")]
    assert days("between us and the clerk, 2013 and 2015")[0] == ("2013-01-01", "2014-01-01")


def test_a_negator_reaches_four_words_and_no_further() -> None:
    assert days("I never thought it was 2013") == []
    assert days("I never once thought it was 2013") == [("2013-01-01", "2014-01-01")]


def test_an_event_moves_a_year_only_beside_it() -> None:
    assert days("before 2014, the change") == [("", "2014-01-01")]
    assert days("before 2014 and the change") == [("", "2014-01-01")]
