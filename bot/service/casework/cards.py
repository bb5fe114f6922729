"""The card of a case: what staff see at a glance, and what they can press. Pure: made from the row alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.engine.case import CLOSED
from bot.engine.outcome import Evidence
from bot.engine.reply import Choice
from bot.matching.moments import in_words
from bot.service.case_row import CaseRow
from bot.service.content import BUTTON, Card, Content
from bot.service.voice import Voice

WAITING = ("claim", "assign", "note", "urgency", "rest", "transfer", "give_back", "close")
TAKEN = ("reply", "note", "assign", "let_go", "urgency", "rest", "transfer", "give_back", "close")
ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"open": WAITING, "reopened": WAITING, "claimed": TAKEN, "answered": TAKEN, "closed": ()}
)
"""What can be done with a case, by its state."""

HEADS = ("path", "steps", "done", "words")
"""The lists of a card that have a title."""

KEPT_WORDS = 3
"""How many of the filer's last messages a card shows."""

ENDINGS = ("solved", "elsewhere", "unreachable")
"""How staff say that a case ended; its outcome."""

CONFIRMED = "confirmed"
"""The outcome of a case that the filer, too, calls solved."""

WITHDRAWN = "withdrawn"
GONE = "gone"
"""The outcome of a case whose filer has no Slack account any more."""


def pack(person: str, evidence: Evidence, words: Sequence[str]) -> Content:
    """What the card of a new case holds, whatever becomes of the case: the filer, and why staff are asked."""
    shown = Card(
        title="",
        lines=(),
        path=evidence.path,
        steps=evidence.steps,
        person=person,
        reasons=(evidence.because,),
        done=evidence.done,
        words=tuple(words)[-KEPT_WORDS:],
    )
    return Content(card=shown)


def joined(card: Content, evidence: Evidence, words: Sequence[str]) -> Content:
    """The same after another request of the filer: one more reason, and today's answers."""
    assert card.card is not None
    before = card.card
    again = () if evidence.because in before.reasons else (evidence.because,)
    shown = replace(
        before,
        path=evidence.path,
        steps=evidence.steps or before.steps,
        done=evidence.done or before.done,
        reasons=(*before.reasons, *again),
        words=(*before.words, *words)[-KEPT_WORDS:],
    )
    return Content(card=shown)


def without(card: Content, reason: str) -> Content:
    """The same without a reason that has become a request of its own."""
    assert card.card is not None
    others = tuple(one for one in card.card.reasons if one != reason)
    return Content(card=replace(card.card, reasons=others))


def in_state(voice: Voice, case: CaseRow, queues: Sequence[str], now: datetime) -> Content:
    """The card of a case as it stands: how it is, who asks and why, and what can be done now."""
    assert case.card.card is not None
    acts = _acts(case, queues)
    return Content(
        card=replace(
            case.card.card,
            title=voice.say("case_title", now, case=case.number),
            state=_state(voice, case, now),
            lines=tuple(_lines(voice, case, now)),
            heads={name: voice.say(f"card_{name}", now) for name in HEADS},
            actions=tuple(Choice(BUTTON + case.number, act, voice.say(f"{act}_label", now)) for act in acts),
        )
    )


def _lines(voice: Voice, case: CaseRow, now: datetime) -> Iterator[str]:
    """Who asks and why, then what helps to sort it."""
    card = case.card.card
    assert card is not None
    yield voice.say("card_who", now, person=f"@{case.person}")
    first, *again = card.reasons or ("",)
    yield f"{voice.say('card_why', now)} {first}"
    for reason in again:
        yield voice.say("card_again", now, reason=reason)
    if case.opened:
        yield voice.say("card_opened", now, moment=_moment(voice, case.opened))
    yield from voice.hours(now)[:1]
    if case.queue:
        yield voice.say("card_queue", now, queue=case.queue)
    if case.receipt:
        yield voice.say("card_receipt", now, code=case.receipt)


def _state(voice: Voice, case: CaseRow, now: datetime) -> str:
    if case.state == CLOSED:
        return _ending(voice, case, now)
    said = [voice.say("card_urgent", now)] if case.urgent else []
    has = voice.say("card_claimed", now, name=case.owner_name)
    free = voice.say("card_reopened" if case.state == "reopened" else "card_open", now)
    said.append(has if case.owner else free)
    said += _waits(voice, case, now)
    if case.snoozed:
        said.append(voice.say("card_snoozed", now, moment=_moment(voice, case.snoozed)))
    if case.outcome == GONE:
        said.append(voice.say("card_gone", now))
    return " ".join(said)


def _waits(voice: Voice, case: CaseRow, now: datetime) -> Iterator[str]:
    """Who had the last word, and since when the other side waits."""
    if case.state == "answered":
        yield voice.say("card_answered", now)
    elif case.owner:
        yield voice.say("card_filer_waits", now)
    since = case.spoken if case.state == "answered" else case.heard
    if since:
        yield voice.say("card_since", now, moment=_moment(voice, since))


def _ending(voice: Voice, case: CaseRow, now: datetime) -> str:
    """How a case ended: the filer took it back, or who of the staff closed it; and when."""
    when = [voice.say("card_ended", now, moment=_moment(voice, case.closed))] if case.closed else []
    return " ".join([_end(voice, case, now), *when])


def _end(voice: Voice, case: CaseRow, now: datetime) -> str:
    if case.outcome == WITHDRAWN:
        return voice.say("card_withdrawn", now)
    key = "card_returned" if case.outcome == "returned" else "card_closed"
    said = [voice.say(key, now, name=case.owner_name)]
    if case.outcome in (*ENDINGS, CONFIRMED):
        said.append(voice.say(f"card_{case.outcome}", now))
    if case.rating:
        said.append(voice.say(f"card_rated_{case.rating}", now))
    return " ".join(said)


def _acts(case: CaseRow, queues: Sequence[str]) -> list[str]:
    """The acts of the buttons; one that would change nothing is left out."""
    chosen = {
        "urgency": "calm" if case.urgent else "urgent",
        "rest": "take_up" if case.snoozed else "snooze",
        "transfer": "transfer" if any(queue != case.queue for queue in queues) else "",
    }
    return [act for name in ACTS[case.state] if (act := chosen.get(name, name))]


def _moment(voice: Voice, at: datetime) -> str:
    return in_words(voice.local(at))
