"""Forms as Slack's modals, and what is handed in with them.

Limits as in docs.slack.dev, "Modals" and "Block Kit": a title and a button have 24 characters, an option 75.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import Any
from zlib import crc32

from bot.service.forms import Field, Form, Kind
from bot.slack.mrkdwn import sections
from bot.slack.render import ROOM_FOR_NAMES, named
from bot.slack.wire import Json, inner, text_of
from bot.slack.words import read_words

CALLBACK = "helpdesk_form"
TITLE = 24
LABEL = 2_000
HINT = 2_000
OPTION = 75
OPTIONS = 100
TEXT = 3_000
SECTION = 3_000
VALUE = "value"


def view(form: Form) -> Json:
    """The modal of a form, for `views.open` and `views.update`."""
    shown: Json = {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": _plain(form.title, TITLE),
        "blocks": [*_paragraphs(form), *map(_question, form.fields)],
        "private_metadata": json.dumps(
            {"form": form.id, "case": form.case, "carried": form.carried}, ensure_ascii=False
        ),
    }
    if form.submit:
        shown["submit"] = _plain(form.submit, TITLE)
    if form.cancel:
        shown["close"] = _plain(form.cancel, TITLE)
    return shown


def carried(body: Json) -> dict[str, str]:
    """What a modal of ours carries: form, case, carried; empty for any other."""
    seen = inner(body, "view")
    if text_of(seen, "callback_id") != CALLBACK:
        return {}
    try:
        kept = json.loads(text_of(seen, "private_metadata"))
    except (ValueError, RecursionError):
        return {}
    return (
        {name: text_of(kept, name) for name in ("form", "case", "carried")} if isinstance(kept, dict) else {}
    )


def values(body: Json) -> dict[str, str]:
    """What stands in a modal, by question: texts free of secrets, the rest as Slack's own values."""
    state = inner(inner(inner(body, "view"), "state"), "values")
    return {
        _id(block): _value(inner(state[block], VALUE)) for block in state if isinstance(state[block], dict)
    }


def errors(form: Json, wrong: Mapping[str, str]) -> dict[str, str]:
    """Sentences by question as Slack wants them: by the block of the modal that was handed in."""
    blocks = inner(form, "view").get("blocks")
    known = (
        [text_of(one, "block_id") for one in blocks if isinstance(one, dict)]
        if isinstance(blocks, list)
        else []
    )
    return {block: wrong[_id(block)] for block in known if _id(block) in wrong}


def _id(block: str) -> str:
    """The question of a block. What follows the colon makes Slack show a new value in place of an old one."""
    return block.partition(":")[0]


def _value(element: Json) -> str:
    option = inner(element, "selected_option")
    if option:
        return text_of(option, "value")
    for name in ("selected_user", "selected_date", "selected_time"):
        if text_of(element, name):
            return text_of(element, name)
    return read_words(text_of(element, "value")).text


def _paragraphs(form: Form) -> Iterator[Json]:
    for piece in (piece for line in form.lines for piece in sections(line, SECTION - ROOM_FOR_NAMES)):
        text = reduce(named, form.people, piece)
        yield {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _question(asked: Field) -> Json:
    block: dict[str, Any] = {
        "type": "input",
        "block_id": f"{asked.id}:{crc32(asked.value.encode())}" if asked.value else asked.id,
        "label": _plain(asked.label, LABEL),
        "element": _element(asked),
        "optional": asked.optional,
    }
    if asked.hint:
        block["hint"] = _plain(asked.hint, HINT)
    if asked.asks:
        block["dispatch_action"] = True
    return block


def _element(asked: Field) -> Json:
    return {"action_id": VALUE, **MADE[asked.kind](asked)}


def _text(asked: Field) -> Json:
    shown: Json = {"type": "plain_text_input", "multiline": True, "max_length": min(asked.most, TEXT)}
    return {**shown, "initial_value": asked.value[:TEXT]} if asked.value else shown


def _choice(asked: Field) -> Json:
    options = [{"text": _plain(label, OPTION), "value": value} for value, label in asked.options[:OPTIONS]]
    shown: Json = {"type": "static_select", "options": options}
    chosen = next((one for one in options if one["value"] == asked.value), None)
    return {**shown, "initial_option": chosen} if chosen else shown


def _chosen(kind: str, initial: str) -> Callable[[Field], Json]:
    return lambda asked: {"type": kind, initial: asked.value} if asked.value else {"type": kind}


def _plain(text: str, most: int) -> Json:
    kept = text if len(text) <= most else text[: most - 1].rstrip() + "\u2026"
    return {"type": "plain_text", "text": kept, "emoji": False}


MADE: Mapping[Kind, Callable[[Field], Json]] = {
    "text": _text,
    "choice": _choice,
    "person": _chosen("users_select", "initial_user"),
    "day": _chosen("datepicker", "initial_date"),
    "time": _chosen("timepicker", "initial_time"),
}
"""How each kind of question is asked in Slack."""
