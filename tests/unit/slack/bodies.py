"""Slack's bodies as its documentation shows them, with only what a test wants different."""

import json
from typing import Any

TS = "1760000000.000200"
AT = 1_760_000_000_000_200


def event(**fields: Any) -> dict[str, Any]:
    """An `event_callback` around a message in a direct message."""
    inner = {
        "type": "message",
        "channel": "D1",
        "channel_type": "im",
        "user": "UFILER001",
        "text": "hi",
        "ts": TS,
        "event_ts": TS,
    }
    return {
        "type": "event_callback",
        "event_id": "Ev1",
        "team_id": "T1",
        "api_app_id": "A1",
        "event": {**inner, **fields},
    }


def changed(text: str, before: str = "hi", **fields: Any) -> dict[str, Any]:
    """A `message_changed` by the author."""
    author = {"type": "message", "user": "UFILER001", "ts": TS}
    message = {**author, "text": text, "edited": {"user": "UFILER001", "ts": "1760000060.000000"}, **fields}
    return event(
        subtype="message_changed", hidden=True, message=message, previous_message={**author, "text": before}
    )


def pressed(value: object = None, **fields: Any) -> dict[str, Any]:
    """A `block_actions` of one button; `value` is what it carries."""
    carried = value if isinstance(value, str) else json.dumps(value)
    action = {
        "type": "button",
        "action_id": "helpdesk:account:own",
        "value": carried,
        "action_ts": "1760000005.5",
    }
    body = {
        "type": "block_actions",
        "user": {"id": "UFILER001", "name": "fay", "team_id": "T1"},
        "team": {"id": "T1"},
        "trigger_id": "1.2.abc",
        "channel": {"id": "D1"},
        "container": {"type": "message", "message_ts": TS, "channel_id": "D1"},
        "message": {"text": "which?", "ts": TS},
        "response_url": "https://hooks.example/1",
        "actions": [action],
    }
    return {**body, **fields}


def command(text: str, **fields: Any) -> dict[str, Any]:
    """A slash command."""
    body = {
        "command": "/nextgen",
        "text": text,
        "user_id": "UFILER001",
        "trigger_id": "9.8.x",
        "team_id": "T1",
    }
    return {**body, **fields}
