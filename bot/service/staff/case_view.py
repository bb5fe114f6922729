"""`case NG-1042`: a case in full, as far as it fits: the answers, what was written, what happened."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.matching.moments import in_words
from bot.service.case_row import CaseRow
from bot.service.desk_records import Act, CaseMessage
from bot.service.incoming import Ack
from bot.service.ports import Unit
from bot.service.staff.case_words import age_in_words, standing
from bot.service.staff.notice_text import harmless
from bot.service.staff.scene import StaffScene
from bot.service.stamps import MICROSECONDS, written_at
from bot.service.voice import Voice

MESSAGES = 8
"""How many of the newest messages are shown; the thread of the card has all."""
LONGEST = 300
"""Characters of a message that are shown."""
ACTS = 15
MOST_QUOTED = 20
NUMBER = re.compile(r"(?:NG\W?)?0*([1-9][0-9]{0,8})", re.IGNORECASE)
CUT = "\u2026"


def case(scene: StaffScene) -> Ack:
    """The case with this number; or why there is none to show."""
    typed = harmless(scene.command.rest)[:MOST_QUOTED]
    if not typed:
        return Ack(scene.say("case_example"))
    found = numbered(scene.unit, typed)
    if found is None:
        return Ack(scene.say("case_not_found", case=typed))
    return Ack("\n\n".join(paragraphs(scene.unit, scene.voice, found, scene.now)), people=(found.person,))


def numbered(unit: Unit, typed: str) -> CaseRow | None:
    """The case that a number means, with or without its letters."""
    number = NUMBER.fullmatch(typed.strip())
    return unit.case(f"NG-{number[1]}") if number else None


def paragraphs(unit: Unit, voice: Voice, found: CaseRow, now: datetime) -> Iterator[str]:
    """A case in full, paragraph by paragraph."""
    yield from _head(voice, found, now)
    messages = unit.desk.messages(found.number)
    if messages:
        yield "\n".join(_written(voice, messages, now))
    acts = unit.desk.acts(found.number)[-ACTS:]
    if acts:
        yield "\n".join([voice.say("case_acts", now), *(_act(voice, one, now) for one in acts)])
    yield _place(voice, found, now)


def _head(voice: Voice, found: CaseRow, now: datetime) -> Iterator[str]:
    card = found.card.card
    assert card is not None
    yield f"*{card.title}*"
    yield "\n".join(card.lines)
    if card.path:
        yield "\n".join(f"\u2022 {question} {answer}" for question, answer in card.path)
    opened = found.opened or now
    time, age = in_words(voice.local(opened)), age_in_words(voice, opened, now)
    receipt = (voice.say("case_receipt", now, code=found.receipt),) if found.receipt else ()
    queue = (voice.say("case_queue", now, queue=found.queue),) if found.queue else ()
    yield " ".join((standing(found), voice.say("case_opened", now, time=time, age=age), *queue, *receipt))


def _written(voice: Voice, messages: Sequence[CaseMessage], now: datetime) -> Iterator[str]:
    yield voice.say("case_messages", now, count=str(len(messages)))
    earlier = len(messages) - MESSAGES
    if earlier > 0:
        yield voice.say("case_earlier", now, count=str(earlier))
    yield from (_message(voice, one, now) for one in messages[-MESSAGES:])


def _message(voice: Voice, one: CaseMessage, now: datetime) -> str:
    key = "case_note" if one.kind == "note" else "case_message"
    name = one.name if one.side == "staff" else voice.say("case_filer", now)
    text = voice.say("case_gone", now) if one.gone else _shortened(harmless(one.text))
    return f"\u2022 {voice.say(key, now, time=_time(voice, one.at), name=name, text=text)}"


def _act(voice: Voice, one: Act, now: datetime) -> str:
    what = one.what.replace("_", " ")
    name = one.name or voice.say("case_filer", now)
    return f"\u2022 {voice.say('case_act', now, time=_time(voice, one.at), what=what, name=name)}"


def _place(voice: Voice, found: CaseRow, now: datetime) -> str:
    """Where the card is: by the time at which it was posted, which is what its ts says."""
    posted = written_at(found.card_ts)
    if not posted:
        return voice.say("case_no_card", now)
    at = datetime.fromtimestamp(posted / MICROSECONDS, now.tzinfo)
    return voice.say("case_card", now, time=in_words(voice.local(at)))


def _time(voice: Voice, at: datetime) -> str:
    return in_words(voice.local(at))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + CUT
