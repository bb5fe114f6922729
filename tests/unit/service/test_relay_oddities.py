"""What goes wrong between filer and staff: late events, cards that moved, closed cases, empty marks."""

from dataclasses import replace

import pytest

from bot.engine.message import Message
from bot.service.incoming import Incoming
from bot.service.ports import Delivery
from bot.storage.times import micros
from tests.unit.service.under_card import UnderCard


@pytest.fixture
async def thread() -> UnderCard:
    """A case that Ann has, in a court where only a marked message reaches the filer."""
    under = UnderCard()
    await under.begin()
    await under.office.staff("Ann", "claim")
    await under.office.sent()
    return under


def texts(rows: list[Delivery]) -> list[str]:
    """The words in the quotations of these rows."""
    return [row.content.quote.text for row in rows if row.content.quote]


async def test_a_reply_under_a_card_that_was_posted_anew_can_still_be_taken_back(thread: UnderCard) -> None:
    ts = await thread.write("Ann", "to filer: Call PACER.")
    assert texts(await thread.given()) == ["Call PACER."]
    edit = await thread.event("Ann", "to filer: Call us.", "edited", ts)
    gone = await thread.event("Ann", "", "deleted", ts)
    await thread.office.run(lambda unit: unit.card_sent("NG-1001", "C9", "9.9"))
    await thread.office.desk.handle(edit)
    await thread.office.desk.handle(gone)
    assert texts(await thread.given()) == ["Call us.", ""]


async def test_a_filers_message_that_came_only_as_an_edit_can_be_edited_again(thread: UnderCard) -> None:
    office = thread.office
    written = office.typed("it fials")
    ts = office.ts()
    for text in ("it fails", "it fails at sign-in"):
        office.clock.move(1)
        edit = Incoming(
            (f"edit:D1:{ts}:{office.ts()}",), "U1", "edited", Message(micros(office.clock.time), text),
            channel="D1", pressed_at=ts, about=f"message:D1:{ts}",
        )  # fmt: skip
        await office.desk.handle(edit)
    await office.desk.handle(written)
    rows = [row for row in await office.sent() if row.content.quote]
    assert [(row.act, *texts([row])) for row in rows] == [
        ("post", "it fails"),
        ("update", "it fails at sign-in"),
    ]


async def test_a_reply_in_a_closed_case_is_not_sent_and_nobody_is_told_to_claim_it(thread: UnderCard) -> None:
    await thread.office.form("Ann", "close", outcome="solved", words="")
    await thread.office.sent()
    event = await thread.event("Ann", "to filer: One more thing.")
    await thread.office.desk.handle(event)
    assert await thread.told() == ["<relay_warn_closed> Ann"]


async def test_an_empty_mark_is_a_note_also_where_the_rule_is_turned_round() -> None:
    under = UnderCard(open_replies=True)
    await under.begin()
    await under.office.staff("Ann", "claim")
    await under.office.sent()
    await under.write("Ann", "to filer:")
    assert await under.given() == []


async def test_a_colleagues_reply_made_unmarked_does_not_reach_the_filer_where_the_rule_is_turned_round() -> (
    None
):
    under = UnderCard(open_replies=True)
    await under.begin()
    await under.office.staff("Ann", "claim")
    ts = await under.write("Bob", "to filer: Call PACER.")
    await under.office.sent()
    await under.write("Bob", "he is confused", "edited", ts)
    rows = await under.office.sent()
    assert not [row for row in rows if row.content.quote]
    assert [row.content.card.lines for row in rows if row.content.card] == [("<relay_warn_seen> Bob",)]


async def test_who_is_not_staff_and_writes_under_a_card_is_written_down_with_the_case(
    thread: UnderCard,
) -> None:
    event = replace(await thread.event("Eve", "to filer: Pay me."), staff="S-Eve")
    await thread.office.desk.refuse(event)
    await thread.office.desk.refuse(replace(event, keys=("message:C9:7.7",), ts="7.7", thread="7.0"))
    acts = await thread.office.run(lambda unit: unit.desk.acts_since(thread.office.clock.time))
    assert [(act.case, act.who, act.what) for act in acts if act.what == "refused"] == [
        ("NG-1001", "S-Eve", "refused")
    ]
    loose = await thread.office.run(lambda unit: unit.desk.acts(""))
    assert [act for act in loose if act.what == "refused"] == []
    assert await thread.given() == []
