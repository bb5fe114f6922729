"""How a turn ends: the conversation is settled, the reply is built, and what happened is noted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.outcome import Event, Evidence, Turn
from bot.engine.replies import in_words, reply_for
from bot.engine.reply import Reply
from bot.engine.scene import Scene, hand_over_id, resettled

RECENT = 3
RECENT_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Heard:
    """What this turn read, and what was unclear: question id to how, and to the answers still possible."""

    how: Mapping[str, str] = field(default_factory=dict)
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NOTHING = Heard()


def go_on(scene: Scene, changed: Conversation, *lead: str, heard: Heard = NOTHING, event: str = "") -> Turn:
    """Settle a changed conversation and say what it calls for; hands over when it leads there."""
    conversation, now = resettled(scene.rules, changed)
    before = scene.conversation.state
    reached = hand_over_id(now.state)
    case = evidence(scene, now.path, reached) if reached and now.state != before else None
    if case is not None and conversation.owner in ("bot", "returned"):
        conversation = replace(conversation, owner="waiting")
    events = [Event(event)] if event else []
    events += [Event("answered", {"question": question, "how": how}) for question, how in heard.how.items()]
    if case is not None:
        events.append(Event("handed_over", {"hand_over": reached}))
    if now.state == CHECKLIST != before:
        shown = ",".join(step.id for step in steps(scene.rules.flow, now.path))
        events.append(Event("finished", {"steps": shown}))
    reply = reply_for(scene, conversation, *lead, path=now.path)
    return replace(end(scene, conversation, reply, heard), events=tuple(events), case=case)


def end(scene: Scene, conversation: Conversation, reply: Reply | None, heard: Heard = NOTHING) -> Turn:
    """A turn with this reply, whose buttons are now the ones on the screen."""
    after = replace(conversation, last_at=max(conversation.last_at, scene.message.at), recent=_recent(scene))
    if reply is not None and reply.choices:
        after = replace(after, offered=tuple((choice.question, choice.answer) for choice in reply.choices))
    return Turn(after, reply, how=heard.how, candidates=heard.candidates)


def same(scene: Scene, reply: Reply, event: str) -> Turn:
    """A turn that only tells: nothing that was told changes, and it need not be kept."""
    turn = end(scene, scene.conversation, reply)
    return replace(turn, events=(Event(event),), reads_only=not scene.opening)


def evidence(scene: Scene, path: Mapping[str, str], hand_over: str) -> Evidence:
    """The pack that staff get: why, how urgent, and the path in words."""
    entry = scene.rules.flow.hand_over(hand_over)
    assert entry is not None
    return Evidence(hand_over, scene.fill(entry.because), entry.urgent, in_words(scene, path))


def _recent(scene: Scene) -> tuple[str, ...]:
    kept = scene.conversation.recent
    if not scene.message.text:
        return kept
    return (*kept, scene.message.text[:RECENT_LENGTH])[-RECENT:]
