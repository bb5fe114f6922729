"""The shapes that travel on Slack's wire, read without trusting any of them."""

import re
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
"""One JSON object as Slack sends or receives it."""

PERSON = re.compile(r"[UW][A-Z0-9]{1,30}")


def inner(body: Mapping[str, Any], name: str) -> Json:
    """A field that is an object, else an empty one."""
    value = body.get(name)
    return value if isinstance(value, dict) else {}


def text_of(body: Mapping[str, Any], name: str) -> str:
    """A field that is a text, else an empty one.

    JSON can carry one half of a surrogate pair, which nobody could store or send: a question mark stands for
    it.
    """
    value = body.get(name)
    if not isinstance(value, str):
        return ""
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def is_person(one: str) -> bool:
    """Whether this is the id of a person: it begins with U or W, and Slackbot is none."""
    return PERSON.fullmatch(one) is not None and one != "USLACKBOT"
