"""One open case for each topic: another request joins, and may become a case of its own."""

from dataclasses import replace

import pytest

from bot.service.case_row import CaseRow
from tests.unit.service.office import STAFF, Office, told


@pytest.fixture
async def office() -> Office:
    """A filer with an open case in one topic, who now asks about another."""
    opened = Office()
    await opened.say("hi", "person")
    case = await opened.case()
    await opened.run(lambda unit: unit.save_case(topic_of(case, "mfa")))
    await opened.say("back", "talk to somebody")
    return opened


def topic_of(case: CaseRow, topic: str) -> CaseRow:
    """The case as if it had begun in another topic."""
    return replace(case, topic=topic)


async def test_a_request_in_another_topic_joins_and_the_filer_may_part_it(office: Office) -> None:
    said = told(await office.sent())
    assert "<matter_ask> NG-1001" in said
    assert "<join_label>" in said
    assert await office.run(lambda unit: unit.case("NG-1002")) is None
    assert (await office.conversation()).case == "NG-1001"


async def test_another_matter_becomes_a_case_of_its_own(office: Office) -> None:
    await office.sent()
    await office.press("desk", "part:NG-1001")
    rows = await office.sent()
    assert "<handed_over> NG-1002" in told(rows)
    assert (await office.case("NG-1002")).topic == "nextgen"
    assert (await office.conversation()).case == "NG-1002"
    assert any(row.to == STAFF and row.case == "NG-1002" and row.act == "post" for row in rows)
    assert (await office.acts())[-1] == "parted"
    await office.press("desk", "part:NG-1001")
    assert await office.run(lambda unit: unit.case("NG-1003")) is None, "only once"


async def test_the_same_matter_stays_with_the_open_case(office: Office) -> None:
    await office.sent()
    await office.say("1")
    assert "<matter_joined> NG-1001" in told(await office.sent())
    assert await office.run(lambda unit: unit.case("NG-1002")) is None


async def test_with_two_cases_the_end_of_one_leaves_the_filer_with_the_other(office: Office) -> None:
    await office.press("desk", "part:NG-1001")
    await office.staff("Ann", "claim", case="NG-1002")
    await office.staff("Bob", "claim", case="NG-1001")
    assert (await office.conversation()).helper == "Ann"
    await office.staff("Ann", "give_back", case="NG-1002")
    after = await office.conversation()
    assert (after.case, after.owner, after.helper) == ("NG-1001", "human", "Bob")
