"""What a button carries: which conversation, flow, question and answer; nothing a person typed."""

import json

from bot.engine.message import Press
from bot.engine.reply import Choice
from bot.slack.limits import BUTTON_LABEL, ID
from bot.slack.wire import Json, text_of

VERSION = 1
BROKEN = Press("", "")
"""A press whose button we cannot read; the desk answers it as a button of old times."""

ACTION = "helpdesk"


def button(choice: Choice, conversation: str, flow: str) -> Json:
    """A choice as Slack's button. Its `action_id` is `helpdesk:QUESTION:ANSWER`."""
    carried = {"v": VERSION, "c": conversation, "f": flow, "q": choice.question, "a": choice.answer}
    return {
        "type": "button",
        "text": {"type": "plain_text", "text": choice.label[:BUTTON_LABEL], "emoji": False},
        "action_id": f"{ACTION}:{choice.question}:{choice.answer}"[:ID],
        "value": json.dumps(carried, ensure_ascii=False, separators=(",", ":")),
    }


def press(value: object) -> Press:
    """What a button carried; `BROKEN` for one that is broken or of a version we do not know."""
    try:
        carried = json.loads(value) if isinstance(value, str) else None
    except (ValueError, RecursionError):
        return BROKEN
    if not isinstance(carried, dict) or carried.get("v") != VERSION:
        return BROKEN
    return Press(
        question=text_of(carried, "q"),
        answer=text_of(carried, "a"),
        conversation=text_of(carried, "c"),
        flow=text_of(carried, "f"),
    )
