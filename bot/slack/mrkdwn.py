"""Our sentences as Slack's mrkdwn, in pieces that fit a section; nothing in them is parsed but *bold*.

With `verbatim` Slack makes no links by itself, so each address is written as a link that shows all of itself.
"""

import re
from collections.abc import Iterable, Iterator

from bot.slack.plain_text import to_slack

ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>|]*[^\s<>|.,;:!?)*\]'\"]")
PIECE = re.compile(r"\s+|\S+")
LONGEST_ESCAPE = 6


def marked(text: str) -> str:
    """The text escaped, with every address as a link."""
    parts, end = [], 0
    for found in ADDRESS.finditer(text):
        parts += [to_slack(text[end : found.start()]), f"<{to_slack(found.group())}>"]
        end = found.end()
    return "".join([*parts, to_slack(text[end:])])


def sections(text: str, size: int) -> list[str]:
    """The text as mrkdwn in pieces of at most `size` characters, cut between paragraphs, lines or words."""
    if len(whole := marked(text)) <= size:
        return [whole] if whole.strip() else []
    for seam in ("\n\n", "\n"):
        if seam in text:
            return _joined((sections(part, size) for part in text.split(seam)), seam, size)
    return _joined(([word] for word in _words(text, size)), "", size)


def _words(text: str, size: int) -> Iterator[str]:
    """Words and the space between them, marked; a word too long for a section is cut before it is escaped."""
    most = size // LONGEST_ESCAPE
    for piece in PIECE.findall(text):
        mark = marked(piece)
        if len(mark) <= size:
            yield mark
        else:
            yield from (to_slack(piece[start : start + most]) for start in range(0, len(piece), most))


def _joined(parts: Iterable[list[str]], seam: str, size: int) -> list[str]:
    """The parts put together again as long as they fit."""
    joined: list[str] = []
    for first, *rest in filter(None, parts):
        if joined and len(joined[-1]) + len(seam) + len(first) <= size:
            joined[-1] += seam + first
        else:
            joined.append(first)
        joined += rest
    return [one for one in joined if one.strip()]
