"""In whatever order things reach the desk: a note stays with staff, a reply reaches the filer once."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.service.incoming import StaffMessage
from tests.unit.service.office import FILER, STAFF
from tests.unit.service.under_card import UnderCard

NAMES = st.sampled_from(["Ann", "Bob"])
SHAPES = ["to filer: w{}", "*To Filer:* w{}", "w{}", "note: w{}", "to filer:", "note w{} to filer: w{}"]
PLACES = st.integers(0, 3)
WRITTEN = st.tuples(st.just("said"), NAMES, st.sampled_from(SHAPES), PLACES, st.booleans())
CHANGED = st.tuples(st.just("edited"), NAMES, st.sampled_from(SHAPES), PLACES, st.booleans())
DELETED = st.tuples(st.just("deleted"), NAMES, st.just(""), PLACES, st.booleans())
ACTS = st.lists(
    st.one_of(
        WRITTEN,
        CHANGED,
        CHANGED,
        DELETED,
        st.tuples(
            st.sampled_from(["claim", "take_over", "let_go", "close", "reopen", "late", "again"]),
            NAMES,
            st.just(""),
            PLACES,
            st.just(False),
        ),
    ),
    min_size=8,
    max_size=25,
)


@dataclass
class Told:
    """What one message of staff has been so far, by the rules as a clerk would say them."""

    is_reply: bool
    gone: bool = False


@dataclass
class Clerk:
    """Hands everything in, and keeps account of what the filer may see and which warnings are due."""

    under: UnderCard
    written: list[StaffMessage] = field(default_factory=list)
    late: list[StaffMessage] = field(default_factory=list)
    handed: list[StaffMessage] = field(default_factory=list)
    told: dict[str, Told] = field(default_factory=dict)
    allowed: set[str] = field(default_factory=set)
    warnings: int = 0

    async def do(self, act: tuple[str, str, str, int, bool], number: int) -> None:
        """One thing that happens; what is `late` is handed in at the end, or when somebody says so."""
        how, name, shape, place, is_late = act
        if how in ("said", "edited", "deleted"):
            await self._write(how, name, shape.format(number, number), place, is_late)
        elif how in ("late", "again"):
            found = self.late if how == "late" else self.handed
            if found:
                await self.hand_in(found[place % len(found)])
        elif how == "close":
            await self.under.office.form(name, "close", outcome="solved", words="")
        elif how == "take_over":
            await self.under.office.form(name, "take_over")
        elif how == "reopen":
            await self.under.office.press("desk", "reopen:NG-1001")
        else:
            await self.under.office.staff(name, how)

    async def _write(self, how: str, name: str, text: str, place: int, is_late: bool) -> None:
        about = self.written[place % len(self.written)] if self.written and how != "said" else None
        if how != "said" and about is None:
            return
        event = await self.under.event(about.name if about else name, text, how, about.ts if about else "")
        if about is None:
            self.written.append(event)
        if is_late:
            self.late.append(event)
        else:
            await self.hand_in(event)

    async def hand_in(self, event: StaffMessage) -> None:
        """What Slack delivers now; the second time nothing may happen."""
        if event not in self.handed:
            await self._account(event)
        self.handed.append(event)
        await self.under.office.desk.handle(event)

    async def _account(self, event: StaffMessage) -> None:
        """Judge this by the rules, before the desk does."""
        case = await self.under.office.case()
        is_claimed = bool(case.owner) and case.state != "closed"
        meant = self._meant(event, is_owner=case.owner == event.staff)
        first = self.told.get(event.ts)
        if first is None:
            is_new = event.how == "said" and is_claimed and meant
            self.told[event.ts] = Told(is_reply=is_new, gone=event.how == "deleted")
            self.allowed |= {event.text.split()[-1]} if is_new else set()
        elif event.how == "deleted":
            first.gone = True
        elif first.is_reply and not first.gone:
            self.warnings += not meant
            self.allowed |= {event.text.split()[-1]} if meant else set()

    def _meant(self, event: StaffMessage, *, is_owner: bool) -> bool:
        """Whether these words are for the filer, were they new and the case somebody's."""
        if event.text.lower().startswith(("to filer:", "*to filer:*")):
            return bool(event.text.strip("* ").partition(":")[2].strip("* "))
        return self.under.open_replies and is_owner and not event.text.startswith("note")


async def happened(acts: list[tuple[str, str, str, int, bool]], *, open_replies: bool) -> None:
    """Let all this happen to one case, and look at what went out."""
    under = UnderCard(open_replies)
    await under.begin()
    clerk = Clerk(under)
    for number, act in enumerate(acts):
        await clerk.do(act, number)
    for event in clerk.late:
        await clerk.hand_in(event)
    rows = await under.office.sent()
    given_words = [(row.act, row.message, row.content.quote.text) for row in rows
                   if row.to == FILER and row.content.quote]  # fmt: skip
    seen = {word for _, _, text in given_words for word in text.split()}
    assert seen <= clerk.allowed
    assert all(count == 1 for count in Counter(one for act, one, _ in given_words if act == "post").values())
    kept = await under.office.run(lambda unit: unit.desk.messages("NG-1001"))
    replies = {one.id for one in kept if clerk.told.get(one.ts, Told(False)).is_reply}
    assert {one for _, one, _ in given_words} == replies
    said = [row.content.card.lines[0] for row in rows if row.to == STAFF and row.thread and row.content.card]
    assert sum(line.startswith("<relay_warn_seen>") for line in said) == clerk.warnings


@pytest.mark.parametrize("open_replies", [False, True], ids=["marked", "open"])
@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(WRITTEN, min_size=1, max_size=3), ACTS)
def test_a_note_never_reaches_the_filer_and_a_reply_does_once(
    open_replies: bool,
    written: list[tuple[str, str, str, int, bool]],
    acts: list[tuple[str, str, str, int, bool]],
) -> None:
    claim = ("claim", "Ann", "", 0, False)
    asyncio.run(happened([claim, *written, *acts], open_replies=open_replies))
