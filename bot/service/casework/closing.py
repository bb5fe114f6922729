"""Closing: staff say how a case ended; the filer is asked whether it is solved, and how the help was."""

from dataclasses import replace

from bot.engine.case import Standing
from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.engine.reply import Choice, Reply
from bot.service.case_row import CaseRow
from bot.service.casework.cards import CONFIRMED, ENDINGS
from bot.service.casework.questions import DESK
from bot.service.casework.scene import CaseScene
from bot.service.casework.word import after_end
from bot.service.content import Content, Quote
from bot.service.desk_records import CaseMessage
from bot.service.forms import Field
from bot.service.incoming import Ack, StaffForm

RATINGS = ("good", "fair", "poor")
LONGEST_WORDS = 1_000


def ask_how_it_ended(scene: CaseScene) -> Ack:
    """The form that closes a case. Raises NotYours or CaseClosed."""
    scene.after("close")
    endings = tuple((one, scene.say(f"close_{one}")) for one in ENDINGS)
    outcome = Field("outcome", scene.say("close_outcome"), "choice", endings, value=ENDINGS[0])
    hint = scene.say("close_words_hint")
    words = Field("words", scene.say("close_words"), hint=hint, most=LONGEST_WORDS, optional=True)
    return Ack(form=scene.form("close", "close_label", (outcome, words)))


def close(scene: CaseScene, form: StaffForm) -> Ack:
    """End the case as the form says, and ask the filer. Raises NotYours or CaseClosed."""
    outcome, words = form.values.get("outcome", ""), form.values.get("words", "").strip()
    if outcome not in ENDINGS:
        return Ack(errors={"outcome": scene.say("close_choose")})
    closed = replace(ended(scene, scene.after("close"), outcome), rating="")
    scene.keep(closed)
    scene.note("closed", outcome=outcome)
    _ask_filer(replace(scene, case=closed), words)
    return Ack()


def ended(scene: CaseScene, standing: Standing, outcome: str) -> CaseRow:
    """The case after its end; its card names who ended it. What was known to end it before counts."""
    return replace(
        scene.case,
        state=standing.state,
        outcome=scene.case.outcome or outcome,
        owner_name=scene.by.name,
        closed=scene.now,
        heard=None,
        snoozed=None,
    )


def _ask_filer(scene: CaseScene, words: str) -> None:
    """Give the filer back to the bot, at the question where it stopped, and send the closing message."""
    before = scene.conversation()
    after = None if before is None else after_end(scene, before)
    reply = closing_message(scene, after)
    if after is not None:
        scene.unit.save(replace(after, offered=offered(reply)), scene.now)
        happened = Event("case_closed", {"case": scene.case.number, "by": scene.by.id})
        scene.unit.record(after, [happened], scene.now)
    quote = _last_words(scene, words) if words else None
    led = scene.voice.with_notice(scene.unit, reply, scene.now)
    scene.tell_filer(
        Content(reply=led, quote=quote_of(scene, quote)), "closed", quote.id if quote is not None else 0
    )


def _last_words(scene: CaseScene, words: str) -> CaseMessage:
    """The words are kept like any other reply."""
    written = CaseMessage(
        case=scene.case.number,
        channel="form",
        ts=scene.key,
        author=scene.by.id,
        side="staff",
        kind="reply",
        text=words,
        at=scene.now,
        name=scene.by.name,
        seen=True,
    )
    return scene.unit.desk.keep_message(written)


def quote_of(scene: CaseScene, message: CaseMessage | None) -> Quote | None:
    """Staff's last words as the filer reads them; None where there are none."""
    if message is None:
        return None
    return Quote(scene.say("relay_from_staff", name=message.name), message.text)


def closing_message(scene: CaseScene, conversation: Conversation | None, *lead: str) -> Reply:
    """That the case is closed and how, and what the filer can still say to that.

    `lead` stands in place of how it ended.
    """
    case = scene.case
    how = (scene.say(f"said_{case.outcome}"),) if case.outcome in ENDINGS else ()
    lines = lead or (scene.say("closed"), *how)
    told = scene.voice.tell(conversation, *lines)
    return replace(told, ask=scene.say(_ask(case)), choices=tuple(_choices(scene)))


def offered(reply: Reply) -> tuple[tuple[str, str], ...]:
    """The buttons of a message, as a typed number picks them."""
    return tuple((choice.question, choice.answer) for choice in reply.choices)


def _ask(case: CaseRow) -> str:
    if case.outcome == CONFIRMED:
        return "closing_ask_rating"
    return "closing_ask_solved" if case.rating else "closing_ask"


def _choices(scene: CaseScene) -> list[Choice]:
    """What was not pressed yet. A case that the filer calls solved can still be opened again."""
    case = scene.case
    acts = [] if case.outcome == CONFIRMED else ["solved"]
    acts += ["reopen", *(() if case.rating else RATINGS)]
    return [Choice(DESK, f"{act}:{case.number}", scene.say(f"closing_{act}_label")) for act in acts]
