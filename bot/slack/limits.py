"""Slack's limits, as numbers.

Sources: docs.slack.dev, "Block Kit" reference and "chat.postMessage", and the validators of slack_sdk 3.47.
"""

from bot.flow.limits import TextLimits

MESSAGE_TEXT = 40_000
"""Characters of a message's `text`; Slack cuts what is longer."""

RECOMMENDED_TEXT = 4_000
"""Characters of `text` that Slack recommends; `chat.update` refuses more (`msg_too_long`)."""

SECTION_TEXT = 3_000
BLOCKS = 50
SECTIONS_TOGETHER = 7_000
"""Characters of all sections of a message. Slack publishes no total; refusals (`msg_blocks_too_long`) were
seen from about 13,000 characters of JSON on, and 25 buttons take up to 5,000 of them."""
HEADER = 150
BUTTONS = 25
BUTTON_LABEL = 75
BUTTON_VALUE = 2_000
HOME_BLOCKS = 100
OPTION_TEXT = 75
"""Characters beside a box, and of one line of a list to choose from."""
ID = 255
"""Characters of a `block_id` or an `action_id`."""

COMMAND_TEXT = 500
"""Characters of a slash command's words that are read; the rest is no command."""

TYPED_TEXT = 12_000
"""Characters of a message that are read; Slack's own composer ends there."""

ROOM_TO_ESCAPE = 200
"""Characters of a section kept free for what escaping adds, so that a text checked at load always fits."""


def text_limits() -> TextLimits:
    """What a flow's texts must keep, in characters, and how many buttons a question may have."""
    return TextLimits(
        message_text=RECOMMENDED_TEXT,
        section_text=SECTION_TEXT - ROOM_TO_ESCAPE,
        title=HEADER,
        button_label=BUTTON_LABEL,
        buttons=BUTTONS,
        option=OPTION_TEXT,
        reply=SECTION_TEXT,
    )
