"""What a typed message says: an answer, several, a way out, a question of its own, or nothing we can read."""

from dataclasses import replace

from bot.engine.acts import ACTS, SECRET, hand_over
from bot.engine.conversation import Conversation, Doubt, Told
from bot.engine.ending import Heard, end, go_on
from bot.engine.message import DO
from bot.engine.misses import missed
from bot.engine.opening import hours_in_words
from bot.engine.outcome import Event, Turn
from bot.engine.presses import choose
from bot.engine.replies import candidates_reply, do, dressed, in_words, information, reply_for
from bot.engine.scene import Scene, told_before, with_answer
from bot.flow.model import Question
from bot.matching.choices import choice_number
from bot.matching.types import Match, Reading

SILENCE = 12 * 3600 * 1_000_000
HOURS, PHONES = "hours", "phones"
"""Words of the field that are answered by the court's own hours, or together with them, where it has any."""


def secret(scene: Scene) -> Turn | None:
    """Something secret was pasted, and removed at the door: staff help to change it."""
    return hand_over(scene, SECRET) if scene.message.secrets else None


def silence(scene: Scene) -> Turn | None:
    """After twelve hours the next message is answered with what was told, and two buttons.

    Words that hand over are heard at any time: a deadline does not wait for a welcome.
    """
    conversation = scene.conversation
    idle = scene.message.at - conversation.last_at > SILENCE and conversation.last_at > 0
    if not idle or scene.opening or conversation.owner not in ("bot", "returned"):
        return None
    return None if _hands_over(scene) else _welcome_back(scene)


def resumed(scene: Scene) -> Turn | None:
    """Yes and no answer whether to go on, not the question that was open twelve hours ago."""
    reply = scene.book.short_reply(scene.message.text) if scene.conversation.resuming else ""
    if reply == "yes":
        return ACTS["go_on"](scene)
    return _welcome_back(scene) if reply else None


def _welcome_back(scene: Scene) -> Turn | None:
    """What was told, and whether to go on; None where nothing was told."""
    conversation = scene.conversation
    path = scene.settled(conversation).path
    if not path:
        return None
    answers = "; ".join(answer for _, answer in in_words(scene, path))
    resuming = replace(conversation, resuming=True)
    choices = (do(scene, "go_on"), do(scene, "restart"))
    return end(
        scene, resuming, information(scene, resuming, scene.say("resume", answers=answers), choices=choices)
    )


def numbered(scene: Scene) -> Turn | None:
    """A number alone picks from the buttons on the screen; a late one was written to another screen."""
    if scene.message.at < scene.conversation.last_at:
        return None
    number = choice_number(scene.message.text)
    offered = scene.conversation.offered
    if number is None or not 1 <= number <= len(offered):
        return None
    question, answer = offered[number - 1]
    if question == DO:
        act = ACTS.get(answer)
        return act(scene) if act else None
    return _answered_again(scene, choose(scene, question, answer, "exact"))


def listened(scene: Scene) -> Turn:
    """Everything else: words that hand over, words that are asked about, answers, or a miss."""
    on_screen = _on_screen(scene)
    reading = _read(scene, on_screen)
    told, heard, doubt = _take(scene, reading, on_screen)
    reason = "" if _exact(reading, on_screen) else _hands_over(scene)
    if reason:
        return replace(hand_over(replace(scene, conversation=told), reason), how=heard.how)
    explained = None if heard.how or heard.candidates else _explained(scene)
    if explained is not None:
        return explained
    if heard.candidates and not heard.how and doubt is None:
        return _unclear(scene, told, heard)
    if not heard.how and doubt is None and not heard.candidates:
        return missed(scene)
    told, heard = _overtook(scene, told, heard)
    return _answered(scene, replace(told, doubt=doubt) if doubt else told, heard)


def _overtook(scene: Scene, told: Conversation, heard: Heard) -> tuple[Conversation, Heard]:
    """What a message that came before its turn, and could not be read then, says to the question now asked.

    Only a late message can change what an earlier delivered one meant.
    """
    before = scene.conversation
    was_missed = before.misses > 0 and scene.message.at < before.last_at
    if not was_missed or not before.recent:
        return told, heard
    asked = scene.settled(told).state
    if not scene.rules.machine.is_question(asked):
        return told, heard
    reading = scene.rules.reader.read(before.recent[-1], asked, scene.rules.asked, scene.today)
    match = reading.answers.get(asked)
    if match is None:
        return told, heard
    again = with_answer(told, asked, Told(match.answer, before.last_at))
    return again, replace(heard, how={**heard.how, asked: match.how})


