"""`assist`: staff walk through the flow for somebody on the phone. The engine walks; nothing is stored.

What was told lies in the form itself, as ids, and is gone when the form is closed.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.engine.conversation import Conversation, Told
from bot.engine.machine import CHECKLIST
from bot.engine.message import DO, Message, Press
from bot.engine.outcome import Turn
from bot.engine.reply import Reply, link_text
from bot.engine.scene import hand_over_id, settled
from bot.engine.turn import advance, fresh, give_back
from bot.service.forms import Field, Form
from bot.service.incoming import Ack, StaffForm
from bot.service.staff.assist_text import for_a_mail, told_so_far
from bot.service.staff.scene import StaffScene
from bot.service.voice import Voice

ASSIST = "assist"
CHOICE, WORDS, STEPS = "choice_", "words_", "steps_"
GO_ON = "go_on"
WAYS = ("back", "restart")
BEGIN = Message(0, command="start")


def assist(scene: StaffScene) -> Ack:
    """Open the form at the first question."""
    begun = fresh(scene.voice.book, ASSIST, ASSIST, ASSIST)
    turn = advance(scene.voice.book, begun, BEGIN, scene.local)
    return Ack(form=_form(scene.voice, turn, scene.now))


def walked(voice: Voice, form: StaffForm, now: datetime) -> Ack:
    """The form after an answer; at an end, with nothing chosen, it closes."""
    before = _conversation(form.carried)
    chosen = _value(form, CHOICE)
    words = _value(form, WORDS)
    if chosen or words:
        turn = _turn(voice, before, (chosen, words), now)
    elif before.state == CHECKLIST or hand_over_id(before.state):
        return Ack()
    else:
        choose = voice.say("assist_choose", now)
        return Ack(errors={name: choose for name in form.values if name.startswith(CHOICE)})
    stale = before.fingerprint != turn.conversation.fingerprint
    return Ack(form=_form(voice, turn, now, *([voice.say("assist_stale", now)] if stale else [])))


def _turn(voice: Voice, before: Conversation, told: tuple[str, str], now: datetime) -> Turn:
    """What the engine makes of a choice or of words."""
    chosen, words = told
    at = before.last_at + 1
    question, _, answer = chosen.partition(":")
    message = Message(at, press=Press(question, answer)) if chosen else Message(at, words)
    if chosen == f"{DO}:{GO_ON}":
        waiting = replace(before, owner="human")
        before, message = replace(give_back(voice.book, waiting), owner="bot"), BEGIN
    turn = advance(voice.book, before, message, voice.local(now))
    return _asking(voice, turn, now)


def _asking(voice: Voice, turn: Turn, now: datetime) -> Turn:
    """The turn with a reply that can be answered: what only tells is followed by what is open."""
    after = replace(turn.conversation, owner="bot", case="", doubt=None)
    if turn.reply is not None and turn.reply.kind != "information":
        return replace(turn, conversation=after)
    lines = turn.reply.lines if turn.reply else ()
    again = advance(voice.book, after, BEGIN, voice.local(now))
    assert again.reply is not None
    return replace(again, reply=replace(again.reply, lines=(*lines, *again.reply.lines)))


def _form(voice: Voice, turn: Turn, now: datetime, *lead: str) -> Form:
    """The form that shows where the walk stands."""
    conversation, reply = turn.conversation, turn.reply
    assert reply is not None
    ends = reply.kind in ("answer", "hand_over")
    entry = hand_over_id(conversation.state)
    path = settled(voice.book.rules(conversation.flow), conversation).path
    progress = voice.say("assist_progress", now, count=str(len(path)))
    lines = [
        *lead,
        *reply.lines,
        *map(link_text, reply.links),
        progress,
        told_so_far(voice, conversation, now),
    ]
    if entry:
        lines.insert(len(lead), voice.say("assist_hand_over", now))
    return Form(
        ASSIST,
        voice.say("assist_title", now),
        tuple(_fields(voice, conversation, reply, now)),
        voice.say("assist_done_label" if ends else "assist_next_label", now),
        voice.say("cancel_label", now),
        lines=tuple(filter(None, lines)),
        carried=_carried(conversation),
    )


def _fields(voice: Voice, conversation: Conversation, reply: Reply, now: datetime) -> Iterator[Field]:
    """The question with its answers, or the steps; and the ways on. Ids differ from screen to screen."""
    mark = f"{conversation.state.replace(':', '_')}_{len(conversation.told)}"
    options = [(f"{one.question}:{one.answer}", one.label) for one in reply.choices if one.question != DO]
    asks = reply.kind == "question"
    if reply.kind == "answer":
        for place, text in enumerate(for_a_mail(reply), 1):
            label = voice.say("assist_steps", now, place=str(place))
            yield Field(f"{STEPS}{place}_{mark}", label, value=text, optional=True)
    ways = [GO_ON] if _can_go_on(voice, conversation) else []
    ways += WAYS if conversation.told or conversation.heard else ()
    options += [(f"{DO}:{way}", voice.say(f"{way}_label", now)) for way in ways]
    label = reply.ask if asks else voice.say("assist_ways", now)
    yield Field(f"{CHOICE}{mark}", label, "choice", tuple(options), optional=True)
    if asks:
        hint = voice.say("assist_words_hint", now)
        yield Field(f"{WORDS}{mark}", voice.say("assist_words", now), hint=hint, most=500, optional=True)


def _can_go_on(voice: Voice, conversation: Conversation) -> bool:
    entry = voice.book.rules(conversation.flow).flow.hand_over(hand_over_id(conversation.state))
    return entry is not None and not entry.no_way_back


def _value(form: StaffForm, kind: str) -> str:
    return next((value.strip() for name, value in form.values.items() if name.startswith(kind) and value), "")


def _carried(one: Conversation) -> str:
    """What the form takes along: ids alone."""
    told = [(question, told.answer, told.at) for question, told in one.told.items()]
    ids = [one.flow, one.fingerprint, one.state, one.heard, list(one.waived), one.misses, one.last_at, told]
    return json.dumps(ids, separators=(",", ":"))


def _conversation(carried: str) -> Conversation:
    """The walk as `_carried` wrote it. Raises ValueError for anything else."""
    flow, fingerprint, state, heard, waived, misses, last, told = json.loads(carried)
    return Conversation(
        key=ASSIST,
        court="",
        person=ASSIST,
        purpose=ASSIST,
        flow=flow,
        fingerprint=fingerprint,
        told={question: Told(answer, at) for question, answer, at in told},
        waived=tuple(waived),
        heard=heard,
        state=state,
        misses=misses,
        last_at=last,
    )
