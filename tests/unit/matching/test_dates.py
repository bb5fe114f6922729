"""What people write about a time becomes the days it may mean, no fewer."""

from datetime import date

import pytest

from bot.matching.dates import DateFound, choose, choose_among, spans
from bot.matching.types import Match, Option, Span, Unclear
from tests.unit.matching.questions import CREATED, CUT, TODAY

OPTIONS = CREATED.options


def days(text: str) -> list[tuple[str, str]]:
    """Start and end of each span in ISO form, "" where it is open."""
    return [(str(found.span.start or ""), str(found.span.end or "")) for found in spans(text, TODAY)]


def answer(text: str) -> str | tuple[str, ...] | None:
    """The one answer that a text's dates fall in, the several they touch, or None."""
    chosen = choose_among(spans(text, TODAY), OPTIONS)
    return chosen.answer if isinstance(chosen, Match) else chosen.candidates if chosen else None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2009", "2009-01-01", "2010-01-01"),
        ("like 2012 maybe", "2012-01-01", "2013-01-01"),
        ("in '09", "2009-01-01", "2010-01-01"),
        ("back in 09", "2009-01-01", "2010-01-01"),
        ("since 98", "1998-01-01", "1999-01-01"),
        ("8/11/14", "2014-08-11", "2014-08-12"),
        ("08-11-2014", "2014-08-11", "2014-08-12"),
        ("8.11.2014", "2014-08-11", "2014-08-12"),
        ("2014-08-11", "2014-08-11", "2014-08-12"),
        ("2014/8/11", "2014-08-11", "2014-08-12"),
        ("20140811", "2014-08-11", "2014-08-12"),
        ("8/2014", "2014-08-01", "2014-09-01"),
        ("2014-08", "2014-08-01", "2014-09-01"),
        ("12/2013", "2013-12-01", "2014-01-01"),
        ("2010-2012", "2010-01-01", "2013-01-01"),
        ("2012-2010", "2010-01-01", "2013-01-01"),
        ("'09-2012", "2009-01-01", "2013-01-01"),
        ("2013-14", "2013-01-01", "2015-01-01"),
        ("2011-12", "2011-01-01", "2013-01-01"),
        ("2008-25", "2008-01-01", "2026-01-01"),
        ("2012ish", "2011-01-01", "2014-01-01"),
        ("the 90s", "1990-01-01", "2000-01-01"),
        ("'80s", "1980-01-01", "1990-01-01"),
        ("1990's", "1990-01-01", "2000-01-01"),
        ("the 2000s", "2000-01-01", "2010-01-01"),
        ("the nineties", "1990-01-01", "2000-01-01"),
    ],
)
def test_figures_are_read_in_us_order(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Aug 11, 2014", "2014-08-11", "2014-08-12"),
        ("Aug. 11th 2014", "2014-08-11", "2014-08-12"),
        ("August 11 of '14", "2014-08-11", "2014-08-12"),
        ("11 Aug 14", "2014-08-11", "2014-08-12"),
        ("11th of August, 2014", "2014-08-11", "2014-08-12"),
        ("11-Aug-2014", "2014-08-11", "2014-08-12"),
        ("2014 Aug 11", "2014-08-11", "2014-08-12"),
        ("2014, august", "2014-08-01", "2014-09-01"),
        ("agust of 2014", "2014-08-01", "2014-09-01"),
        ("may 2013", "2013-05-01", "2013-06-01"),
        ("sep '14", "2014-09-01", "2014-10-01"),
        ("march of 09", "2009-03-01", "2009-04-01"),
        ("July or August 2014", "2014-07-01", "2014-09-01"),
        ("Dec or Jan 2014", "2013-12-01", "2014-02-01"),
        ("July or August 5, 2014", "2014-07-01", "2014-08-06"),
        ("Dec/Jan 5, 2014", "2013-12-01", "2014-01-06"),
        ("spring of 2014", "2014-03-01", "2014-06-22"),
        ("summer '14", "2014-06-01", "2014-09-24"),
        ("fall 2014", "2014-09-01", "2014-12-23"),
        ("autumn of 09", "2009-09-01", "2009-12-23"),
        ("winter 2014", "2013-12-01", "2015-04-01"),
        ("in 2014 may have been", "2014-01-01", "2015-01-01"),
    ],
)
def test_names_of_months_and_seasons_are_read(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("early 2014", "2014-01-01", "2014-05-01"),
        ("mid-2014", "2014-04-01", "2014-10-01"),
        ("late '14", "2014-09-01", "2015-01-01"),
        ("early 09", "2009-01-01", "2009-05-01"),
        ("the end of the year 2013", "2013-09-01", "2014-01-01"),
        ("beginning of August 2014", "2014-08-01", "2014-08-15"),
        ("mid August 2014", "2014-08-08", "2014-08-24"),
        ("end of Feb 2013", "2013-02-18", "2013-03-01"),
        ("early 2000s", "2000-01-01", "2005-01-01"),
        ("late 90s", "1995-01-01", "2000-01-01"),
        ("first half of 2014", "2014-01-01", "2014-07-01"),
        ("latter half of 2014", "2014-07-01", "2015-01-01"),
        ("second half of August 2014", "2014-08-15", "2014-09-01"),
        ("Q3 2014", "2014-07-01", "2014-10-01"),
        ("the first quarter of 2014", "2014-01-01", "2014-04-01"),
        ("late summer 2014", "2014-06-01", "2014-09-24"),
        ("late 25/12/2013", "", ""),
    ],
)
def test_parts_of_a_year_are_read_loosely(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


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
        ("several years ago", "2015-11-24", "2024-05-24"),
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
