"""What we say fits Slack's limits, says everything in `text`, and parses nothing but our own marks."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.message import Press
from bot.engine.reply import Choice, Item, Link, Reply, Section
from bot.flow.limits import TextLimits
from bot.practice.limits import block_problems
from bot.service.content import Card, Content
from bot.slack.button import press
from bot.slack.limits import text_limits
from bot.slack.mrkdwn import sections
from bot.slack.render import render, render_update

QUESTION = Reply(
    "question",
    lines=("Hello.",),
    ask="Is it *your own* account?",
    choices=(
        Choice("account", "own", "My own"),
        Choice("account", "shared", "Shared & old"),
        Choice("do", "person", "A person"),
    ),
    conversation="U1:own.1",
    flow="nextgen",
)
CHECKLIST = Reply(
    "answer",
    sections=(
        Section(
            "Next step:",
            (Item("upgrade", 1, "Upgrade it.", (Link("Manage", "https://pacer.example.gov/a?b=1&c=2"),)),),
        ),
    ),
    after=("Call 800-676-6856.",),
    links=(Link("PACER", "tel:+18006766856"),),
)
CARD = Card(
    "NG-1001", ("From: @UFILER001", "Asked for a person."), (("Whose account?", "My own"),), ("Link it",),
    "Open", "UFILER001",
    (Choice("case:NG-1001", "claim", "Claim"), Choice("case:NG-1001", "close", "Close")),
)  # fmt: skip


def words(blocks: list[dict[str, Any]]) -> str:
    """All that the sections of a message say."""
    return "\n\n".join(block["text"]["text"] for block in blocks if "text" in block)


def buttons(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All buttons of a message."""
    return [one for block in blocks if block["type"] == "actions" for one in block["elements"]]


def test_the_text_says_everything_with_the_answers_numbered() -> None:
    assert render(Content(QUESTION), "k1")["text"] == (
        "Hello.\n\nIs it *your own* account?\n\n1. My own\n2. Shared &amp; old\n3. A person"
    )


def test_a_notice_stands_first_in_a_section_of_its_own_and_before_what_was_pressed() -> None:
    message = render(Content(replace(QUESTION, notice="Please note: it is down."), echo="You said: no"), "k1")
    assert message["text"].startswith("Please note: it is down.\n\nYou said: no\n\nHello.")
    shown = [block["text"]["text"] for block in message["blocks"] if "text" in block]
    assert shown[:3] == ["Please note: it is down.", "You said: no", "Hello."]
    assert message["blocks"][0]["block_id"] == "k1"


def test_the_key_stands_in_the_metadata_and_on_the_first_block() -> None:
    for content in (Content(QUESTION), Content(CHECKLIST), Content(card=CARD)):
        message = render(content, "turn:17")
        assert message["metadata"] == {"event_type": "helpdesk", "event_payload": {"key": "turn:17"}}
        assert message["blocks"][0]["block_id"] == "turn:17"


def test_a_button_brings_back_what_it_stands_for() -> None:
    shown = buttons(render(Content(QUESTION), "k")["blocks"])
    assert [one["text"]["text"] for one in shown] == ["My own", "Shared & old", "A person"]
    assert press(shown[0]["value"]) == Press("account", "own", "U1:own.1", "nextgen")
    assert shown[0]["action_id"] == "helpdesk:account:own"


def test_a_link_shows_its_whole_address_and_is_a_link() -> None:
    said = words(render(Content(CHECKLIST), "k")["blocks"])
    assert "Manage: <https://pacer.example.gov/a?b=1&amp;c=2>" in said
    assert "PACER: 800-676-6856" in said
    assert "*Next step:*\n1. Upgrade it." in said


def test_what_was_answered_stands_above_the_next_question() -> None:
    message = render(Content(QUESTION, echo="Which role?\nYou said: Attorney"), "k")
    assert message["text"].startswith("Which role?\nYou said: Attorney\n\nHello.")
    assert message["blocks"][0]["text"]["text"] == "Which role?\nYou said: Attorney"


