"""The shapes that travel on Slack's wire, read without trusting any of them."""

import re
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
"""One JSON object as Slack sends or receives it."""

PERSON = re.compile(r"[UW][A-Z0-9]{1,30}")
TS = re.compile(r"(\d{1,11})(?:\.(\d{1,6}))?")


def inner(body: Mapping[str, Any], name: str) -> Json:
    """A field that is an object, else an empty one."""
    value = body.get(name)
    return value if isinstance(value, dict) else {}


def text_of(body: Mapping[str, Any], name: str) -> str:
    """A field that is a text, else an empty one."""
    value = body.get(name)
    return value if isinstance(value, str) else ""


def microseconds(ts: str) -> int:
    """Slack's `1700000000.123456` as microseconds since 1970; 0 for what is no such time."""
    found = TS.fullmatch(ts)
    if found is None:
        return 0
    seconds, fraction = found.groups()
    return int(seconds) * 1_000_000 + int((fraction or "").ljust(6, "0"))


def is_person(one: str) -> bool:
    """Whether this is the id of a person: it begins with U or W, and Slackbot is none."""
    return PERSON.fullmatch(one) is not None and one != "USLACKBOT"
