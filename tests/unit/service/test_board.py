"""The board of staff on App Home: who sees it, what it counts, and what its buttons do."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.engine.message import Message
from bot.service.board import Board
from bot.service.desk_records import Act
from bot.service.incoming import Ack, Incoming, StaffPress
from bot.service.notice import Notice
from bot.service.ports import Store
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.unit.service.office import START, Office
from tests.unit.service.queue_desk import ANN, NUMBERS, a_case, court, keep


@pytest.fixture(params=["memory", "sqlite"])
async def office(request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    store: Store = MemoryStore("moeb") if request.param == "memory" else open_store("sqlite://", "moeb")
    yield court(Office(store=store))
    await store.close()


async def shown(office: Office, person: str = ANN) -> Board | None:
    """The board on somebody's home, as it is published next."""
    (row,) = [row for row in await office.sent() if row.to == f"home:{person}"]
    assert row.content.home is not None, "the filer's own view stands below"
    return row.content.board


async def opened(office: Office, *, is_staff: bool = True) -> Board | None:
    """Ann opens App Home."""
    key = f"event:b{next(NUMBERS)}"
    await office.desk.handle(Incoming((key,), ANN, "home", Message(1), in_home=True, is_staff=is_staff))
    return await shown(office)


async def presses(office: Office, act: str, case: str = "NG-1001") -> Ack:
    """Ann presses a button of the board."""
    key = f"trigger:b{next(NUMBERS)}"
    return await office.desk.handle(StaffPress((key,), ANN, "Ann", case, act, "", in_home=True))


async def done(office: Office, case: str, what: str, minutes: float) -> None:
    """Something was done so many minutes before the office's clock."""
    act = Act(ANN, what, START - timedelta(minutes=minutes), case)
    await office.run(lambda unit: unit.desk.note(act))


async def test_who_is_not_staff_sees_no_board(office: Office) -> None:
    await keep(office, a_case(1001))
    assert await opened(office, is_staff=False) is None


async def test_the_board_counts_the_queue_and_shows_its_oldest_ten(office: Office) -> None:
    cases = [a_case(1001 + place, minutes=place, urgent=place == 3) for place in range(11)]
    await keep(office, *cases, a_case(1050, owner=ANN, owner_name="Ann", state="claimed"))
    board = await opened(office)
    assert board is not None
    assert board.lines[0] == "Open: 12. Nobody has 11 of them. Urgent: 1. You have 1."
    assert [row.text[1:8] for row in board.rows[:3]] == ["NG-1004", "NG-1050", "NG-1011"]
    assert len(board.rows) == 10
    assert board.after == ("And 2 more: /nextgen queue 2",)
    labels = [[choice.label for choice in row.choices] for row in board.rows[:2]]
    assert labels == [["Open NG-1004", "Claim NG-1004"], ["Open NG-1050"]]


async def test_an_empty_desk_says_so_and_the_notice_leads(office: Office) -> None:
    notice = Notice("CM/ECF is down.", "S1", "Pat", office.clock.time)
    await office.run(lambda unit: unit.post_notice(notice))
    board = await opened(office)
    assert board is not None
    assert (board.rows, board.after) == ((), ("No request is open.",))
    assert board.notice == "Please note: CM/ECF is down."


async def test_the_day_counts_each_case_once_and_from_midnight_at_the_court(office: Office) -> None:
    since_midnight = 10 * 60
    for case, what, minutes in (
        ("NG-1", "opened", since_midnight + 1),
        ("NG-2", "opened", since_midnight),
        ("NG-2", "replied", 20),
        ("NG-2", "replied", 10),
        ("NG-1", "returned", 5),
        ("NG-2", "closed", 1),
    ):
        await done(office, case, what, minutes)
    board = await opened(office)
    assert board is not None
    assert board.lines[1:] == ("Today: 1 opened, 1 answered, 2 closed.",), "no hours, no time of an answer"


async def test_claiming_on_the_board_claims_and_shows_the_board_anew(office: Office) -> None:
    await keep(office, a_case(1001))
    assert await presses(office, "claim") == Ack()
    assert (await office.case()).owner == ANN
    board = await shown(office)
    assert board is not None
    assert "You have 1." in board.lines[0]


async def test_a_case_is_opened_as_a_form_that_is_only_read(office: Office) -> None:
    await keep(office, a_case(1001))
    form = (await presses(office, "open")).form
    assert form is not None
    assert (form.id, form.submit, form.people) == ("case", "", ("U1001",))
    assert "Opened on Monday, December 7, 9:00 a.m. CST" in "\n".join(form.lines)


async def test_what_cannot_be_done_is_read_in_a_form(office: Office) -> None:
    await keep(office, a_case(1001, closed=START))
    form = (await presses(office, "claim")).form
    assert form is not None
    assert form.lines == ("This request is closed.",)
    assert (await presses(office, "claim", "NG-77")).form is not None