def test_a_card_shows_the_path_the_steps_the_state_and_its_buttons() -> None:
    message = render(Content(card=CARD), "k")
    for part in ("NG-1001", "Asked for a person.", "Whose account? My own", "1. Link it", "Open"):
        assert part in message["text"]
        assert part in words(message["blocks"])
    assert [press(one["value"]).question for one in buttons(message["blocks"])] == ["case:NG-1001"] * 2


def test_a_card_names_the_filer_by_slacks_own_mark() -> None:
    message = render(Content(card=CARD), "k")
    assert "From: <@UFILER001>" in message["text"]
    assert "From: <@UFILER001>" in words(message["blocks"])


def test_nothing_slack_could_parse_is_left_in_a_sentence() -> None:
    message = render(
        Content(Reply("information", lines=("<!channel> @here <https://evil|court> & more",))), "k"
    )
    for said in (message["text"], words(message["blocks"])):
        assert not re.search(r"<(?!https://|tel:|mailto:)", said)
        assert "@here" not in said
        assert "|" not in said.replace("|court", "")
    assert all(block["text"]["verbatim"] for block in message["blocks"])


def test_a_text_checked_at_load_always_fits_a_section() -> None:
    limits = text_limits()
    assert isinstance(limits, TextLimits)
    assert limits.section_text < 3_000
    assert (limits.button_label, limits.buttons, limits.message_text) == (75, 25, 4_000)


def test_an_update_keeps_to_the_shorter_text_and_is_not_cut_within_a_sign() -> None:
    text = render_update(Content(Reply("information", lines=("&" * 5_000,))), "k")["text"]
    assert 3_990 <= len(text) <= 4_000
    assert re.fullmatch(r"(?:&amp;)+\u2026", text)


@pytest.mark.parametrize("seam", ["\n\n", "\n", " "])
def test_a_long_text_is_cut_between_its_parts_and_nothing_is_lost(seam: str) -> None:
    text = seam.join(f"part {number} & more" for number in range(400))
    pieces = sections(text, 3_000)
    assert all(len(piece) <= 3_000 for piece in pieces)
    assert "".join(pieces).replace("\n", "").replace(" ", "") == text.replace("&", "&amp;").replace(
        "\n", ""
    ).replace(" ", "")


texts = st.text(st.characters(codec="utf-8") | st.sampled_from("&<> \n*@"), max_size=400)
long_texts = texts | st.builds(lambda text, times: (text + "&x ") * times, texts, st.integers(1, 60))
labels = st.text("abc &<>", min_size=1, max_size=200)
choices = st.lists(st.integers(0, 60), unique=True, max_size=40).flatmap(
    lambda numbers: st.tuples(
        *(st.builds(Choice, st.just("q"), st.just(f"a{one}"), labels) for one in numbers)
    )
)
items = st.builds(
    Item, st.just("s"), st.integers(1, 20), long_texts, st.just((Link("L", "https://x.gov/" + "y" * 80),))
)
replies = st.builds(
    Reply,
    st.sampled_from(["question", "answer"]),
    lines=st.tuples(st.just("Hello"), long_texts, texts),
    sections=st.tuples(st.builds(Section, st.just("Then"), st.lists(items, max_size=6).map(tuple))),
    ask=texts,
    choices=choices,
    conversation=st.just("U1:own.1"),
    flow=st.just("nextgen"),
)


@given(replies, texts)
def test_every_reply_keeps_every_limit_of_slack(reply: Reply, echo: str) -> None:
    message = render(Content(reply, echo=echo), "k" * 255)
    assert block_problems(message["blocks"]) == []
    assert len(message["text"]) <= 40_000
    assert len(json.dumps(message["blocks"], ensure_ascii=False, separators=(",", ":"))) < 13_000


@given(st.lists(long_texts, max_size=8), st.lists(st.tuples(texts, texts), max_size=30))
def test_every_card_keeps_every_limit_of_slack(lines: list[str], path: list[tuple[str, str]]) -> None:
    card = Card("NG-1001 " + "x" * 300, tuple(lines), tuple(path), actions=CARD.actions)
    message = render_update(Content(card=card), "k")
    assert block_problems(message["blocks"]) == []
    assert len(message["text"]) <= 4_000