def _on_screen(scene: Scene) -> str:
    """The question this message was written to: the one on the screen when it was written."""
    conversation = scene.conversation
    if scene.message.at < conversation.last_at:
        state = told_before(scene.rules, conversation, scene.message.at)
    elif conversation.doubt is not None:
        state = conversation.doubt.question
    else:
        state = conversation.state
    return state if scene.rules.machine.is_question(state) else ""


def _read(scene: Scene, on_screen: str) -> Reading:
    return scene.rules.reader.read(scene.message.text, on_screen or None, scene.rules.asked, scene.today)


def _take(scene: Scene, reading: Reading, on_screen: str) -> tuple[Conversation, Heard, Doubt | None]:
    """What the message tells, laid over what was told before; a contradiction becomes a doubt."""
    conversation, how, doubt = scene.conversation, {}, None
    for question, match in reading.answers.items():
        told = Told(match.answer, scene.message.at)
        existing = conversation.told.get(question)
        if existing is None or (question == on_screen and existing.at <= told.at):
            conversation = with_answer(conversation, question, told)
        elif existing.answer == match.answer:
            conversation = replace(conversation, misses=0)
        elif existing.at < told.at and _gives_way(scene, question, existing):
            conversation = with_answer(conversation, question, told)
        else:
            early, later = sorted((told, existing), key=lambda one: one.at)
            doubt = doubt or Doubt(question, early, later)
        how[question] = match.how
    unclear = {question: one.candidates for question, one in reading.unclear.items()}
    return conversation, Heard(how, unclear), doubt


def _gives_way(scene: Scene, question: str, existing: Told) -> bool:
    """Whether an earlier answer falls without asking: it only said not sure, or the message takes it back."""
    not_sure = (question, existing.answer) in scene.rules.not_sure
    return not_sure or scene.book.changes_mind(scene.message.text)


def _exact(reading: Reading, on_screen: str) -> bool:
    match: Match | None = reading.answers.get(on_screen)
    return match is not None and match.how == "exact"


def _hands_over(scene: Scene) -> str:
    found = {one.key for one in scene.rules.heard.found(scene.message.text)}
    said = [entry for entry in scene.rules.flow.hand_overs if entry.id in found]
    urgent = next((entry.id for entry in said if entry.urgent), "")
    return urgent or (said[0].id if said else "")


def _explained(scene: Scene) -> Turn | None:
    term = scene.book.asked_about(scene.message.text)
    if not term:
        return None
    hours = hours_in_words(scene.book, scene.now) if term in (HOURS, PHONES) else ()
    text = scene.fill(scene.book.explained[term])
    lines = hours if hours and term == HOURS else (text, *hours)
    turn = end(scene, scene.conversation, reply_for(scene, scene.conversation, *lines))
    return replace(turn, events=(Event("explained", {"term": term}),))


def _unclear(scene: Scene, told: Conversation, heard: Heard) -> Turn:
    question, candidates = next(iter(heard.candidates.items()))
    labels = [scene.label(question, answer) for answer in candidates]
    lead = scene.say("unclear", answers=" / ".join(labels))
    asked = scene.rules.asked[question]
    offered = (*candidates, *_unsure(scene, asked, candidates))
    reply = candidates_reply(scene, question, offered, scene.fill(asked.ask))
    turn = end(scene, told, dressed(reply, scene, told, [lead]), heard)
    return replace(turn, events=(Event("unclear", {"question": question}),))


def _unsure(scene: Scene, asked: Question, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Beside days to choose from, the answer that says not sure: who knows a year may not know the day."""
    if not any(one.days for one in asked.answers if one.id in candidates):
        return ()
    unsure = (one.id for one in asked.answers if (asked.id, one.id) in scene.rules.not_sure)
    return tuple(one for one in unsure if one not in candidates)


def _answered(scene: Scene, changed: Conversation, heard: Heard) -> Turn:
    """What was understood is told back when it is more than the answer to the question on the screen."""
    if list(heard.how) == [scene.conversation.state] and not scene.opening:
        return go_on(scene, changed, heard=heard)
    doubted = changed.doubt.question if changed.doubt else ""
    taken = [question for question in heard.how if question != doubted]
    labels = [scene.label(question, changed.told[question].answer) for question in taken]
    lead = scene.say("understood", answers="; ".join(labels)) if labels else ""
    return go_on(scene, changed, lead, heard=heard)


def _answered_again(scene: Scene, turn: Turn) -> Turn:
    """A typed answer always gets a reply, even when it says what was said before."""
    if turn.reply is not None:
        return turn
    return end(scene, turn.conversation, reply_for(scene, turn.conversation))
