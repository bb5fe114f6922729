"""Whatever staff and filer do: a case has one owner, its card shows it, and the audit has it all."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.service.case_row import CaseRow
from bot.service.casework.cards import in_state
from tests.unit.service.office import Office

NAMES = st.sampled_from(["Ann", "Bob"])
PRESSES = ["claim", "let_go", "urgent", "calm", "take_up", "give_back"]
FORMS = {
    "take_over": {},
    "assign": {"person": "S-Bob"},
    "note": {"words": "hm"},
    "reply": {"words": "Hello"},
    "snooze": {"day": "2026-12-20", "time": "09:00"},
}
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("press"), NAMES, st.sampled_from(PRESSES)),
        st.tuples(st.just("form"), NAMES, st.sampled_from(sorted(FORMS))),
        st.tuples(st.just("say"), NAMES, st.sampled_from(["it fails", "talk to somebody", "stop"])),
    ),
    max_size=12,
)


def seen(case: CaseRow) -> tuple[object, ...]:
    """What of a case may only change with a word in the audit."""
    return case.state, case.owner, case.urgent, case.snoozed


async def acted(acts: list[tuple[str, str, str]]) -> None:
    """Do all this to one case, and look at it after each."""
    office = Office()
    await office.say("hi", "my own", "person")
    for how, name, what in acts:
        before, written = await office.case(), len(await office.acts())
        if how == "press":
            await office.staff(name, what)
        elif how == "form":
            await office.form(name, what, **FORMS[what])
        else:
            await office.say(what)
        case = await office.case()
        assert bool(case.owner) == (case.state in ("claimed", "answered")) or case.state == "closed"
        shown = in_state(office.desk._voice, case, (), office.clock.time).card
        assert shown is not None
        assert case.card.card is not None
        assert (case.card.card.state, case.card.card.actions) == (shown.state, shown.actions)
        if seen(case) != seen(before) and how != "say":
            assert len(await office.acts()) > written
        conversation = await office.conversation()
        if case.state != "closed" and conversation.case == case.number:
            assert (conversation.owner == "human") == bool(case.owner)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_a_case_has_one_owner_its_card_tells_it_and_the_audit_has_it_all(
    acts: list[tuple[str, str, str]],
) -> None:
    asyncio.run(acted(acts))
