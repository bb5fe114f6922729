"""What a filer sees on App Home: where the talk stands, the checklist with its boxes, the ways on. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.acts import waiting
from bot.engine.book import Book
from bot.engine.checklist import item, steps
from bot.engine.conversation import Conversation
from bot.engine.message import Message
from bot.engine.opening import hours_in_words
from bot.engine.replies import do, reply_for
from bot.engine.reply import Choice, Item, Reply, Section
from bot.engine.scene import Scene, resettled
from bot.engine.ticks import count_ticked, is_ticked, next_step
from bot.flow.model import Step


@dataclass(frozen=True, slots=True)
class Box:
    """A step of the checklist and its box; `label` are the words beside the box."""

    item: Item
    label: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Home:
    """Top down: title, `notice`, paragraphs, what is asked, the next step, the boxes, closing paragraphs.

    `notice` is what everybody must read first, such as an outage; empty: nothing. `conversation` is what the
    boxes carry. The buttons carry none: they are about the person, and work however old the view is.
    """

    title: str
    notice: str = ""
    lines: tuple[str, ...] = ()
    ask: str = ""
    next_step: Section | None = None
    progress: str = ""
    boxes: tuple[Box, ...] = ()
    after: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    conversation: str = ""


def home(book: Book, conversation: Conversation, now: datetime) -> Home:
    """The App Home of this filer; `now` is aware and in the court's zone.

    A talk that has not begun or is over shows what the bot is for, and a button to start.
    """
    has_talk = bool(conversation.flow) and not conversation.ended
    rules = book.rules(conversation.flow if has_talk else book.default)
    standing = resettled(rules, conversation)[0] if has_talk else conversation
    scene = Scene(book, rules, standing, Message(at=0), now)
    bare = Home(scene.say("home_title"), lines=_standing(scene), conversation=conversation.id)
    shown = _of_talk(scene, bare) if has_talk else _before_talk(scene, bare)
    hours = (line for line in hours_in_words(book, now) if line not in shown.after)
    return replace(shown, after=(*shown.after, *hours))


def _before_talk(scene: Scene, bare: Home) -> Home:
    return replace(
        bare,
        lines=(scene.say("home_about"), *bare.lines),
        after=(scene.say("phones"),),
        choices=(do(scene, "start"),),
    )


def _of_talk(scene: Scene, bare: Home) -> Home:
    """The open question, the checklist, or why a person takes over; nothing to press while one has it."""
    reply = reply_for(scene, scene.conversation)
    if reply.kind == "answer":
        path = scene.settled(scene.conversation).path
        bare = _with_boxes(scene, bare, steps(scene.rules.flow, path))
    ask = scene.say("home_question", question=reply.ask) if reply.ask else ""
    return replace(
        bare,
        lines=(*bare.lines, *reply.lines),
        ask=ask,
        after=reply.after or (scene.say("phones"),),
        choices=_ways_on(scene, reply),
    )


def _with_boxes(scene: Scene, bare: Home, shown: Sequence[Step]) -> Home:
    if not shown:
        return bare
    items = {step.id: item(scene, step, number) for number, step in enumerate(shown, 1)}
    done = count_ticked(scene.conversation, shown)
    first = next_step(scene, shown)
    section = Section(scene.say("next_step"), (items[first.id],)) if first else None
    counted = scene.say("steps_ticked", done=str(done), count=str(len(shown)))
    return replace(
        bare,
        next_step=section,
        progress=counted if first else f"{counted} {scene.say('home_all_ticked')}",
        boxes=tuple(_box(scene, items[step.id]) for step in shown),
    )


def _box(scene: Scene, one: Item) -> Box:
    label = scene.say("home_box", number=str(one.number), step=one.text.replace("*", ""))
    return Box(one, label, is_ticked(scene.conversation, one.step))


def _standing(scene: Scene) -> tuple[str, ...]:
    """Who of the staff has the request, if anybody has or should have one."""
    conversation = scene.conversation
    if conversation.owner == "human":
        return (scene.say("status_human", name=conversation.helper),)
    return (waiting(scene, "status_waiting"),) if conversation.owner == "waiting" else ()


def _ways_on(scene: Scene, reply: Reply) -> tuple[Choice, ...]:
    """Buttons that work now. Who waits for a person need not ask for one."""
    owner = scene.conversation.owner
    if owner == "human":
        return ()
    if reply.kind == "hand_over":
        return reply.choices
    acts = ("go_on", "restart") if owner == "waiting" else ("go_on", "person", "restart")
    return tuple(do(scene, act) for act in acts)
