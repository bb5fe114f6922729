"""A desk with as many open cases as a test wants, and staff who ask for them."""

from datetime import timedelta
from itertools import count

from bot.engine.book import build
from bot.engine.case import CLOSED
from bot.service.case_row import CaseRow
from bot.service.content import Card, Content
from bot.service.desk import HelpDesk
from bot.service.incoming import Ack, StaffCommand
from tests.flows.shipped import library
from tests.unit.service.office import START, Office

NUMBERS = count(1)
ANN = "S-Ann"


def court(office: Office | None = None) -> Office:
    """A desk that speaks with the shipped sentences, at ten in the morning in Chicago."""
    office = office or Office()
    book = build(library(), "moeb")
    office.desk = HelpDesk(book, office.store, office.clock, office.handled.append, office.staff_channel)
    return office


def a_case(number: int, minutes: float = 60, **fields: object) -> CaseRow:
    """NG-1001 and up, opened so many minutes before the office's clock; nobody has it."""
    state = Content(card=Card(f"Request NG-{number}", ("Why: You asked.",), state="Nobody has it."))
    values: dict[str, object] = {
        "number": f"NG-{number}",
        "court": "moeb",
        "person": f"U{number}",
        "conversation": f"U{number}.own.1",
        "reason": "asked_for_person",
        "urgent": False,
        "state": CLOSED if fields.get("closed") else "open",
        "card": state,
        "topic": "nextgen",
        "opened": START - timedelta(minutes=minutes),
        **fields,
    }
    return CaseRow(**values)  # type: ignore[arg-type]


async def keep(office: Office, *cases: CaseRow) -> None:
    """These are in the store."""
    for case in cases:
        await office.run(lambda unit, case=case: unit.save_case(case))  # type: ignore[misc]


async def asked(office: Office, line: str, staff: str = ANN) -> Ack:
    """What a member of staff is answered who types this behind the slash command."""
    word, _, rest = line.partition(" ")
    return await office.desk.handle(
        StaffCommand((f"trigger:q{next(NUMBERS)}",), staff, staff[2:], word, rest)
    )
