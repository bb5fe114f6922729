"""Limits of blocks, in messages, modals and on App Home."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.practice.limits.elements import IN_ACTIONS, IN_INPUT, IN_SECTION, check_element, check_image
from bot.practice.limits.problems import Problems
from bot.practice.limits.rich_text import check_rich_text, check_table, table_characters
from bot.practice.limits.texts import ANY_TEXT, check_text
from bot.practice.shapes import Json, as_object, as_objects

Surface = Literal["message", "modal", "home"]
MOST_BLOCKS: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}
IMAGE_ALONE = frozenset({"image"})


@dataclass(frozen=True, slots=True)
class BlockRule:
    """The fields of one kind of block, where it may stand, and the check of its contents."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    check: Callable[[Problems, Json, str], None]
    surfaces: tuple[Surface, ...] = ("message", "modal", "home")


def block_problems(blocks: object, surface: Surface = "message", at: str = "/blocks") -> list[str]:
    """What Slack would find wrong with these blocks; an empty list when nothing is.

    Each problem reads as in Slack's `errors`, for example
    `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`.
    """
    found = Problems()
    listed = found.items(blocks, at, MOST_BLOCKS[surface], least=0)
    for place, block in enumerate(listed):
        _check_block(found, block, f"{at}/{place}", surface)
    places = [(one.get("block_id"), f"{at}/{place}/block_id") for place, one in enumerate(listed)]
    found.unique(places, "block_id")
    _check_totals(found, listed, at)
    return found.found


def _check_block(found: Problems, block: Json, at: str, surface: Surface) -> None:
    kind = str(block.get("type"))
    rule = RULES.get(kind)
    if rule is None or surface not in rule.surfaces:
        found.add(f"{at}/type", f"unsupported type: {kind}")
        return
    found.required(block, at, *rule.required)
    found.known(block, at, frozenset({"type", "block_id", *rule.required, *rule.optional}))
    found.length(block.get("block_id"), f"{at}/block_id", 255)
    rule.check(found, block, at)


def _check_totals(found: Problems, blocks: list[Json], at: str) -> None:
    texts = [str(one.get("text", "")) for one in blocks if one.get("type") == "markdown"]
    if sum(map(len, texts)) > 12_000:
        found.add(at, "markdown blocks must have less than 12001 characters together")
    tables = [one for one in blocks if one.get("type") == "table"]
    if sum(map(table_characters, tables)) > 10_000:
        found.add(at, "tables must have less than 10001 characters together")


def _section(found: Problems, block: Json, at: str) -> None:
    if "text" not in block and "fields" not in block:
        found.add(at, "missing required field: text or fields")
    check_text(found, block.get("text"), f"{at}/text", 3000, ANY_TEXT)
    if "fields" in block:
        for place, one in enumerate(found.items(block["fields"], f"{at}/fields", 10)):
            check_text(found, one, f"{at}/fields/{place}", 2000, ANY_TEXT)
    if "accessory" in block:
        check_element(found, as_object(block["accessory"]), f"{at}/accessory", IN_SECTION)


def _actions(found: Problems, block: Json, at: str) -> None:
    elements = found.items(block.get("elements"), f"{at}/elements", 25)
    for place, element in enumerate(elements):
        check_element(found, element, f"{at}/elements/{place}", IN_ACTIONS)
    places = [
        (one.get("action_id"), f"{at}/elements/{place}/action_id") for place, one in enumerate(elements)
    ]
    found.unique(places, "action_id")


def _context(found: Problems, block: Json, at: str) -> None:
    for place, element in enumerate(found.items(block.get("elements"), f"{at}/elements", 10)):
        here = f"{at}/elements/{place}"
        if element.get("type") in ANY_TEXT:
            check_text(found, element, here, 2000, ANY_TEXT)
        else:
            check_element(found, element, here, IMAGE_ALONE)


def _header(found: Problems, block: Json, at: str) -> None:
    check_text(found, block.get("text"), f"{at}/text", 150)


def _image(found: Problems, block: Json, at: str) -> None:
    check_image(found, block, at)
    check_text(found, block.get("title"), f"{at}/title", 2000)


def _input(found: Problems, block: Json, at: str) -> None:
    check_text(found, block.get("label"), f"{at}/label", 2000)
    check_text(found, block.get("hint"), f"{at}/hint", 2000)
    check_element(found, as_object(block.get("element")), f"{at}/element", IN_INPUT)


def _markdown(found: Problems, block: Json, at: str) -> None:
    found.length(block.get("text"), f"{at}/text", 12_000)


def _context_actions(found: Problems, block: Json, at: str) -> None:
    for place, one in enumerate(found.items(block.get("elements"), f"{at}/elements", 5)):
        if one.get("type") not in ("feedback_buttons", "icon_button"):
            found.add(f"{at}/elements/{place}/type", f"unsupported type: {one.get('type')}")


def _nothing_more(found: Problems, block: Json, at: str) -> None:
    """The fields alone decide."""


RULES: dict[str, BlockRule] = {
    "section": BlockRule((), ("text", "fields", "accessory", "expand"), _section),
    "divider": BlockRule((), (), _nothing_more),
    "actions": BlockRule(("elements",), (), _actions),
    "context": BlockRule(("elements",), (), _context),
    "header": BlockRule(("text",), (), _header),
    "image": BlockRule(("alt_text",), ("image_url", "slack_file", "title"), _image),
    "input": BlockRule(("label", "element"), ("hint", "optional", "dispatch_action"), _input),
    "rich_text": BlockRule(("elements",), (), check_rich_text),
    "markdown": BlockRule(("text",), (), _markdown, ("message",)),
    "table": BlockRule(("rows",), ("column_settings",), check_table, ("message", "home")),
    "context_actions": BlockRule(("elements",), (), _context_actions, ("message",)),
}


def interactive_elements(blocks: object) -> list[tuple[Json, Json]]:
    """Every element that a person can use, each with its block, in order."""
    found: list[tuple[Json, Json]] = []
    for block in as_objects(blocks):
        inside = as_objects(block.get("elements")) if block.get("type") == "actions" else []
        single = [as_object(block.get(name)) for name in ("accessory", "element")]
        found += [(block, one) for one in [*inside, *single] if one.get("action_id")]
    return found
