"""The shapes that travel on Slack's wire, and how one is read."""

import json
import re
from typing import Any

Json = dict[str, Any]
"""One JSON object as Slack sends or receives it."""

_HALF = re.compile("[\ud800-\udfff]")


def compact(value: object) -> str:
    """`value` as JSON without spaces, as Slack writes its bodies.

    Half of a surrogate pair, which JSON can carry and UTF-8 cannot, is written as an escape.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _HALF.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def read_json(text: str) -> object:
    """What `text` says in JSON, or `None` when it is no JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def as_object(value: object) -> Json:
    """`value` when it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_objects(value: object) -> list[Json]:
    """The JSON objects of a list, in order; everything else is passed over."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
