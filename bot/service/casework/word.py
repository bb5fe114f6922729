"""Who has the word with a filer once a case changes hands: the one conversation, and all its cases."""

from dataclasses import replace

from bot.engine import ownership
from bot.engine.conversation import Conversation, Owner
from bot.engine.outcome import Event
from bot.engine.reply import Reply
from bot.engine.turn import asked_again, give_back
from bot.service.case_row import CaseRow
from bot.service.casework.scene import CaseScene
from bot.service.content import Content
from bot.service.desk_ports import Wanted
from bot.service.ports import Unit

MOST = 20
"""Open cases of one person that are looked at: one for each topic."""


def person_takes(scene: CaseScene, helper: str) -> None:
    """The filer hears who will write, and the bot keeps out of it.

    Of two cases that staff have, the filer's words go to the one that was claimed first.
    """
    before = _kept(scene)
    is_free = before is not None and (before.case == scene.case.number or before.owner == "waiting")
    if before is None or not is_free:
        _say(scene, scene.say("claimed_too", name=helper, case=scene.case.number))
        return
    owner = ownership.after(before.owner, "claim")
    after = replace(before, owner=owner, helper=helper, case=scene.case.number)
    _turn(scene, after, "case_claimed", scene.say("claimed", name=helper))


def person_goes(scene: CaseScene) -> None:
    """Nobody has the case now: the filer waits again, and hears so."""
    before = scene.conversation()
    if before is None:
        _say(scene, scene.say("let_go_told", case=scene.case.number))
        return
    after = replace(before, owner=ownership.after(before.owner, "let_go"), helper="")
    _turn(scene, after, "case_let_go", scene.say("let_go_told", case=scene.case.number))


def bot_takes(scene: CaseScene, event: str, line: str) -> None:
    """The case has ended: the filer hears so, and the bot has the word, unless another case is open."""
    before = scene.conversation()
    if before is None:
        _say(scene, line)
        return
    _turn(scene, after_end(scene, before), event, line)


def bot_goes_on(scene: CaseScene, line: str) -> None:
    """The same, and the question where the bot stopped is put again."""
    before = scene.conversation()
    after = None if before is None else after_end(scene, before)
    if after is None or after.case:
        bot_takes(scene, "case_returned", line)
        return
    after, reply = asked_again(scene.voice.book, after, scene.voice.local(scene.now), line)
    _turned(scene, after, "case_returned", reply)


def with_other_case(unit: Unit, conversation: Conversation, ended: str) -> Conversation:
    """The conversation of a filer whose case has just ended: about the newest one that is still open."""
    others = open_cases(unit, conversation.person, besides=ended)
    if not others:
        return conversation
    case = others[-1]
    owner: Owner = "human" if case.owner else "waiting"
    return replace(conversation, owner=owner, helper=case.owner_name, case=case.number)


def open_cases(unit: Unit, person: str, besides: str = "") -> list[CaseRow]:
    """A filer's cases that are not closed, oldest first, one excepted; their rows are not locked."""
    found = unit.desk.cases(Wanted(person=person), MOST)
    mine = [case for case in found if case.number != besides]
    return sorted(mine, key=lambda case: (case.opened is not None and case.opened.timestamp(), case.number))


def after_end(scene: CaseScene, before: Conversation) -> Conversation:
    """The filer's conversation once the case has ended: the bot's again, or another case's."""
    after = give_back(scene.voice.book, before)
    return with_other_case(scene.unit, after, scene.case.number)


def _kept(scene: CaseScene) -> Conversation | None:
    """The filer's conversation, whatever it is about."""
    return scene.unit.conversation(scene.case.conversation.rpartition(".")[0])


def _turn(scene: CaseScene, after: Conversation, event: str, line: str) -> None:
    _turned(scene, after, event, scene.voice.tell(after, line))


def _turned(scene: CaseScene, after: Conversation, event: str, reply: Reply) -> None:
    """Keep the filer's conversation, and tell the filer what happened to the case."""
    scene.unit.save(after, scene.now)
    happened = Event(event, {"case": scene.case.number, "by": scene.by.id})
    scene.unit.record(after, [happened], scene.now)
    scene.tell_filer(Content(reply=scene.voice.with_notice(scene.unit, reply, scene.now)))


def _say(scene: CaseScene, line: str) -> None:
    """Tell a filer whose conversation is about something else by now."""
    reply = scene.voice.tell(None, line)
    scene.tell_filer(Content(reply=scene.voice.with_notice(scene.unit, reply, scene.now)))
