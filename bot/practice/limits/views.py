"""Limits of modals and of App Home."""

from bot.practice.limits.blocks import block_problems
from bot.practice.limits.problems import Problems
from bot.practice.limits.texts import check_text
from bot.practice.shapes import Json, as_objects, compact

MOST_BYTES = 250_000
"""The largest view: 250 kB (third-party reports; Slack's error is `view_too_large`)."""

SHARED = frozenset({"type", "blocks", "private_metadata", "callback_id", "external_id"})
MODAL = SHARED | {"title", "close", "submit", "clear_on_close", "notify_on_close", "submit_disabled"}


def view_problems(view: Json) -> list[str]:
    """What Slack would find wrong with this modal or App Home; an empty list when nothing is."""
    found = Problems()
    kind = view.get("type")
    if kind not in ("modal", "home"):
        found.add("/view/type", "must be one of: modal, home")
        return found.found
    found.required(view, "/view", "blocks")
    found.lengths(view, "/view", {"callback_id": 255, "external_id": 255})
    found.length(view.get("private_metadata"), "/view/private_metadata", 3000, least=0)
    if kind == "modal":
        _modal(found, view)
        return found.found + block_problems(view.get("blocks", []), "modal", "/view/blocks")
    found.known(view, "/view", SHARED)
    return found.found + block_problems(view.get("blocks", []), "home", "/view/blocks")


def is_too_large(view: Json) -> bool:
    """True when Slack would answer `view_too_large`."""
    return len(compact(view).encode()) > MOST_BYTES


def _modal(found: Problems, view: Json) -> None:
    found.required(view, "/view", "title")
    found.known(view, "/view", MODAL)
    for name in ("title", "close", "submit"):
        check_text(found, view.get(name), f"/view/{name}", 24)
    has_input = any(one.get("type") == "input" for one in as_objects(view.get("blocks")))
    if has_input and "submit" not in view:
        found.add("/view", "missing required field: submit")
