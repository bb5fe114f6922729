"""`queue`, `mine`, `case` and `find`: what staff read, in which order, and page by page."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from bot.service.case_row import CaseRow
from bot.service.desk_records import Act, CaseMessage
from bot.service.ports import Store
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.unit.service.office import START, Office
from tests.unit.service.queue_desk import ANN, a_case, asked, court, keep

NUMBER = re.compile(r"^\*NG-(\d+)\*", re.MULTILINE)


@pytest.fixture(params=["memory", "sqlite"])
async def office(request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    store: Store = MemoryStore("moeb") if request.param == "memory" else open_store("sqlite://", "moeb")
    yield court(Office(store=store))
    await store.close()


def numbers(text: str) -> list[int]:
    """The cases of an answer, in order."""
    return [int(found) for found in NUMBER.findall(text)]


async def read(office: Office, line: str) -> str:
    return (await asked(office, line)).text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("queue", "No request is open."),
        ("queue mine", "You have no open request."),
        ("mine", "You have no open request."),
        ("queue urgent", "No urgent request is open."),
        ("queue Unclaimed", "Every open request has somebody."),
    ],
)
async def test_it_says_so_when_nothing_waits(office: Office, line: str, said: str) -> None:
    await keep(office, a_case(1001, closed=START))
    assert await read(office, line) == said


async def test_a_line_tells_number_urgency_age_standing_filer_and_reason(office: Office) -> None:
    await keep(office, a_case(1001, minutes=125, urgent=True))
    ack = await asked(office, "queue")
    assert ack.text.split("\n\n") == [
        "Open requests: 1. Nobody has 1 of them. Urgent: 1.",
        "*NG-1001*, *urgent*, opened 2 hours ago. Nobody has it.\n@U1001: You asked for a person.",
    ]
    assert ack.people == ("U1001",)


@pytest.mark.parametrize(
    ("minutes", "age"),
    [
        (0.5, "just now"),
        (1.5, "1 minute ago"),
        (59.9, "59 minutes ago"),
        (60, "1 hour ago"),
        (1439, "23 hours ago"),
        (1440, "1 day ago"),
        (4400, "3 days ago"),
    ],
)
async def test_ages_are_told_in_their_greatest_unit(office: Office, minutes: float, age: str) -> None:
    await keep(office, a_case(1001, minutes=minutes))
    assert f"opened {age}." in await read(office, "queue")


async def test_each_part_of_the_queue_holds_what_it_says(office: Office) -> None:
    await keep(
        office,
        a_case(1001, owner=ANN, owner_name="Ann", state="claimed"),
        a_case(1002, urgent=True, owner="S-Bob", owner_name="Bob", state="claimed"),
        a_case(1003),
        a_case(1004, owner=ANN, closed=START),
    )
    assert numbers(await read(office, "queue")) == [1002, 1001, 1003]
    assert numbers(await read(office, "queue mine")) == numbers(await read(office, "mine")) == [1001]
    assert numbers(await read(office, "queue urgent")) == [1002]
    assert numbers(await read(office, "queue unclaimed")) == [1003]
    assert "Requests that you have: 1." in await read(office, "mine")


async def test_a_queue_that_the_court_does_not_have_is_answered_with_what_there_is(office: Office) -> None:
    said = await read(office, "queue *admissions*")
    assert said.startswith("I know no queue admissions.")
    assert "/nextgen queue urgent" in said


async def test_a_thousand_cases_come_in_order_and_each_once_over_all_pages(office: Office) -> None:
    cases = [a_case(1001 + place, minutes=place + 1, urgent=place % 7 == 0) for place in range(1000)]
    shuffled = list(cases)
    Random(7).shuffle(shuffled)

    def save(unit: object) -> None:
        for case in shuffled:
            unit.save_case(case)  # type: ignore[attr-defined]

    await office.run(save)
    shown = []
    for page in range(1, 101):
        said = await read(office, f"queue {page}")
        assert len(numbers(said)) == 10
        rest = f"And {1000 - 10 * page} more: /nextgen queue {page + 1}"
        assert said.endswith(rest) == (page < 100)
        shown += numbers(said)
    oldest = sorted(cases, key=lambda case: (not case.urgent, case.opened))
    assert shown == [int(case.number[3:]) for case in oldest]
    assert await read(office, "queue 101") == "There is no page 101. The last page is 100."
    assert len(numbers(await read(office, "queue urgent 15"))) == 3
    assert await read(office, "queue 0") == await read(office, "queue 1") == await read(office, "queue")


async def test_a_page_stays_short_enough_for_one_answer(office: Office) -> None:
    await keep(office, *(a_case(1001 + place) for place in range(30)))
    assert len(await read(office, "queue")) < 3000


def full() -> CaseRow:
    """A case with a place, a receipt and an owner."""
    card_ts = f"{(START - timedelta(minutes=59)).timestamp():.6f}"
    return a_case(1042, owner=ANN, owner_name="Ann", state="claimed", receipt="7F3KP", card_ts=card_ts)


def wrote(place: int, text: str, **fields: object) -> CaseMessage:
    message = CaseMessage("NG-1042", "D1", str(place), "U1042", "filer", "reply", text, START)
    return replace(message, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["NG-1042", "ng1042", "1042", " NG 1042 "])
async def test_a_case_is_shown_in_full_under_its_number(office: Office, typed: str) -> None:
    await keep(office, full())
    ack = await asked(office, f"case {typed}")
    assert ack.text.startswith("*Request NG-1042*\n\nWhy: You asked.")
    assert "Opened on Monday, December 7, 9:00 a.m. CST, 1 hour ago. Receipt: 7F3KP." in ack.text
    assert ack.text.endswith("Its card is in the staff channel, posted on Monday, December 7, 9:01 a.m. CST.")
    assert ack.people == ("U1042",)


async def test_a_case_tells_what_was_written_and_what_happened(office: Office) -> None:
    await keep(office, full())
    note = wrote(2, "a *hard* one", side="staff", kind="note", name="Ann")
    for message in (wrote(1, "it fails\nagain"), note, wrote(3, "never mind", gone=True)):
        await office.run(lambda unit, one=message: unit.desk.keep_message(one))  # type: ignore[misc]
    for act in (Act("U1042", "opened", START, "NG-1042"), Act(ANN, "taken_over", START, "NG-1042", "Ann")):
        await office.run(lambda unit, one=act: unit.desk.note(one))  # type: ignore[misc]
    said = await read(office, "case 1042")
    assert "Messages so far: 3." in said
    assert "10:00 a.m. CST, the filer: it fails again" in said
    assert "10:00 a.m. CST, note by Ann: a hard one" in said
    assert "the filer: (taken back)" in said
    assert "never mind" not in said
    assert "opened, the filer" in said
    assert "taken over, Ann" in said


async def test_of_many_long_messages_the_newest_are_shown_in_part(office: Office) -> None:
    await keep(office, full())
    for place in range(20):
        await office.run(lambda unit, at=place: unit.desk.keep_message(wrote(at, f"no. {at} " + "x" * 900)))  # type: ignore[misc]
    said = await read(office, "case 1042")
    assert "12 earlier ones are in the thread of the card." in said
    assert "no. 11 " not in said
    assert "no. 12 " in said
    assert len(said) < 4000


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("case", "Please write the number behind the word."),
        ("case 77", "I know no request 77."),
        ("case NG-0", "I know no request NG-0."),
        ("find", "Please write what to look for."),
        ("find `Smith`", "I find no request for: Smith."),
        ("find 77", "I find no request for: 77."),
    ],
)
async def test_what_is_not_there_is_answered_with_what_to_do(office: Office, line: str, said: str) -> None:
    await keep(office, full())
    assert (await read(office, line)).startswith(said)


@pytest.mark.parametrize("words", ["NG-1042", "1042", "@U1042", "u1042", "7f3kp", "7F3-KP"])
async def test_a_case_is_found_by_number_person_or_receipt(office: Office, words: str) -> None:
    await keep(office, a_case(1001), replace(full(), state="closed"))
    said = await read(office, f"find {words}")
    assert said.startswith("Requests found: 1.")
    assert numbers(said) == [1042]


async def test_all_cases_of_a_person_are_found_and_those_beyond_a_page_are_counted(office: Office) -> None:
    await keep(office, *(a_case(1001 + place, person="U5", closed=START) for place in range(12)))
    said = await read(office, "find @U5")
    assert said.startswith("Requests found: 12.")
    assert (len(numbers(said)), said.splitlines()[-1]) == (10, "And 2 more.")
