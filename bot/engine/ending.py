"""How a turn ends: the conversation is settled, the reply is built, and what happened is noted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.outcome import Event, Evidence, Turn
from bot.engine.replies import in_words, reply_for
from bot.engine.reply import Reply
from bot.engine.scene import Scene, hand_over_id, resettled
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
UNEVENTFUL = Happened()


def go_on(scene: Scene, changed: Conversation, *lead: str, heard: Heard = NOTHING, event: str = "") -> Turn:
    """Settle a changed conversation and say what it calls for; hands over when it leads there."""
    conversation, now = resettled(scene.rules, changed)
    moved = now.state != scene.conversation.state
    reached = hand_over_id(now.state)
    case = evidence(scene, now.path, reached) if reached and moved else None
    if case is not None and conversation.owner in ("bot", "returned"):
        conversation = replace(conversation, owner="waiting")
    reply = reply_for(scene, conversation, *lead, path=now.path)
    return end(scene, conversation, reply, heard, Happened(tuple(_events(scene, now, heard, event)), case))


def end(
    scene: Scene,
    conversation: Conversation,
    reply: Reply | None,
    heard: Heard = NOTHING,
    happened: Happened = UNEVENTFUL,
) -> Turn:
    """A turn with this reply, whose buttons are now the ones on the screen."""
    offered = conversation.offered
    if reply is not None and reply.choices:
        offered = tuple((choice.question, choice.answer) for choice in reply.choices)
    last_at = max(conversation.last_at, scene.message.at)
    after = replace(conversation, last_at=last_at, recent=_recent(scene), offered=offered)
    return Turn(after, reply, heard.how, heard.candidates, happened.events, happened.case)


def same(scene: Scene, reply: Reply, event: str) -> Turn:
    """A turn that only tells: nothing that was told changes, and it need not be kept."""
    turn = end(scene, scene.conversation, reply)
    return replace(turn, events=(Event(event),), reads_only=not scene.opening)


def evidence(scene: Scene, path: Mapping[str, str], hand_over: str) -> Evidence:
    """The pack that staff get: why, how urgent, and the path in words."""
    entry = scene.rules.flow.hand_over(hand_over)
    assert entry is not None
    return Evidence(hand_over, scene.fill(entry.because), entry.urgent, in_words(scene, path))


def _events(scene: Scene, now: Settled, heard: Heard, event: str) -> Iterator[Event]:
    if event:
        yield Event(event)
    for question, how in heard.how.items():
        yield Event("answered", {"question": question, "how": how})
    if now.state == scene.conversation.state:
        return
    if now.state == CHECKLIST:
        shown = ",".join(step.id for step in steps(scene.rules.flow, now.path))
        yield Event("finished", {"steps": shown})
    elif hand_over_id(now.state):
        yield Event("handed_over", {"hand_over": hand_over_id(now.state)})


def _recent(scene: Scene) -> tuple[str, ...]:
    kept = scene.conversation.recent
    if not scene.message.text:
        return kept
    return (*kept, scene.message.text[:RECENT_LENGTH])[-RECENT:]
