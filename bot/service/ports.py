"""What the service needs from outside: a store, a messenger, a clock."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, TypeVar

from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.flow.keep import KEPT, Keep
from bot.service.case_row import CaseRow
from bot.service.content import Content
from bot.service.desk_ports import DeskUnit
from bot.service.desk_records import Forgotten
from bot.service.notice import Notice
from bot.service.stock import Stock

Result = TypeVar("Result")


THREAD_OF_CARD = "card"
"""The thread under the card of the case that a delivery belongs to."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the outbox.

    `key` is unique for ever and stands in the message's metadata and first block. `to` is where it goes:
    `person:U123` (the direct message is opened when first needed), `channel:C123` or `home:U123`; `channel`
    is what is known of it when the row is claimed, or empty. `act` is post, update (`ts` names the message),
    replace (`response_url`; when that fails it becomes a post; `ts` is the message that was pressed) or
    publish (a person's App Home; harmless to repeat).

    `case` is the number of the case a row belongs to, `message` the id of the case message whose copy it is;
    a row of a case to a channel that has neither a `message` nor a `thread` is its card. Where a card or a
    copy is, is kept when it is sent, so that an update that names no `ts` changes it wherever it is by then;
    `card_ts` is what is known of the card when the row is claimed. `due` is when it may be tried. `tries`
    counts the attempts whose outcome is not known, and `claimed` is when the last of them was made: with
    `tries` above 0 the message may be there already.
    """

    key: str
    to: str
    act: Literal["post", "update", "replace", "publish"]
    content: Content
    due: datetime
    id: int = 0
    thread: str = ""
    ts: str = ""
    response_url: str = ""
    case: str = ""
    message: int = 0
    channel: str = ""
    card_ts: str = ""
    tries: int = 0
    claimed: datetime | None = None
    created: datetime | None = None

    @property
    def is_card(self) -> bool:
        """Whether this is the card of a case, and not something said about it."""
        is_said = bool(self.message or self.thread)
        return bool(self.case) and not is_said and self.to.startswith("channel:")

    @property
    def under(self) -> str:
        """The ts of the message whose thread this goes to; empty for none, or where the card is not known."""
        return self.card_ts if self.thread == THREAD_OF_CARD else self.thread


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """What could not be done, for the operator: keys and the error's kind, never a text."""

    key: str
    where: str
    error: str
    at: datetime


class Unit(Protocol):
    """One transaction. Synchronous: the store runs it where its database wants it run.

    `desk` is the same transaction's part for the desk.
    """

    @property
    def desk(self) -> DeskUnit:
        """What the desk keeps beside its cases."""

    def first_sight(self, keys: Sequence[str], now: datetime) -> bool:
        """Whether none of these keys was seen before; remembers all of them."""

    def conversation(self, key: str) -> Conversation | None:
        """The conversation with this key (person and purpose), locked until the transaction ends, or None.

        Raises Unreadable when what is stored makes no sense.
        """

    def save(self, conversation: Conversation, now: datetime) -> None:
        """Keep a conversation. Raises SavedElsewhere if its version is not the stored one."""

    def set_aside(self, key: str, now: datetime) -> None:
        """Put a conversation that cannot be read out of the way, for the operator; its key is free again."""

    def record(self, conversation: Conversation, events: Sequence[Event], now: datetime) -> None:
        """Append events: names and ids only."""

    def history(self, key: str) -> Sequence[Event]:
        """What was recorded of the conversation with this key, over all its talks, oldest first."""

    def audit(self, subject: str, events: Sequence[Event], now: datetime) -> None:
        """Append events that belong to no conversation; `history` finds them by their subject."""

    def notice(self, now: datetime) -> Notice | None:
        """The notice that is on, or None; so cheap that each turn asks."""

    def post_notice(self, notice: Notice) -> Notice | None:
        """Put a notice on from its `since`; the one whose place it took, as it was, or None."""

    def end_notice(self, by: str, now: datetime) -> Notice | None:
        """End the notice that is on; that notice as it was, or None when none was on."""

    def notices(self) -> Sequence[Notice]:
        """All notices there ever were, oldest first."""

    def keep_flow(self, fingerprint: str, flow: str, text: str) -> None:
        """Keep a flow version by its fingerprint, to show an old answer again; twice is harmless."""

    def flow_text(self, fingerprint: str) -> str | None:
        """The text kept for a fingerprint, or None."""

    def enqueue(self, delivery: Delivery) -> None:
        """Put a row into the outbox. A key that is there already is left as it is."""

    def newest_sent(self, to: str) -> str:
        """The ts of the newest message of ours in this place, or empty: none yet, or a post still on its way.

        A message that was replaced, or will be, keeps its ts. A buried row does not count.
        """

    def refused(self, to: str) -> str:
        """The key of a row that this place has refused, and that is tried again; empty for none."""

    def waiting_cases(self, to: str) -> Sequence[str]:
        """The numbers of the cases of which something waits for this place."""

    def move_cards(self, channel: str) -> Sequence[str]:
        """Send what waits of cases to this channel instead of another.

        Gives the numbers of the open cases whose card was in another channel; it counts as nowhere now.
        """

    def claim(
        self, now: datetime, lease: float, limit: int, resting: Collection[str] = ()
    ) -> Sequence[Delivery]:
        """Take at most `limit` due rows for `lease` seconds: the head row of each place not in `resting`.

        Whoever takes a row says how it ended: `sent`, `later`, `unsure`, `bury` or `as_post`. A row nobody
        said so about comes again after its lease, with one more in `tries`: look it up before it is sent
        again. Of who had it before only `sent` is still believed.
        """

    def release_claims(self) -> int:
        """Give back the rows a dead process had claimed (one machine only); how many there were."""

    def sent(self, delivery: Delivery, ts: str, now: datetime) -> None:
        """Mark a row sent with the ts Slack gave it."""

    def later(self, delivery: Delivery, due: datetime) -> None:
        """Give a row back until `due`, as it was before the claim: this attempt surely changed nothing."""

    def unsure(self, delivery: Delivery, due: datetime, now: datetime) -> None:
        """Give a row back until `due` after an attempt, ended `now`, that may have taken effect."""

    def bury(self, delivery: Delivery, error: str, now: datetime) -> None:
        """Take a row out for good and leave a dead letter; the rows behind it go on."""

    def as_post(self, delivery: Delivery, due: datetime) -> None:
        """Turn a replacement or an update that surely failed into an ordinary post."""

    def refresh(self, delivery: Delivery) -> None:
        """Show a case's card, or a person's App Home, anew: of several that wait only the newest is sent.

        The content goes into the row of that place and case that no sender has taken yet, else into this row.
        """

    def dead_letter(self, letter: DeadLetter) -> None:
        """Keep a dead letter; the same error of the same key is kept once."""

    def dead_letters(self) -> Sequence[DeadLetter]:
        """All dead letters, oldest first."""

    def channel_of(self, to: str) -> str:
        """The channel known for a place (`person:U123`), or empty."""

    def keep_channel(self, to: str, channel: str) -> None:
        """Remember the channel of a place; a new one takes the place of the old."""

    def case_number(self) -> str:
        """A number no case had before: `NG-1001` and up."""

    def case(self, number: str) -> CaseRow | None:
        """The case with this number, locked until the transaction ends, or None."""

    def open_case_of(self, person: str) -> CaseRow | None:
        """The person's newest case that is not closed, or None."""

    def save_case(self, case: CaseRow) -> None:
        """Keep a case, new or changed. Raises SavedElsewhere if its version is not the stored one."""

    def card_sent(self, number: str, channel: str, ts: str) -> None:
        """Remember where the card of a case is."""

    def prune(self, now: datetime, keep: Keep = KEPT) -> int:
        """Forget some of what need not be kept, and say how many rows that touched; 0 when nothing is left.

        Keys after 25 hours, settled rows after 7 days, response addresses after 30 minutes, recent words
        after 24 hours; the rest as the court says. Nothing of a case that is open or held.
        """

    def forget(self, person: str) -> Forgotten:
        """Forget a person: conversations, ticks, words, channel, what waits for them, closed cases.

        A case that is open or held stays, and so does the conversation with staff about it, without answers.
        Receipts and events stay under a number, and so do the acts of the cases that go.
        """

    def backlog(self, now: datetime) -> tuple[int, float]:
        """How many rows wait in the outbox, and the age of the oldest in seconds."""

    def stock(self, now: datetime) -> Stock:
        """How much is kept, in numbers."""


class Store(Protocol):
    """Where everything is kept. One contract suite holds every implementation."""

    async def run(self, work: Callable[[Unit], Result]) -> Result:
        """Do the work in one transaction: committed when this returns, undone when it raises.

        Raises StorageError when the database does not answer within two seconds or refuses.
        """

    async def close(self) -> None:
        """Finish what runs and let go of the database."""


class Messenger(Protocol):
    """What the sender needs of Slack. Raises TryLater, Refused or OutcomeUnknown."""

    async def open_direct(self, person: str) -> str:
        """The direct-message channel with a person."""

    async def check_person(self, person: str) -> None:
        """Pass for somebody who still has an account. Raises Refused with `person_gone`, or TryLater."""

    async def post(self, channel: str, thread: str, content: Content, key: str) -> str:
        """Post; the message's ts."""

    async def update(self, channel: str, ts: str, content: Content, key: str) -> None:
        """Change a message of ours."""

    async def replace(self, response_url: str, content: Content, key: str) -> None:
        """Replace the message that was pressed; harmless to repeat."""

    async def publish(self, person: str, content: Content) -> None:
        """Show this on a person's App Home; harmless to repeat."""

    async def find(self, channel: str, thread: str, key: str, since: datetime) -> str | None:
        """The ts of the message that carries this key (metadata, or block_id of its first block), or None."""


class Clock(Protocol):
    """The time, in one place, so that tests can move it."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
