"""The words of the `outage` command: what it answers, what it keeps, and what it refuses."""

from collections.abc import Sequence
from itertools import count

import pytest

from bot.engine.book import build
from bot.engine.outcome import Event
from bot.service.desk import HelpDesk
from bot.service.incoming import StaffCommand
from bot.service.notice import Notice
from tests.flows.shipped import library
from tests.unit.service.office import STAFF, Office, words

DOWN = "PACER is down."
NUMBERS = count(1)


def court() -> Office:
    """A desk that speaks with the shipped sentences, at ten in the morning in Chicago."""
    office = Office()
    book = build(library(), "moeb")
    office.desk = HelpDesk(book, office.store, office.clock, office.handled.append, office.staff_channel)
    return office


def command(rest: str, staff: str = "S-Ann") -> StaffCommand:
    """Somebody of the staff types this behind `outage`."""
    return StaffCommand((f"trigger:o{next(NUMBERS)}",), staff, staff[2:], "outage", rest)


async def typed(office: Office, rest: str, staff: str = "S-Ann") -> str:
    """What is answered to it."""
    return (await office.desk.handle(command(rest, staff))).text


async def notices(office: Office) -> Sequence[Notice]:
    """All that is in the record."""
    return await office.run(lambda unit: unit.notices())


async def test_a_notice_is_on_until_the_time_that_is_said_back() -> None:
    office = court()
    said = await typed(office, f'on "{DOWN}" until 17:30')
    assert f"until Monday, December 7, 5:30 p.m. CST: {DOWN}" in said
    assert said == (await typed(office, "")).replace(
        "This is on since Monday, December 7, 10:00 a.m. CST, by Ann,",
        "Done. Everybody who writes to me now reads this first,",
    )
    office.clock.move(7.5 * 3600)
    assert "No outage notice is on." in await typed(office, "")


async def test_a_notice_without_an_end_is_on_until_it_is_switched_off() -> None:
    office = court()
    assert "until our staff switch it off" in await typed(office, f"ON {DOWN}")
    office.clock.move(400 * 24 * 3600)
    assert DOWN in await typed(office, "")
    assert DOWN in await typed(office, "off", "S-Ben")
    assert "No outage notice is on." in await typed(office, "off")
    (kept,) = await notices(office)
    assert (kept.by, kept.name, kept.ended, kept.ended_by) == ("S-Ann", "Ann", office.clock.time, "S-Ben")


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("on", "Please write what I should tell everybody."),
        ('on ""', "Please write what I should tell everybody."),
        ("on \u200b * until 17:30", "Please write what I should tell everybody."),
        (f"on {'x' * 301}", "That has 301 characters, and at most 300 fit."),
        (f'on "{DOWN}" until further notice', "I cannot read this as a time: further notice."),
        (f'on "{DOWN}" until {"9" * 99}', f"I cannot read this as a time: {'9' * 60}."),
        (f'on "{DOWN}" until', "I cannot read this as a time"),
        (f'on "{DOWN}" until 9:59', "That time has passed: Monday, December 7, 9:59 a.m. CST."),
        (f'on "{DOWN}" until 10:00', "That time has passed"),
        (f'on "{DOWN}" until 12/21 10:01', "That is too far off: Monday, December 21, 10:01 a.m. CST."),
        ("onward", ""),
        ("off now", ""),
    ],
)
async def test_what_cannot_be_is_said_with_an_example_and_changes_nothing(rest: str, said: str) -> None:
    office = court()
    answer = await typed(office, rest)
    assert answer.startswith(said)
    assert '/nextgen outage on "PACER is down." until 17:30' in answer
    assert await notices(office) == []
    assert await office.sent() == []


async def test_the_longest_text_and_the_longest_time_are_taken() -> None:
    office = court()
    assert "Done." in await typed(office, f'on "{"x" * 300}" until 12/21 10:00')


async def test_the_staff_channel_hears_what_was_switched_on_replaced_and_off() -> None:
    office = court()
    await typed(office, f'on "{DOWN}" until 17:30')
    await typed(office, "on CM/ECF is down.", "S-Ben")
    await typed(office, "off")
    rows = await office.sent()
    assert [row.to for row in rows] == [STAFF] * 3
    on, replaced, off = (words(row.content) for row in rows)
    assert on.splitlines()[:3] == [
        "The outage notice is on",
        "By Ann, until Monday, December 7, 5:30 p.m. CST.",
        DOWN,
    ]
    assert "By Ben, until our staff switch it off." in replaced
    assert f"It takes the place of: {DOWN}" in replaced
    assert off.splitlines()[:3] == ["The outage notice is off", "By Ann.", "CM/ECF is down."]


async def test_the_record_says_who_did_what_to_which_notice() -> None:
    office = court()
    await typed(office, "on One.")
    await typed(office, "on Two.", "S-Ben")
    await typed(office, "off", "S-Cy")
    assert await office.run(lambda unit: unit.history("notices")) == [
        Event("notice_posted", {"notice": "1", "by": "S-Ann"}),
        Event("notice_ended", {"notice": "1", "by": "S-Ben"}),
        Event("notice_posted", {"notice": "2", "by": "S-Ben"}),
        Event("notice_ended", {"notice": "2", "by": "S-Cy"}),
    ]


async def test_a_command_that_comes_twice_does_one_thing() -> None:
    office = court()
    once = command(f"on {DOWN}")
    assert (await office.desk.handle(once)).text
    assert (await office.desk.handle(once)).text == ""
    assert len(await notices(office)) == 1
