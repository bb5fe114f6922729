"""What a filer can do in any state, by a word, a button or the slash command."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.engine import ownership
from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.ending import end, go_on, same
from bot.engine.machine import CHECKLIST
from bot.engine.opening import closed_in_words, hours_in_words
from bot.engine.outcome import Event, Turn
from bot.engine.replies import information, reply_for
from bot.engine.scene import Scene, hand_over_id
from bot.engine.ticks import count_ticked

PERSON = "asked_for_person"
SECRET = "secret_pasted"
LOST = "not_understood"


def begin_again(conversation: Conversation, flow: str) -> Conversation:
    """A new talk of the same person: nothing told, and the buttons of the old one are over."""
    return Conversation(
        key=conversation.key,
        court=conversation.court,
        person=conversation.person,
        purpose=conversation.purpose,
        talk=conversation.talk + 1,
        flow=flow,
        owner=conversation.owner,
        helper=conversation.helper,
        case=conversation.case,
        recent=conversation.recent,
        last_at=conversation.last_at,
        version=conversation.version,
    )


def hand_over(scene: Scene, entry: str, *lead: str) -> Turn:
    """Hand over to staff for a reason that was said in words."""
    return go_on(scene, replace(scene.conversation, heard=entry, doubt=None, resuming=False), *lead)


def back(scene: Scene) -> Turn:
    """Take back the last thing: a doubt, a hand-over that was asked for, or what the last message told."""
    conversation = scene.conversation
    if conversation.doubt or conversation.heard:
        return go_on(scene, replace(conversation, doubt=None, heard="", misses=0), event="went_back")
    if not conversation.told:
        return end(scene, conversation, reply_for(scene, conversation, scene.say("back_none")))
    last = max(told.at for told in conversation.told.values())
    told = {question: told for question, told in conversation.told.items() if told.at < last}
    return go_on(scene, replace(conversation, told=told, misses=0, resuming=False), event="went_back")


def restart(scene: Scene) -> Turn:
    """Begin again from the first question."""
    return _anew(scene, "restarted")


def something_else(scene: Scene) -> Turn:
    """Another matter: a new talk in the default flow."""
    return _anew(scene, "something_else")


def open_flow(scene: Scene, flow: str) -> Turn:
    """Begin another flow."""
    rules = scene.book.rules(flow)
    other = replace(scene, rules=rules)
    begun = replace(begin_again(scene.conversation, flow), flow=flow)
    return go_on(other, begun, other.fill(rules.flow.start), event="opened")


def why(scene: Scene) -> Turn:
    """Why the question on the screen is asked; it is put again."""
    doubt = scene.conversation.doubt
    asked = scene.rules.asked.get(doubt.question if doubt else scene.conversation.state)
    reason = scene.fill(asked.why) if asked and asked.why else scene.say("why_missing")
    return same(scene, reply_for(scene, scene.conversation, reason), "why_asked")


def help_(scene: Scene) -> Turn:
    """What can be said here; the question is put again."""
    return same(scene, reply_for(scene, scene.conversation, scene.say("help")), "help_asked")


def phone(scene: Scene) -> Turn:
    """The phone numbers, and the hours where they are known."""
    hours = hours_in_words(scene.book, scene.now)
    reply = information(scene, scene.conversation, scene.say("phone_answer"), *hours)
    return same(scene, reply, "phone_asked")


def status(scene: Scene) -> Turn:
    """Where this conversation stands, and who has the word."""
    conversation = scene.conversation
    if conversation.owner == "human":
        line = scene.say("status_human", name=conversation.helper)
    elif conversation.owner == "waiting":
        line = waiting(scene, "status_waiting")
    elif conversation.state == CHECKLIST:
        line = _checklist_status(scene)
    else:
        line = scene.say("status_question", count=str(len(scene.settled(conversation).path)))
    if conversation.owner == "human" or hand_over_id(conversation.state):
        return same(scene, information(scene, conversation, line, *_closed(scene)), "status_asked")
    return same(scene, reply_for(scene, conversation, line, *_closed(scene)), "status_asked")


def _checklist_status(scene: Scene) -> str:
    """That the steps are there; and how many are ticked, once some are."""
    shown = steps(scene.rules.flow, scene.settled(scene.conversation).path)
    done = count_ticked(scene.conversation, shown)
    line = scene.say("status_checklist")
    ticked = scene.say("steps_ticked", done=str(done), count=str(len(shown)))
    return f"{line} {ticked}" if done else line


def person(scene: Scene) -> Turn:
    """A person, from wherever the filer is."""
    if scene.conversation.owner == "waiting":
        line = waiting(scene, "waiting")
        reply = information(scene, scene.conversation, line, *closed_in_words(scene.book, scene.now))
        return same(scene, reply, "person_asked")
    return hand_over(scene, PERSON)


def _closed(scene: Scene) -> tuple[str, ...]:
    """When staff are back, for who waits for them."""
    waits = scene.conversation.owner == "waiting"
    return closed_in_words(scene.book, scene.now) if waits else ()


def waiting(scene: Scene, key: str) -> str:
    """That a request waits with staff, with its number once it has one."""
    case = scene.conversation.case
    return scene.say(key, case=case) if case else scene.say("waiting_unnumbered")


def stop(scene: Scene) -> Turn:
    """End the talk; a request that waits with staff is taken back."""
    conversation = scene.conversation
    withdrawn = conversation.owner in ("waiting", "human")
    owner = ownership.after(conversation.owner, "withdraw")
    ended = replace(conversation, ended=True, owner=owner, helper="", case="", doubt=None, told={}, heard="")
    reply = information(scene, ended, scene.say("stopped"))
    return replace(end(scene, ended, reply), withdrawn=withdrawn, events=(Event("stopped"),))


def worked(scene: Scene) -> Turn:
    """The steps worked: the talk is over."""
    ended = replace(scene.conversation, ended=True)
    reply = information(scene, ended, scene.say("finish_worked"))
    return replace(end(scene, ended, reply), events=(Event("worked"),))


def stuck(scene: Scene) -> Turn:
    """The steps did not help: a person."""
    if scene.conversation.owner == "waiting":
        return person(scene)
    return hand_over(scene, PERSON, scene.say("stuck"))


def carry_on(scene: Scene) -> Turn:
    """Go on where a long silence left off."""
    return go_on(scene, replace(scene.conversation, resuming=False))


def start(scene: Scene) -> Turn:
    """Put what is on the screen once more, where it can be answered."""
    return go_on(scene, replace(scene.conversation, resuming=False))


ACTS: Mapping[str, Callable[[Scene], Turn]] = {
    "back": back,
    "restart": restart,
    "something_else": something_else,
    "why": why,
    "help": help_,
    "phone": phone,
    "status": status,
    "person": person,
    "stop": stop,
    "worked": worked,
    "stuck": stuck,
    "go_on": carry_on,
    "start": start,
}


def _anew(scene: Scene, key: str) -> Turn:
    begun = begin_again(scene.conversation, scene.book.default)
    fresh = replace(scene, rules=scene.book.rules(scene.book.default))
    return go_on(fresh, begun, scene.say(key), event="restarted")
