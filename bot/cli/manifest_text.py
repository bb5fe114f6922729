"""A manifest as JSON, and as YAML that says why beside each scope and event."""

import json
import re
from collections.abc import Iterator
from shlex import quote

from bot.cli.manifest_made import NAME, Chosen, Manifest
from bot.slack.clouds import CLOUDS
from bot.slack.needs import APP_SCOPES, COMMAND, EVENTS, scopes

WHY = {need.name: need.why for need in (*scopes(staff_group=True), *EVENTS)}
PLAIN = re.compile(r"[a-z][a-z_]*[.:][a-z]+|[a-z]+_[a-z_]+|commands")
"""What YAML reads as a text without quotes whatever its version: the names of scopes and events."""

INDENT = "  "


def as_json(made: Manifest) -> str:
    """The manifest as Slack's own programs read it."""
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def as_yaml(made: Manifest, chosen: Chosen) -> str:
    """The manifest with comments: what to do with it, and what each scope and event is for."""
    return "\n".join([*_head(chosen), *_lines(made, "")]) + "\n"


def _head(chosen: Chosen) -> Iterator[str]:
    place = f"api.{CLOUDS[chosen.cloud].domain}/apps"
    yield f"# Made by: {' '.join(_words(chosen))}"
    yield f'# At {place}: "Create New App", "From a manifest", paste this, then install the app.'
    if chosen.mode == "socket":
        scope = APP_SCOPES[0]
        yield f'# Then make an app-level token under "Basic Information": {scope.name}, for {scope.why}.'


def _words(chosen: Chosen) -> Iterator[str]:
    """The command that makes this manifest again."""
    yield f"helpdesk manifest --mode {chosen.mode}"
    if chosen.cloud != "commercial":
        yield f"--cloud {chosen.cloud}"
    if chosen.url:
        yield f"--url {quote(chosen.url)}"
    if chosen.command != COMMAND.name:
        yield f"--command {chosen.command}"
    if chosen.name != NAME:
        yield f"--name {quote(chosen.name)}"
    if chosen.staff_group:
        yield "--staff-group"


def _lines(part: object, before: str) -> Iterator[str]:
    """A mapping or a list, one line for each thing in it."""
    if isinstance(part, dict):
        for key, value in part.items():
            if isinstance(value, dict | list):
                yield f"{before}{key}:"
                yield from _lines(value, before + INDENT)
            else:
                yield f"{before}{key}: {_scalar(value)}"
    elif isinstance(part, list):
        for item in part:
            yield from _item(item, before)


def _item(item: object, before: str) -> Iterator[str]:
    if isinstance(item, dict):
        first, *others = _lines(item, "")
        yield f"{before}- {first}"
        yield from (f"{before}{INDENT}{line}" for line in others)
    else:
        why = f"  # {WHY[item]}" if isinstance(item, str) and item in WHY else ""
        yield f"{before}- {_scalar(item)}{why}"


def _scalar(value: object) -> str:
    if isinstance(value, str) and PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
