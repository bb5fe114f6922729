"""Slack's text becomes the words a person saw, and our words become text that nothing is parsed from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.plain_text import from_slack, to_slack

READ = [
    ("a &amp;lt; b &lt; c &gt; d", "a &lt; b < c > d"),
    ("<@U123|bob> and <@U124>", "@bob and @U124"),
    ("<#C123|room>", "#room"),
    ("<!here> <!channel|@channel> <!subteam^S12|@desk>", "@here @channel @desk"),
    ("<https://pacer.gov>", "https://pacer.gov"),
    ("<http://pacer.gov|pacer.gov>", "pacer.gov"),
    ("<https://evil.example|https://court.gov>", "https://court.gov (https://evil.example)"),
    ("<https://evil.example/8006766856|800-676-6856>", "800-676-6856 (https://evil.example/8006766856)"),
    ("<tel:+18006766856|800-676-6856>", "800-676-6856"),
    ("<mailto:a@b.gov|a@b.gov>", "a@b.gov"),
    ("x\u200by\u202ez", "xyz"),
    ("\uff11\uff12\uff13", "123"),
]


@pytest.mark.parametrize(("text", "words"), READ)
def test_a_link_shows_where_it_leads_and_nothing_is_left_of_slacks_marks(text: str, words: str) -> None:
    assert from_slack(text) == words


@given(st.text())
def test_nothing_we_send_can_call_people_or_make_a_link(text: str) -> None:
    sent = to_slack(text)
    assert "<" not in sent
    assert ">" not in sent
    assert not any(call in sent.lower() for call in ("@channel", "@here", "@everyone"))


@given(st.text("abc &<>;\n", max_size=60))
def test_what_is_escaped_reads_as_it_was(text: str) -> None:
    assert from_slack(to_slack(text)) == text.strip()
