"""What a walk leaves to read: the answers so far, and the steps as plain text to copy into a mail."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.engine.reply import Reply, plain
from bot.engine.scene import settled
from bot.service.voice import Voice

LONGEST = 3_000
"""Characters of one field (docs.slack.dev, "Plain-text input element")."""


def for_a_mail(reply: Reply) -> tuple[str, ...]:
    """The checklist without markup and buttons, links and phones written out, in texts that fit a field."""
    text = plain(replace(reply, lines=(), choices=(), notice="")).replace("*", "")
    return tuple(_pieces(text))


def told_so_far(voice: Voice, conversation: Conversation, now: datetime) -> str:
    """Each question with its answer, a line each."""
    rules = voice.book.rules(conversation.flow)
    lines = []
    for question, answer in settled(rules, conversation).path.items():
        asked = rules.asked[question]
        given = asked.answer(answer)
        assert given is not None
        lines.append(f"\u2022 {_fill(voice, asked.ask, now)} {_fill(voice, given.label, now)}")
    return "\n".join(lines)


def _pieces(text: str, most: int = LONGEST) -> Iterator[str]:
    """The text in pieces of whole lines; a line that is too long by itself is cut."""
    piece = ""
    for line in text.split("\n"):
        for start in range(0, len(line) or 1, most):
            part = line[start : start + most]
            if piece and len(piece) + 1 + len(part) > most:
                yield piece
                piece = part
            else:
                piece = f"{piece}\n{part}" if piece else part
    yield piece


def _fill(voice: Voice, text: str, now: datetime) -> str:
    return voice.book.wording.fill(text, voice.local(now).date())
