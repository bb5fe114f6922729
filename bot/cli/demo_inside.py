"""What the bot keeps of a filer, as the margin of the demo's page shows it."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.engine.book import Book
from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.scene import settled
from bot.service.case_row import CaseRow
from bot.service.notice import Notice
from bot.service.ports import Clock, Store, Unit

Json = dict[str, Any]
Kept = tuple[Conversation | None, CaseRow | None, Notice | None]


def inside(store: Store, book: Book, clock: Clock) -> Callable[[str], Awaitable[Json]]:
    """A reader: with a person's id it gives the machine's state, what was told, the case, and the notice."""

    async def read(person: str) -> Json:
        now = clock.now()
        conversation, case, notice = await store.run(lambda unit: _kept(unit, person, now))
        talk = told(book, conversation) if conversation else None
        return {"talk": talk, "case": _case(case), "notice": notice.text if notice else ""}

    return read


def told(book: Book, conversation: Conversation) -> Json:
    """One conversation: state, answers, path, steps and ticks."""
    rules = book.rules(conversation.flow)
    now = settled(rules, conversation)
    listed = steps(rules.flow, now.path) if now.state == CHECKLIST else ()
    return {
        "flow": rules.flow.id,
        "number": conversation.talk,
        "state": now.state,
        "ended": conversation.ended,
        "owner": conversation.owner,
        "helper": conversation.helper,
        "told": [
            {"question": question, "answer": one.answer, "at": one.at}
            for question, one in conversation.told.items()
        ],
        "path": [f"{question}: {answer}" for question, answer in now.path.items()],
        "steps": [{"id": step.id, "done": step.id in conversation.done} for step in listed],
    }


def _kept(unit: Unit, person: str, now: datetime) -> Kept:
    return unit.conversation(f"{person}.own"), unit.open_case_of(person), unit.notice(now)


def _case(case: CaseRow | None) -> Json | None:
    if case is None:
        return None
    return {"number": case.number, "state": case.state, "reason": case.reason, "owner": case.owner_name}
