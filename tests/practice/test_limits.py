"""Each documented limit of Block Kit: just inside is taken, just outside is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.practice.limits import block_problems, view_problems
from bot.practice.limits.blocks import Surface

Json = dict[str, Any]
Make = Callable[[int], Json]


def plain(length: int = 5) -> Json:
    return {"type": "plain_text", "text": "x" * length}


def section(**about: Any) -> Json:
    return {"type": "section", "text": plain(), **about}


def button(**about: Any) -> Json:
    return {"type": "button", "action_id": "a", "text": plain(), **about}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def options(number: int, **about: Any) -> list[Json]:
    return [{"text": plain(), "value": str(one), **about} for one in range(number)]


def menu(**about: Any) -> Json:
    return {"type": "static_select", "action_id": "m", "options": options(2), **about}


def picked(kind: str, number: int) -> Json:
    return actions({"type": kind, "action_id": "p", "options": options(number)})


def confirm(**about: Any) -> Json:
    dialog = {name: plain() for name in ("title", "text", "confirm", "deny")}
    return actions(button(confirm={**dialog, **about}))


def field(**about: Any) -> Json:
    element = {"type": "plain_text_input", "action_id": "i"}
    return {"type": "input", "label": plain(), "element": element, **about}


LIMITS: dict[str, tuple[int, Make]] = {
    "section text": (3000, lambda n: section(text=plain(n))),
    "section fields": (10, lambda n: section(fields=[plain()] * n)),
    "section field": (2000, lambda n: section(fields=[plain(n)])),
    "block id": (255, lambda n: section(block_id="x" * n)),
    "header": (150, lambda n: {"type": "header", "text": plain(n)}),
    "context elements": (10, lambda n: {"type": "context", "elements": [plain()] * n}),
    "actions elements": (25, lambda n: actions(*[button(action_id=str(i)) for i in range(n)])),
    "action id": (255, lambda n: actions(button(action_id="x" * n))),
    "button text": (75, lambda n: actions(button(text=plain(n)))),
    "button value": (2000, lambda n: actions(button(value="x" * n))),
    "button url": (3000, lambda n: actions(button(url="x" * n))),
    "accessibility label": (75, lambda n: actions(button(accessibility_label="x" * n))),
    "select options": (100, lambda n: actions(menu(options=options(n)))),
    "option text": (75, lambda n: actions(menu(options=options(1, text=plain(n))))),
    "option value": (150, lambda n: actions(menu(options=options(1, value="x" * n)))),
    "option description": (75, lambda n: actions(menu(options=options(1, description=plain(n))))),
    "placeholder": (150, lambda n: actions(menu(placeholder=plain(n)))),
    "overflow options": (5, lambda n: picked("overflow", n)),
    "radio options": (10, lambda n: picked("radio_buttons", n)),
    "checkbox options": (10, lambda n: picked("checkboxes", n)),
    "confirm title": (100, lambda n: confirm(title=plain(n))),
    "confirm text": (300, lambda n: confirm(text=plain(n))),
    "confirm button": (30, lambda n: confirm(confirm=plain(n))),
    "deny button": (30, lambda n: confirm(deny=plain(n))),
    "input label": (2000, lambda n: field(label=plain(n))),
    "input hint": (2000, lambda n: field(hint=plain(n))),
    "image alt text": (2000, lambda n: {"type": "image", "image_url": "x", "alt_text": "x" * n}),
    "image url": (3000, lambda n: {"type": "image", "image_url": "x" * n, "alt_text": "x"}),
    "image title": (2000, lambda n: {"type": "image", "image_url": "x", "alt_text": "x", "title": plain(n)}),
    "markdown": (12_000, lambda n: {"type": "markdown", "text": "x" * n}),
    "table rows": (100, lambda n: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * n}),
    "table cells": (20, lambda n: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * n]}),
    "table text": (10_000, lambda n: {"type": "table", "rows": [[{"type": "raw_text", "text": "x" * n}]]}),
}


@pytest.mark.parametrize("name", LIMITS)
def test_exactly_the_limit_is_taken_and_one_more_is_not(name: str) -> None:
    most, make = LIMITS[name]
    assert block_problems([make(most)]) == []
    assert block_problems([make(most + 1)]) != []


def test_option_groups_have_limits_of_their_own() -> None:
    def grouped(number: int, label: int) -> Json:
        group = {"label": plain(label), "options": options(1)}
        chooser = {"type": "static_select", "action_id": "m", "option_groups": [group] * number}
        return actions(chooser)

    assert block_problems([grouped(100, 75)]) == []
    assert block_problems([grouped(101, 75)]) != []
    assert block_problems([grouped(1, 76)]) != []


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_the_number_of_blocks_depends_on_the_surface(surface: Surface, most: int) -> None:
    assert block_problems([{"type": "divider"}] * most, surface) == []
    found = block_problems([{"type": "divider"}] * (most + 1), surface)
    assert found == [f"no more than {most} items allowed [json-pointer:/blocks]"]


def test_markdown_counts_over_all_blocks() -> None:
    half = {"type": "markdown", "text": "x" * 6_001}
    assert block_problems([half]) == []
    assert block_problems([half, half]) != []


def test_a_block_id_stands_once_in_a_message() -> None:
    found = block_problems([section(block_id="a"), section(block_id="b"), section(block_id="a")])
    assert found == ['block_id "a" already exists [json-pointer:/blocks/2/block_id]']


def test_an_action_id_stands_once_in_a_block_but_may_in_another() -> None:
    assert block_problems([actions(button()), actions(button())]) == []
    found = block_problems([actions(button(), button())])
    assert found == ['action_id "a" already exists [json-pointer:/blocks/0/elements/1/action_id]']


WRONG: dict[str, tuple[Json, str]] = {
    "unknown block": ({"type": "marquee"}, "unsupported type: marquee"),
    "no type": ({}, "unsupported type: None"),
    "unknown element": (actions({"type": "lever"}), "unsupported type: lever"),
    "input in actions": (actions({"type": "plain_text_input", "action_id": "i"}), "unsupported type"),
    "unknown field": (section(colour="red"), "invalid additional property: colour"),
    "unknown button field": (actions(button(color="red")), "invalid additional property: color"),
    "no elements": ({"type": "actions"}, "missing required field: elements"),
    "empty elements": (actions(), "no fewer than 1 items allowed"),
    "section without words": ({"type": "section"}, "missing required field: text or fields"),
    "empty text": (section(text=plain(0)), "must be more than 0 characters"),
    "text without text": (section(text={"type": "mrkdwn"}), "missing required field: text"),
    "text as a string": (section(text="hello"), "must be an object"),
    "button without text": (actions({"type": "button", "action_id": "a"}), "field: text"),
    "button without id": (actions({"type": "button", "text": plain()}), "field: action_id"),
    "button with mrkdwn": (actions(button(text={"type": "mrkdwn", "text": "x"})), "plain_text"),
    "button style": (actions(button(style="loud")), "must be one of: primary, danger"),
    "header with mrkdwn": ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "plain_text"),
    "image without alt text": ({"type": "image", "image_url": "x"}, "missing required field: alt_text"),
    "image without url": ({"type": "image", "alt_text": "x"}, "missing required field: image_url"),
    "option without value": (actions(menu(options=[{"text": plain()}])), "field: value"),
    "menu without options": (actions({"type": "static_select", "action_id": "m"}), "either options"),
    "initial option elsewhere": (
        actions(menu(initial_option={"text": plain(), "value": "9"})), "must match one of the options",
    ),
    "number as text": (section(block_id=7), "must be a string"),
    "elements not a list": ({"type": "context", "elements": "x"}, "must be an array"),
    "element not an object": ({"type": "context", "elements": ["x"]}, "must be an object"),
    "confirm without deny": (actions(button(confirm={"title": plain()})), "missing required field: deny"),
    "empty cell": ({"type": "table", "rows": [[{"type": "raw_text", "text": ""}]]}, "more than 0"),
    "icon in context actions": ({"type": "context_actions", "elements": [button()]}, "unsupported type"),
    "length of a field": (
        field(element={"type": "plain_text_input", "action_id": "i", "max_length": 3001}),
        "must be between 0 and 3000",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_block_is_named(name: str) -> None:
    block, expected = WRONG[name]
    found = block_problems([block])
    assert any(expected in one for one in found), found


def rich(*parts: Json) -> Json:
    return {"type": "rich_text", "elements": list(parts)}


def test_quoted_words_are_taken_as_rich_text() -> None:
    words = {"type": "text", "text": "<!channel> hi", "style": {"bold": True}}
    quote = {"type": "rich_text_quote", "elements": [words]}
    listed = {"type": "rich_text_list", "style": "bullet", "elements": [
        {"type": "rich_text_section", "elements": [words]}]}  # fmt: skip
    assert block_problems([rich(quote, listed)]) == []


@pytest.mark.parametrize(
    "part",
    [
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": ""}]},
        {"type": "rich_text_quote", "elements": [{"type": "text"}]},
        {"type": "rich_text_quote", "elements": [{"type": "song"}]},
        {"type": "rich_text_song", "elements": []},
        {"type": "rich_text_list", "elements": []},
    ],
)
def test_wrong_rich_text_is_refused(part: Json) -> None:
    assert block_problems([rich(part)]) != []


def test_some_blocks_stand_in_messages_only() -> None:
    for block in ({"type": "markdown", "text": "x"}, {"type": "context_actions", "elements": []}):
        assert any("unsupported type" in one for one in block_problems([block], "modal"))


def modal(**about: Any) -> Json:
    return {"type": "modal", "title": plain(), "blocks": [], **about}


VIEW_LIMITS: dict[str, tuple[int, Make]] = {
    "title": (24, lambda n: modal(title=plain(n))),
    "submit": (24, lambda n: modal(submit=plain(n))),
    "close": (24, lambda n: modal(close=plain(n))),
    "private metadata": (3000, lambda n: modal(private_metadata="x" * n)),
    "callback id": (255, lambda n: modal(callback_id="x" * n)),
    "external id": (255, lambda n: modal(external_id="x" * n)),
    "blocks": (100, lambda n: modal(blocks=[{"type": "divider"}] * n)),
    "home blocks": (100, lambda n: {"type": "home", "blocks": [{"type": "divider"}] * n}),
}


@pytest.mark.parametrize("name", VIEW_LIMITS)
def test_a_view_keeps_to_its_limits(name: str) -> None:
    most, make = VIEW_LIMITS[name]
    assert view_problems(make(most)) == []
    assert view_problems(make(most + 1)) != []


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ({"type": "window"}, "must be one of: modal, home"),
        ({"type": "modal", "blocks": []}, "missing required field: title"),
        ({"type": "home"}, "missing required field: blocks"),
        ({"type": "home", "blocks": [], "title": plain()}, "invalid additional property: title"),
        (modal(blocks=[field()]), "missing required field: submit"),
        (modal(blocks=[section(text=plain(3001))]), "[json-pointer:/view/blocks/0/text/text]"),
    ],
)
def test_a_wrong_view_is_named(view: Json, expected: str) -> None:
    found = view_problems(view)
    assert any(expected in one for one in found), found
