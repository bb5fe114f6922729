"""The board of staff as the first blocks of their App Home. Pure."""

from collections.abc import Iterator

from bot.service.board import Board
from bot.slack.button import button
from bot.slack.limits import HEADER, SECTION_TEXT
from bot.slack.mrkdwn import sections
from bot.slack.render import ROOM_FOR_NAMES, named
from bot.slack.wire import Json


def board_blocks(board: Board) -> list[Json]:
    """The board, ended by a line; two blocks for each case."""
    header = {"type": "header", "text": {"type": "plain_text", "text": board.title[:HEADER], "emoji": False}}
    blocks = [header, *_texts(board.notice), *_texts("\n".join(board.lines))]
    for row in board.rows:
        blocks += _texts(row.text, row.person)
        made = [button(choice, "", "") for choice in row.choices]
        blocks.append({"type": "actions", "elements": made})
    return [*blocks, *_texts("\n".join(board.after)), {"type": "divider"}]


def _texts(text: str, person: str = "") -> Iterator[Json]:
    for piece in sections(text, SECTION_TEXT - ROOM_FOR_NAMES):
        said = {"type": "mrkdwn", "text": named(piece, person), "verbatim": True}
        yield {"type": "section", "text": said}
