"""The card of a case: what staff see at a glance, and what they can press."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.engine.case import CLOSED
from bot.engine.outcome import Evidence
from bot.engine.reply import Choice
from bot.service.case_row import CaseRow
from bot.service.content import Card, Content
from bot.service.voice import Voice

ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "open": ("claim", "close"),
        "reopened": ("claim", "close"),
        "claimed": ("reply", "close"),
        "answered": ("reply", "close"),
        "closed": (),
    }
)
"""What can be pressed on a card, by the state of its case."""

WITHDRAWN = "withdrawn"
BUTTON = "case:"
"""What the question of a card's button begins with; the case number follows."""


def new_card(voice: Voice, number: str, person: str, evidence: Evidence, now: datetime) -> Content:
    """The card of a case that nobody has yet: who, why, how urgent, the answers in words, and the buttons."""
    urgent = [voice.say("card_urgent", now)] if evidence.urgent else []
    who = voice.say("card_who", now, person=f"@{person}")
    why = f"{voice.say('card_why', now)} {evidence.because}"
    card = Card(
        title=voice.say("case_title", now, case=number),
        lines=(*urgent, who, why),
        path=evidence.path,
        steps=evidence.steps,
        state=voice.say("card_open", now),
        person=person,
        actions=_buttons(voice, number, now, "claim", "close"),
        unreached=voice.say("desk_unreached", now, case=number),
    )
    return Content(card=card)


def joined(voice: Voice, card: Content, evidence: Evidence, now: datetime) -> Content:
    """The card after another request of the same filer: the new reason is added, the answers are today's."""
    assert card.card is not None
    lines = list(card.card.lines)
    urgent = voice.say("card_urgent", now)
    if evidence.urgent and urgent not in lines:
        lines.insert(0, urgent)
    if not any(evidence.because in line for line in lines):
        lines.append(voice.say("card_again", now, reason=evidence.because))
    shown = replace(card.card, lines=tuple(lines), path=evidence.path, steps=evidence.steps)
    return Content(card=shown)


def in_state(voice: Voice, case: CaseRow, now: datetime) -> Content:
    """The card of a case as it stands: who has it or how it ended, and what can be done now."""
    assert case.card.card is not None
    return Content(
        card=replace(
            case.card.card,
            state=_state(voice, case, now),
            actions=_buttons(voice, case.number, now, *ACTS[case.state]),
        )
    )


def _state(voice: Voice, case: CaseRow, now: datetime) -> str:
    if case.state == CLOSED:
        return _ending(voice, case, now)
    if not case.owner:
        return voice.say("card_open", now)
    waits = "card_filer_waits" if case.state == "claimed" else "card_answered"
    return f"{voice.say('card_claimed', now, name=case.owner_name)} {voice.say(waits, now)}"


def _ending(voice: Voice, case: CaseRow, now: datetime) -> str:
    """How a case ended: the filer took it back, or who of the staff closed it."""
    if case.outcome == WITHDRAWN:
        return voice.say("card_withdrawn", now)
    return voice.say("card_closed", now, name=case.owner_name)


def _buttons(voice: Voice, number: str, now: datetime, *acts: str) -> tuple[Choice, ...]:
    return tuple(Choice(BUTTON + number, act, voice.say(f"{act}_label", now)) for act in acts)
