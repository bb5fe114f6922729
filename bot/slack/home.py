"""App Home as Slack's view. Pure.

Each step has a box of its own, so that one press tells of one step whatever else was ticked meanwhile. The
`block_id` of a box changes with its state: Slack keeps what a person did in a box as long as its ids stay,
and would not show the state that is kept here.
"""

import textwrap
from collections.abc import Iterator

from bot.engine.home import Box, Home
from bot.engine.reply import item_text
from bot.engine.ticks import Tick
from bot.service.board import Board
from bot.slack.board import board_blocks
from bot.slack.button import ACTION, button
from bot.slack.limits import BUTTONS, HEADER, HOME_BLOCKS, ID, OPTION_TEXT, SECTION_TEXT
from bot.slack.mrkdwn import sections
from bot.slack.wire import Json

TICK = f"{ACTION}:tick:"
DONE, OPEN = "done", "open"
SIGN = "\u2026"


def home_view(home: Home, board: Board | None = None) -> Json:
    """The `view` of `views.publish`, within all of Slack's limits; staff have their board above all else."""
    above = board_blocks(board) if board is not None else []
    top = [*above, _header(home.title), *_texts(home.notice, *home.lines, home.ask)]
    if home.next_step is not None:
        top += [_header(home.next_step.title), *_texts(*map(item_text, home.next_step.items))]
    end = [*_texts("\n\n".join(home.after)), *_buttons(home)]
    boxes = [block for box in home.boxes for block in _box(box, home.conversation)]
    middle = [{"type": "divider"}, *_texts(home.progress), *boxes] if home.boxes else []
    room = HOME_BLOCKS - len(top) - len(end)
    return {"type": "home", "blocks": [*top, *middle[:room], *end]}


def tick_of(action: Json) -> Tick | None:
    """What a press of a box says, from the block and the action; None for a press of anything else."""
    name, place = str(action.get("action_id")), str(action.get("block_id"))
    conversation, _, _ = place.partition(":")
    if action.get("type") != "checkboxes" or not name.startswith(TICK):
        return None
    return Tick(conversation, name.removeprefix(TICK), bool(action.get("selected_options")))


def _box(box: Box, conversation: str) -> Iterator[Json]:
    """A step in full, and below it the box that names it."""
    step = box.item.step
    option = {
        "text": {"type": "plain_text", "text": _shortened(box.label), "emoji": False},
        "value": DONE,
    }
    ticked = {"initial_options": [option]} if box.is_done else {}
    yield from _texts(item_text(box.item))
    yield {
        "type": "actions",
        "block_id": f"{conversation}:{step}:{DONE if box.is_done else OPEN}"[:ID],
        "elements": [
            {"type": "checkboxes", "action_id": f"{TICK}{step}"[:ID], "options": [option], **ticked}
        ],
    }


def _shortened(label: str) -> str:
    return textwrap.shorten(label, OPTION_TEXT, placeholder=SIGN)


def _header(text: str) -> Json:
    return {"type": "header", "text": {"type": "plain_text", "text": text[:HEADER], "emoji": False}}


def _texts(*parts: str) -> list[Json]:
    """One section for each part."""
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": piece, "verbatim": True}}
        for part in parts
        for piece in sections(part, SECTION_TEXT)
    ]


def _buttons(home: Home) -> list[Json]:
    made = [button(choice, "", "") for choice in home.choices[:BUTTONS]]
    return [{"type": "actions", "elements": made}] if made else []
