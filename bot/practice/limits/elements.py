"""Limits of what stands inside blocks: buttons, menus, inputs, images."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.practice.limits.problems import Problems
from bot.practice.limits.texts import (
    ANY_TEXT,
    check_confirm,
    check_option,
    check_option_groups,
    check_options,
    check_text,
)
from bot.practice.shapes import Json

Check = Callable[[Problems, Json, str], None]

PICKERS = ("datepicker", "timepicker", "datetimepicker")
MENUS = tuple(
    f"{many}{source}_select"
    for many in ("", "multi_")
    for source in ("static", "external", "users", "conversations", "channels")
)
CHOICES = ("radio_buttons", "checkboxes")
INPUTS = (
    "plain_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
    "rich_text_input",
    "file_input",
)

IN_ACTIONS = frozenset({"button", "overflow", "workflow_button", *PICKERS, *MENUS, *CHOICES})
IN_SECTION = IN_ACTIONS | {"image"}
IN_INPUT = frozenset({*PICKERS, *MENUS, *CHOICES, *INPUTS})

SHARED = frozenset({"type", "action_id", "confirm", "focus_on_load"})


@dataclass(frozen=True, slots=True)
class ElementRule:
    """The fields of one kind of element, and the check of their contents."""

    required: tuple[str, ...]
    optional: frozenset[str]
    check: Check


def check_element(found: Problems, element: Json, at: str, allowed: frozenset[str]) -> None:
    """An element of one of the kinds that this block takes."""
    kind = str(element.get("type"))
    rule = RULES.get(kind)
    if kind not in allowed or rule is None:
        found.add(f"{at}/type", f"unsupported type: {kind}")
        return
    found.required(element, at, *rule.required)
    found.known(element, at, SHARED | rule.optional | set(rule.required))
    found.length(element.get("action_id"), f"{at}/action_id", 255)
    check_confirm(found, element.get("confirm"), f"{at}/confirm")
    check_text(found, element.get("placeholder"), f"{at}/placeholder", 150)
    rule.check(found, element, at)


def _button(found: Problems, element: Json, at: str) -> None:
    check_text(found, element.get("text"), f"{at}/text", 75)
    found.lengths(element, at, {"value": 2000, "url": 3000, "accessibility_label": 75})
    found.one_of(element.get("style"), f"{at}/style", ("primary", "danger"))


def _overflow(found: Problems, element: Json, at: str) -> None:
    check_options(found, element.get("options", []), f"{at}/options", 5)


def _static_menu(found: Problems, element: Json, at: str) -> None:
    if ("options" in element) == ("option_groups" in element):
        found.add(at, "must have either options or option_groups")
    if "options" in element:
        check_options(found, element["options"], f"{at}/options", 100)
    if "option_groups" in element:
        check_option_groups(found, element["option_groups"], f"{at}/option_groups")
    _initial(found, element, at)


def _initial(found: Problems, element: Json, at: str) -> None:
    chosen = element.get("initial_option")
    offered = [one for one in element.get("options") or [] if isinstance(one, dict)]
    if isinstance(chosen, dict):
        check_option(found, chosen, f"{at}/initial_option", ANY_TEXT)
        if "options" in element and chosen not in offered:
            found.add(f"{at}/initial_option", "must match one of the options")
    for place, one in enumerate(element.get("initial_options") or []):
        if "options" in element and one not in offered:
            found.add(f"{at}/initial_options/{place}", "must match one of the options")


def _choices(found: Problems, element: Json, at: str) -> None:
    check_options(found, element.get("options", []), f"{at}/options", 10, ANY_TEXT)
    _initial(found, element, at)


def _typed(found: Problems, element: Json, at: str) -> None:
    for name in ("min_length", "max_length"):
        value = element.get(name)
        if value is not None and not (isinstance(value, int) and 0 <= value <= 3000):
            found.add(f"{at}/{name}", "must be between 0 and 3000")
    found.length(element.get("initial_value"), f"{at}/initial_value", 3000, least=0)


def check_image(found: Problems, element: Json, at: str) -> None:
    """An image, as a block or inside one: alternative text 2000, URL 3000 characters."""
    found.lengths(element, at, {"alt_text": 2000, "image_url": 3000})
    if "image_url" not in element and "slack_file" not in element:
        found.add(at, "missing required field: image_url")


def _nothing_more(found: Problems, element: Json, at: str) -> None:
    """The fields alone decide."""


def _fields(*names: str) -> frozenset[str]:
    return frozenset(names)


MENU_FIELDS = _fields(
    "placeholder",
    "options",
    "option_groups",
    "initial_option",
    "initial_options",
    "filter",
    "min_query_length",
    "max_selected_items",
    "initial_user",
    "initial_users",
    "initial_channel",
    "initial_channels",
    "initial_conversation",
    "initial_conversations",
    "default_to_current_conversation",
    "response_url_enabled",
)
TYPED_FIELDS = _fields(
    "placeholder",
    "initial_value",
    "multiline",
    "min_length",
    "max_length",
    "dispatch_action_config",
    "is_decimal_allowed",
    "min_value",
    "max_value",
    "filetypes",
    "max_files",
)
BUTTON_FIELDS = _fields("url", "value", "style", "accessibility_label")
CHOICE_FIELDS = _fields("initial_option", "initial_options")
PICKER_FIELDS = _fields("placeholder", "initial_date", "initial_time", "initial_date_time", "timezone")
IMAGE_FIELDS = _fields("image_url", "slack_file")

RULES: dict[str, ElementRule] = {
    "button": ElementRule(("text", "action_id"), BUTTON_FIELDS, _button),
    "workflow_button": ElementRule(("text", "workflow"), BUTTON_FIELDS, _button),
    "overflow": ElementRule(("action_id", "options"), _fields(), _overflow),
    "image": ElementRule(("alt_text",), IMAGE_FIELDS, check_image),
    **{kind: ElementRule(("action_id",), PICKER_FIELDS, _nothing_more) for kind in PICKERS},
    **{kind: ElementRule(("action_id",), MENU_FIELDS, _nothing_more) for kind in MENUS},
    **{
        kind: ElementRule(("action_id",), MENU_FIELDS, _static_menu)
        for kind in ("static_select", "multi_static_select")
    },
    **{kind: ElementRule(("action_id", "options"), CHOICE_FIELDS, _choices) for kind in CHOICES},
    **{kind: ElementRule(("action_id",), TYPED_FIELDS, _typed) for kind in INPUTS},
}
