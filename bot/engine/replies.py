"""What to say in each state: the question, the checklist, or that staff have taken over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.engine.checklist import links, sections, steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.message import DO
from bot.engine.opening import closed_in_words
from bot.engine.reply import Choice, Reply
from bot.engine.scene import Scene, hand_over_id
from bot.engine.settle import Settled
from bot.flow.model import HandOver, Question, Step


def reply_for(scene: Scene, conversation: Conversation, *lead: str, now: Settled | None = None) -> Reply:
    """What this conversation calls for, with `lead` paragraphs before it.

    `now` is where it stands, if the caller has just settled it; else its state is taken as it is.
    """
    state = now.state if now else conversation.state
    hand_over = hand_over_id(state)
    if conversation.doubt is not None:
        reply = doubt_reply(scene, conversation)
    elif hand_over:
        key = ("hand over", scene.rules.flow.id, hand_over, scene.today)
        entry = scene.rules.flow.hand_over(hand_over)
        reply = scene.book.made.once(key, lambda: hand_over_reply(scene, entry))
        closed = (line for line in closed_in_words(scene.book, scene.now) if line not in lead)
        reply = replace(reply, after=(*reply.after, *closed))
    elif state == CHECKLIST:
        reply = answer_reply(scene, (now or scene.settled(conversation)).path)
    else:
        key = ("question", scene.rules.flow.id, state, scene.today)
        reply = scene.book.made.once(key, lambda: question_reply(scene, scene.rules.asked[state]))
    return dressed(reply, scene, conversation, lead)


def information(
    scene: Scene, conversation: Conversation, *lines: str, choices: Iterable[Choice] = ()
) -> Reply:
    """Sentences alone, with buttons if any."""
    return dressed(Reply("information", choices=tuple(choices)), scene, conversation, lines)


def question_reply(scene: Scene, question: Question) -> Reply:
    """A question with all its answers, and a person one press away."""
    answers = (Choice(question.id, answer.id, scene.fill(answer.label)) for answer in question.answers)
    return Reply("question", ask=scene.fill(question.ask), choices=(*answers, do(scene, "person")))


def candidates_reply(scene: Scene, question: str, answers: Iterable[str], ask: str) -> Reply:
    """A question with only the answers that are still possible."""
    offered = (Choice(question, answer, scene.label(question, answer)) for answer in answers)
    return Reply("question", ask=ask, choices=(*offered, do(scene, "person")))


def doubt_reply(scene: Scene, conversation: Conversation) -> Reply:
    """Which of two answers holds, where a late or stray message contradicts one that was given."""
    doubt = conversation.doubt
    assert doubt is not None
    asked = scene.rules.asked[doubt.question]
    ask = scene.say(
        "which_holds",
        question=scene.fill(asked.ask),
        early=scene.label(doubt.question, doubt.early.answer),
        later=scene.label(doubt.question, doubt.later.answer),
    )
    return candidates_reply(scene, doubt.question, (doubt.later.answer, doubt.early.answer), ask)


def answer_reply(scene: Scene, path: Mapping[str, str]) -> Reply:
    """The checklist, the phones, and how to go on."""
    key = ("answer", scene.rules.flow.id, tuple(path.items()), scene.today)
    return scene.book.made.once(key, lambda: checklist_reply(scene, steps(scene.rules.flow, path)))


def checklist_reply(scene: Scene, shown: Sequence[Step]) -> Reply:
    """These steps, what to confirm, the phones, and what the filer may say then."""
    flow = scene.rules.flow
    others = (Choice(DO, f"flow:{step.flow}", title) for step in shown if (title := _title(scene, step.flow)))
    finish = (scene.fill(flow.finish),) if flow.finish else ()
    return Reply(
        "answer",
        sections=sections(scene, shown),
        after=(*finish, *confirmations(scene, shown), scene.say("phones")),
        choices=(do(scene, "worked"), do(scene, "something_else", "else"), do(scene, "stuck"), *others),
    )


def hand_over_reply(scene: Scene, hand_over: HandOver | None) -> Reply:
    """Why a person takes over, and the phones; the way back unless there is none."""
    assert hand_over is not None
    said = (scene.fill(hand_over.say),) if hand_over.say else ()
    ways = () if hand_over.no_way_back else (do(scene, "back"),)
    return Reply(
        "hand_over",
        lines=(*said, scene.fill(hand_over.because)),
        links=links(scene, hand_over.links),
        after=(scene.say("phones"),),
        choices=(*ways, do(scene, "restart")),
    )


def do(scene: Scene, act: str, label: str = "") -> Choice:
    """A button that is no answer; its words are the court's."""
    return Choice(DO, act, scene.say(f"{label or act}_label"))


def confirmations(scene: Scene, shown: Sequence[Step]) -> tuple[str, ...]:
    """A sentence for each fact in these steps that has not been checked for too long."""
    keys = [key for step in shown for key in step.links]
    stale = scene.book.wording.stale([*(step.do for step in shown), *keys], scene.today)
    return tuple(scene.say("confirm_fact", label=fact.label or fact.value) for fact in stale)


def in_words(scene: Scene, path: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """A path as people read it: question and answer."""
    made, flow, today = scene.book.made, scene.rules.flow.id, scene.today
    return tuple(
        [
            made.once(
                ("words", flow, question, answer, today), partial(_asked_and_told, scene, question, answer)
            )
            for question, answer in path.items()
        ]
    )


def _asked_and_told(scene: Scene, question: str, answer: str) -> tuple[str, str]:
    return scene.fill(scene.rules.asked[question].ask), scene.label(question, answer)


def dressed(reply: Reply, scene: Scene, conversation: Conversation, lead: Iterable[str] = ()) -> Reply:
    """A reply with its leading paragraphs, and with what its buttons carry."""
    lines = (*(line for line in lead if line), *reply.lines)
    return replace(reply, lines=lines, conversation=conversation.id, flow=scene.rules.flow.id)


def _title(scene: Scene, flow: str) -> str:
    other = scene.book.flows.get(flow) if flow else None
    return scene.fill(other.flow.title) if other else ""
