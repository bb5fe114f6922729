"""Buttons: an answer, an old answer corrected, or one of the few acts that are no answers."""

from dataclasses import replace

from bot.engine.acts import ACTS, open_flow
from bot.engine.conversation import Doubt, Told
from bot.engine.ending import Heard, end, go_on
from bot.engine.message import DO, Press
from bot.engine.outcome import Turn
from bot.engine.replies import information, reply_for
from bot.engine.scene import Scene, with_answer


def pressed(scene: Scene) -> Turn | None:
    """The turn of a press; None when the message is none."""
    press = scene.message.press
    if press is None:
        return None
    if press.conversation and press.conversation != scene.conversation.id:
        return over(scene)
    if press.question == DO:
        return _act(scene, press)
    if not _known(scene, press):
        return _unknown(scene, press)
    return choose(scene, press.question, press.answer, "button")


def choose(scene: Scene, question: str, answer: str, how: str) -> Turn:
    """An answer that was chosen from those on a screen: it changes what was told."""
    conversation, told = scene.conversation, Told(answer, scene.message.at)
    existing = conversation.told.get(question)
    if existing and existing.at > told.at and existing.answer != answer:
        return go_on(scene, replace(conversation, doubt=Doubt(question, told, existing)))
    if existing and existing.answer == answer and _stands(scene, question):
        return end(scene, conversation, None)
    changed = with_answer(conversation, question, told)
    corrects = existing is not None and existing.answer != answer
    lead = _corrected(scene, question, answer) if corrects else ""
    turn = go_on(scene, changed, lead, heard=Heard({question: how}), event="corrected" if corrects else "")
    follows = turn.reply is not None and turn.reply.kind == "question"
    fresh = corrects or not follows or how != "button" or scene.opening
    return turn if fresh else replace(turn, fresh=False, echo=_echo(scene, question, answer))


def over(scene: Scene) -> Turn:
    """The press of a button of another conversation: nothing changes, and the filer hears why."""
    reply = reply_for(scene, scene.conversation, scene.say("talk_over"))
    return end(scene, scene.conversation, reply)


def _act(scene: Scene, press: Press) -> Turn:
    if press.answer.startswith("flow:") and press.answer.removeprefix("flow:") in scene.book.flows:
        return open_flow(scene, press.answer.removeprefix("flow:"))
    act = ACTS.get(press.answer)
    return act(scene) if act else _old(scene)


def _unknown(scene: Scene, press: Press) -> Turn:
    default = scene.book.rules(scene.book.default)
    if press.answer in default.machine.answers.get(press.question, ()):
        opened = open_flow(scene, scene.book.default)
        again = replace(scene, rules=default, conversation=opened.conversation)
        return replace(choose(again, press.question, press.answer, "button"), fresh=True)
    return _old(scene)


def _old(scene: Scene) -> Turn:
    """A button of an older version of the flow: nothing changes, and the question is put again."""
    reply = reply_for(scene, scene.conversation, scene.say("old_button"))
    return end(scene, scene.conversation, reply)


def _known(scene: Scene, press: Press) -> bool:
    return press.answer in scene.rules.machine.answers.get(press.question, ())


def _stands(scene: Scene, question: str) -> bool:
    """Whether pressing the answer again would change nothing: no doubt to settle, nothing heard to leave."""
    conversation = scene.conversation
    doubted = conversation.doubt is not None and conversation.doubt.question == question
    return not (doubted or conversation.heard or conversation.resuming)


def _corrected(scene: Scene, question: str, answer: str) -> str:
    asked = scene.fill(scene.rules.asked[question].ask)
    return scene.say("corrected", question=asked, answer=scene.label(question, answer))


def _echo(scene: Scene, question: str, answer: str) -> str:
    asked = scene.fill(scene.rules.asked[question].ask)
    return f"{asked}\n{scene.say('you_said', answer=scene.label(question, answer))}"


def with_staff(scene: Scene) -> Turn | None:
    """While a person has the case, words are for them; the bot says only why a button does nothing."""
    if scene.conversation.owner != "human":
        return None
    if scene.message.press is None and scene.message.text:
        return replace(end(scene, scene.conversation, None), relayed=True)
    reply = information(scene, scene.conversation, scene.say("with_staff", name=scene.conversation.helper))
    return end(scene, scene.conversation, reply)
