"""How a turn ends: the conversation is settled, the reply is built, and what happened is noted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.engine import ownership
from bot.engine.conversation import Conversation
from bot.engine.evidence import evidence
from bot.engine.machine import CHECKLIST
from bot.engine.outcome import Event, Evidence, Turn
from bot.engine.replies import reply_for
from bot.engine.reply import Reply, steps_shown
from bot.engine.scene import Scene, hand_over_id
from bot.engine.settle import Settled

RECENT = 3
RECENT_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Heard:
    """What this turn read, and what was unclear: question id to how, and to the answers still possible."""

    how: Mapping[str, str] = field(default_factory=dict)
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened:
    """What the turn caused beside its reply."""

    events: tuple[Event, ...] = ()
    case: Evidence | None = None


NOTHING = Heard()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn read and what it caused."""

    heard: Heard
    happened: Happened = Happened()


def go_on(scene: Scene, changed: Conversation, *lead: str, heard: Heard = NOTHING, event: str = "") -> Turn:
    """Settle a changed conversation and say what it calls for; hands over when it leads there."""
    now = scene.settled(changed)
    reached = hand_over_id(now.state) if now.state != scene.conversation.state else ""
    case = evidence(scene, now.path, reached) if reached else None
    reply = reply_for(scene, changed, *lead, now=now)
    happened = Happened(tuple(_events(scene, now, reply, heard, event)), case)
    return _ended(scene, changed, now.state, reply, Outcome(heard, happened))


def end(scene: Scene, conversation: Conversation, reply: Reply | None, heard: Heard = NOTHING) -> Turn:
    """A turn with this reply that leaves the conversation where it is."""
    return _ended(scene, conversation, conversation.state, reply, Outcome(heard))


def same(scene: Scene, reply: Reply, event: str) -> Turn:
    """A turn that only tells: nothing that was told changes, and it need not be kept."""
    turn = end(scene, scene.conversation, reply)
    return replace(turn, events=(Event(event),), reads_only=not scene.opening)


def _ended(
    scene: Scene, conversation: Conversation, state: str, reply: Reply | None, outcome: Outcome
) -> Turn:
    """The turn, its conversation brought up to date in one go; the reply's buttons are now on the screen."""
    offered, owner = conversation.offered, conversation.owner
    if reply is not None and reply.choices:
        offered = tuple([(choice.question, choice.answer) for choice in reply.choices])
    if outcome.happened.case is not None:
        owner = ownership.after(owner, "hand_over")
    after = replace(
        conversation,
        state=state,
        fingerprint=scene.rules.flow.fingerprint,
        owner=owner,
        offered=offered,
        recent=_recent(scene, conversation),
        last_at=max(conversation.last_at, scene.message.at),
    )
    heard, happened = outcome.heard, outcome.happened
    return Turn(after, reply, heard.how, heard.candidates, happened.events, happened.case)


def _events(scene: Scene, now: Settled, reply: Reply, heard: Heard, event: str) -> Iterator[Event]:
    if event:
        yield Event(event)
    for question, how in heard.how.items():
        yield Event("answered", {"question": question, "how": how})
    if now.state == scene.conversation.state:
        return
    if now.state == CHECKLIST:
        yield Event("finished", {"steps": ",".join(steps_shown(reply))})
    elif hand_over_id(now.state):
        yield Event("handed_over", {"hand_over": hand_over_id(now.state)})


def _recent(scene: Scene, conversation: Conversation) -> tuple[str, ...]:
    kept = scene.conversation.recent
    if conversation.ended:
        return ()
    if not scene.message.text:
        return kept
    return (*kept, scene.message.text[:RECENT_LENGTH])[-RECENT:]
