"""Messages we could not read: first other words, then the answers, then a person. Never a guess."""

from dataclasses import replace

from bot.engine.acts import LOST, hand_over, waiting
from bot.engine.conversation import Conversation
from bot.engine.ending import end
from bot.engine.machine import CHECKLIST
from bot.engine.outcome import Event, Turn
from bot.engine.replies import information, reply_for
from bot.engine.scene import Scene
from bot.matching.politeness import is_greeting

PATIENCE = 3


def missed(scene: Scene) -> Turn:
    """The turn of a message that could not be read; the fourth in a row goes to a person.

    A greeting is no answer and no miss: it hears the question again.
    """
    conversation = scene.conversation
    if scene.opening:
        return _again(scene, "opened")
    is_asked = scene.rules.machine.is_question(conversation.state)
    if is_asked and is_greeting(scene.message.text):
        return _again(scene, "greeted")
    if scene.message.at < conversation.last_at:
        return _again(scene, "missed")
    if conversation.owner == "waiting" and not is_asked:
        line = waiting(scene, "waiting")
        return _note(end(scene, conversation, information(scene, conversation, line)), conversation)
    counted = replace(conversation, misses=conversation.misses + 1)
    if counted.misses > PATIENCE:
        return hand_over(replace(scene, conversation=counted), LOST)
    return _note(_prompt(scene, counted), counted)


def _prompt(scene: Scene, conversation: Conversation) -> Turn:
    if conversation.misses == PATIENCE:
        lead = scene.say("offer_person")
    elif not scene.message.text.strip():
        lead = scene.say("nothing_heard")
    elif conversation.state == CHECKLIST or conversation.misses == 2:
        lead = scene.say("after_answer" if conversation.state == CHECKLIST else "offer_answers")
    else:
        lead = scene.say("rephrase_lead")
    reply = reply_for(scene, conversation, lead)
    asked = scene.rules.asked.get(conversation.state)
    if asked and asked.rephrase and conversation.misses == 1 and conversation.doubt is None:
        reply = replace(reply, ask=scene.fill(asked.rephrase))
    return end(scene, conversation, reply)


def _again(scene: Scene, name: str) -> Turn:
    conversation = scene.conversation
    event = Event(name, {"state": conversation.state})
    return replace(end(scene, conversation, reply_for(scene, conversation)), events=(event,))


def _note(turn: Turn, conversation: Conversation) -> Turn:
    return replace(turn, events=(Event("missed", {"state": conversation.state}),))
