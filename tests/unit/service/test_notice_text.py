"""The text of a notice: where it ends, and that nothing in it does anything."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.service.staff.notice_text import harmless, without_end


@pytest.mark.parametrize(
    ("typed", "text", "end"),
    [
        ('"PACER is down."', "PACER is down.", None),
        ('"PACER is down." until 17:30', "PACER is down.", "17:30"),
        ('"PACER is down."until 17:30', "PACER is down.", "17:30"),
        ("\u201cPACER is down.\u201d UNTIL tomorrow 8:00", "PACER is down.", "tomorrow 8:00"),
        ("\u2018PACER\u2019s login is down\u2019 until 5 pm", "PACER\u2019s login is down", "5 pm"),
        ('"The "Link" page is down" until 5 pm', 'The "Link" page is down', "5 pm"),
        ('"Down until noon, they say" until 5 pm', "Down until noon, they say", "5 pm"),
        ('"Down until noon"', "Down until noon", None),
        ("PACER is down until 17:30", "PACER is down", "17:30"),
        ("PACER is down", "PACER is down", None),
        ("Down until noon, they say, until 5 pm", "Down until noon, they say,", "5 pm"),
        ('"PACER is down" 17:30', "PACER is down", "17:30"),
        ('"PACER" is down', "PACER", "is down"),
        ('"PACER is down" until', "PACER is down", ""),
        ("PACER is down until", "PACER is down", ""),
        ("until 17:30", "", "17:30"),
        ('"" until 17:30', "", "17:30"),
        ("", "", None),
    ],
)
def test_the_end_stands_after_the_quotes_or_after_the_last_until(
    typed: str, text: str, end: str | None
) -> None:
    assert without_end(typed) == (text, end)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("PACER is  down.\nCall\tus.", "PACER is down. Call us."),
        ("PA\u0007C\u200dER\u202e is down", "PACER is down"),
        ("*PACER* is _down_ and ~gone~ `now`", "PACER is down and gone now"),
        ("(_x_) file_name __y__", "(x) file_name y"),
        ("> quoted", "quoted"),
        ("see https://pacer.uscourts.gov/~a_b*c/ *now*", "see https://pacer.uscourts.gov/~a_b*c/ now"),
        ("*https://pacer.uscourts.gov*", "https://pacer.uscourts.gov"),
        (" \u200b ", ""),
    ],
)
def test_a_notice_is_one_line_of_plain_words(typed: str, plain: str) -> None:
    assert harmless(typed) == plain


@given(st.text(max_size=80) | st.text("*_~`> ab\n\u200b", max_size=80))
def test_no_text_brings_a_sign_that_is_not_seen_or_a_second_line(typed: str) -> None:
    plain = harmless(typed)
    assert plain == " ".join(plain.split())
    assert not any(unicodedata.category(sign).startswith("C") for sign in plain)
    assert "http" in plain or not set(plain) & set("*~`")
    assert harmless(plain) == plain, "made plain twice changes nothing"
