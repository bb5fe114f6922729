"""App Home as Slack's view: what stands where, which box says what, and that Slack would take it."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.home import Box, Home
from bot.engine.reply import Choice, Item, Link, Section
from bot.engine.ticks import Tick
from bot.practice.limits import view_problems
from bot.slack.home import home_view, tick_of

STEP = Item("link", 2, "Open *Utilities* & link.", (Link("Page", "https://pacer.uscourts.gov/"),), ("Soon.",))
HOME = Home(
    title="Help desk",
    notice="CM/ECF is down.",
    lines=("Your request NG-1001 waits.",),
    ask="Which account?",
    next_step=Section("Next step:", (STEP,)),
    progress="Steps ticked: 1 of 2.",
    boxes=(
        Box(Item("upgrade", 1, "Upgrade."), "Done: 1. Upgrade.", is_done=True),
        Box(STEP, "Done: 2. Open Utilities & link.", is_done=False),
    ),
    after=("Good luck.", "Phone: 1."),
    choices=(Choice("do", "restart", "Start again"),),
    conversation="U1.own.3",
)


def words(view: dict[str, Any]) -> list[str]:
    """The texts of headers and sections, top down."""
    return [block["text"]["text"] for block in view["blocks"] if "text" in block]


def boxes(view: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each box with its block."""
    actions = [block for block in view["blocks"] if block["type"] == "actions"]
    return [(one, two) for one in actions for two in one["elements"] if two["type"] == "checkboxes"]


def test_everything_stands_in_its_order() -> None:
    step = "2. Open *Utilities* &amp; link.\n   Soon.\n   Page: <https://pacer.uscourts.gov/>"
    assert words(home_view(HOME)) == [
        "Help desk",
        "CM/ECF is down.",
        "Your request NG-1001 waits.",
        "Which account?",
        "Next step:",
        step,
        "Steps ticked: 1 of 2.",
        "1. Upgrade.",
        step,
        "Good luck.\n\nPhone: 1.",
    ]


def test_a_box_names_its_step_and_shows_its_tick() -> None:
    (_, first), (_, second) = boxes(home_view(HOME))
    assert first["initial_options"] == first["options"]
    assert "initial_options" not in second
    assert second["options"][0]["text"]["text"] == "Done: 2. Open Utilities & link."


def test_what_a_box_carries_comes_back_as_its_tick() -> None:
    for (block, element), (step, is_done) in zip(
        boxes(home_view(HOME)), [("upgrade", False), ("link", True)], strict=True
    ):
        chosen = element["options"] if is_done else []
        action = {
            "type": "checkboxes",
            "action_id": element["action_id"],
            "block_id": block["block_id"],
            "selected_options": chosen,
        }
        assert tick_of(action) == Tick("U1.own.3", step, is_done)


def test_the_id_of_a_box_tells_its_state_so_that_slack_shows_ours() -> None:
    done, still_open = (block["block_id"] for block, _ in boxes(home_view(HOME)))
    assert (done, still_open) == ("U1.own.3:upgrade:done", "U1.own.3:link:open")


def test_a_button_is_about_the_person_and_names_no_talk() -> None:
    carried = json.loads(home_view(HOME)["blocks"][-1]["elements"][0]["value"])
    assert (carried["c"], carried["q"], carried["a"]) == ("", "do", "restart")


def test_a_long_step_is_named_by_its_first_words() -> None:
    label = "Done: 2. " + "Sign in and click on the name of the page " * 3
    home = Home("Title", boxes=(Box(STEP, label, is_done=False),))
    ((_, element),) = boxes(home_view(home))
    assert element["options"][0]["text"]["text"] == (
        "Done: 2. Sign in and click on the name of the page Sign in and click on\u2026"
    )


def test_a_checklist_too_long_for_slack_leaves_the_end_and_the_buttons_in_view() -> None:
    many = tuple(Box(Item(f"s{number}", number, "Do it."), "Done", is_done=False) for number in range(1, 61))
    view = home_view(replace(HOME, boxes=many))
    assert len(view["blocks"]) == 100
    assert words(view)[-1] == "Good luck.\n\nPhone: 1."
    assert view["blocks"][-1]["elements"][0]["text"]["text"] == "Start again"


def test_a_home_with_nothing_but_a_title_has_a_title() -> None:
    assert words(home_view(Home("Title"))) == ["Title"]


texts = st.text(min_size=1, max_size=400)
items = st.builds(
    Item, st.from_regex(r"[a-z_]{1,30}", fullmatch=True), st.integers(1, 99), texts, notes=st.tuples(texts)
)
homes = st.builds(
    Home,
    title=texts.filter(str.strip),
    notice=st.text(max_size=4_000),
    lines=st.lists(texts, max_size=3).map(tuple),
    ask=texts,
    next_step=st.none() | st.builds(Section, texts.filter(str.strip), st.tuples(items)),
    progress=texts,
    boxes=st.lists(
        st.builds(Box, items, texts.filter(str.strip), st.booleans()),
        max_size=60,
        unique_by=lambda box: box.item.step,
    ).map(tuple),
    after=st.lists(texts, max_size=3).map(tuple),
    choices=st.lists(
        st.builds(
            Choice, st.just("do"), st.from_regex(r"[a-z]{1,30}", fullmatch=True), texts.filter(str.strip)
        ),
        max_size=5,
        unique_by=lambda choice: choice.answer,
    ).map(tuple),
    conversation=st.just("U1.own.3"),
)


@given(homes)
def test_slack_would_take_whatever_stands_in_a_home(home: Home) -> None:
    view = home_view(home)
    assert view_problems(view) == []
    assert len(view["blocks"]) <= 100
