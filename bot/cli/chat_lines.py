"""A conversation in JSON Lines: one object in for each message, one object out for each turn."""

import json
from collections.abc import Iterable, Iterator

from bot.cli.talk import Talk, said
from bot.engine.book import Rules
from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.outcome import Turn
from bot.engine.scene import hand_over_id, settled
from bot.engine.settle import Settled

SHAPE = 'Write {"text": "..."} or {"press": {"question": "...", "answer": "..."}}.'


class Unreadable(Exception):
    """A line that is none of the two shapes; its text says what is wrong."""


def answered(talk: Talk, lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each line that comes in. A line that cannot be read changes nothing."""
    for line in lines:
        try:
            yield json.dumps(_turned(talk, _read(line)))
        except Unreadable as wrong:
            yield json.dumps({"error": str(wrong)})


def _read(line: str) -> dict[str, object]:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        raise Unreadable(f"This is not JSON. {SHAPE}") from None
    if not isinstance(read, dict) or len(read) != 1:
        raise Unreadable(f"This is not one message. {SHAPE}")
    return read


def _turned(talk: Talk, message: dict[str, object]) -> dict[str, object]:
    match message:
        case {"text": str(text)}:
            return shown(talk, talk.say(text))
        case {"press": {"question": str(question), "answer": str(answer), **rest}} if not rest:
            if wrong := talk.unknown(question, answer):
                raise Unreadable(wrong)
            return shown(talk, talk.press(question, answer))
    raise Unreadable(f"This is not one message. {SHAPE}")


def shown(talk: Talk, turn: Turn) -> dict[str, object]:
    """A turn as other programs read it; see `helpdesk chat --json` in the docs."""
    conversation = turn.conversation
    rules = talk.book.rules(conversation.flow)
    now = settled(rules, conversation)
    question = _asked(rules, conversation, now)
    return {
        "said": said(turn),
        "flow": rules.flow.id,
        "question": question,
        "told": {one: told.answer for one, told in conversation.told.items()},
        "path": now.path,
        "how": dict(turn.how),
        "candidates": {one: list(answers) for one, answers in turn.candidates.items()},
        "steps": _steps(rules, now) if question is None else [],
        "hand_over": _hand_over(rules, now) if question is None else None,
        "owner": conversation.owner,
    }


def _asked(rules: Rules, conversation: Conversation, now: Settled) -> str | None:
    if conversation.ended:
        return None
    if conversation.doubt is not None:
        return conversation.doubt.question
    return now.state if rules.machine.is_question(now.state) else None


def _steps(rules: Rules, now: Settled) -> list[str]:
    return [step.id for step in steps(rules.flow, now.path)] if now.state == CHECKLIST else []


def _hand_over(rules: Rules, now: Settled) -> dict[str, object] | None:
    entry = rules.flow.hand_over(hand_over_id(now.state))
    return {"id": entry.id, "urgent": entry.urgent} if entry else None
