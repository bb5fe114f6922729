"""Limits of the small objects: texts, options, confirmation dialogs."""

from bot.practice.limits.problems import Problems
from bot.practice.shapes import Json, as_object

PLAIN = ("plain_text",)
ANY_TEXT = ("plain_text", "mrkdwn")
TEXT_FIELDS = {
    "plain_text": frozenset({"type", "text", "emoji"}),
    "mrkdwn": frozenset({"type", "text", "verbatim"}),
}
OPTION_FIELDS = frozenset({"text", "value", "description", "url"})
CONFIRM_FIELDS = frozenset({"title", "text", "confirm", "deny", "style"})


def check_text(found: Problems, value: object, at: str, most: int, kinds: tuple[str, ...] = PLAIN) -> None:
    """A text object of one of these kinds with 1 to `most` characters, if it is there."""
    if value is None:
        return
    if not isinstance(value, dict):
        found.add(at, "must be an object")
        return
    kind = value.get("type")
    if kind not in kinds:
        found.add(f"{at}/type", f"must be one of: {', '.join(kinds)}")
    found.required(value, at, "text")
    found.length(value.get("text"), f"{at}/text", most)
    found.known(value, at, TEXT_FIELDS.get(str(kind), TEXT_FIELDS["plain_text"]))


def check_confirm(found: Problems, value: object, at: str) -> None:
    """A confirmation dialog, if it is there: title 100, text 300, confirm and deny 30."""
    if value is None:
        return
    dialog = as_object(value)
    found.required(dialog, at, "title", "text", "confirm", "deny")
    found.known(dialog, at, CONFIRM_FIELDS)
    check_text(found, dialog.get("title"), f"{at}/title", 100)
    check_text(found, dialog.get("text"), f"{at}/text", 300, ANY_TEXT)
    check_text(found, dialog.get("confirm"), f"{at}/confirm", 30)
    check_text(found, dialog.get("deny"), f"{at}/deny", 30)
    found.one_of(dialog.get("style"), f"{at}/style", ("primary", "danger"))


def check_options(found: Problems, value: object, at: str, most: int, kinds: tuple[str, ...] = PLAIN) -> None:
    """1 to `most` options: text 75, value 150, description 75, URL 3000 characters."""
    options = found.items(value, at, most)
    for place, option in enumerate(options):
        check_option(found, option, f"{at}/{place}", kinds)


def check_option(found: Problems, option: Json, at: str, kinds: tuple[str, ...] = PLAIN) -> None:
    """One option of a menu, of radio buttons or of checkboxes."""
    found.required(option, at, "text", "value")
    found.known(option, at, OPTION_FIELDS)
    check_text(found, option.get("text"), f"{at}/text", 75, kinds)
    check_text(found, option.get("description"), f"{at}/description", 75, kinds)
    found.lengths(option, at, {"value": 150, "url": 3000})


def check_option_groups(found: Problems, value: object, at: str) -> None:
    """1 to 100 groups of options: label 75 characters."""
    for place, group in enumerate(found.items(value, at, 100)):
        here = f"{at}/{place}"
        found.required(group, here, "label", "options")
        check_text(found, group.get("label"), f"{here}/label", 75)
        check_options(found, group.get("options", []), f"{here}/options", 100)
