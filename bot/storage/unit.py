"""One transaction of an SQL database, as the service sees it: each method is one function of this package."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.flow.keep import KEPT, Keep
from bot.service.case_row import CaseRow
from bot.service.desk_records import Forgotten
from bot.service.notice import Notice
from bot.service.ports import DeadLetter, Delivery
from bot.service.stock import Stock
from bot.storage import (
    cases,
    channels,
    claims,
    conversations,
    events,
    flows,
    forget,
    letters,
    notices,
    outbox,
    places,
    prune,
    seen,
    stock,
)
from bot.storage.desk_unit import SqlDesk
from bot.storage.times import micros


@dataclass(frozen=True, slots=True)
class SqlUnit:
    """A `bot.service.ports.Unit` over a synchronous connection, for one court's rows."""

    connection: Connection
    court: str

    @property
    def desk(self) -> SqlDesk:
        """The desk's part of the transaction."""
        return SqlDesk(self.connection, self.court)

    def first_sight(self, keys: Sequence[str], now: datetime) -> bool:
        """Whether none of these keys was seen before; remembers all of them."""
        return seen.first_sight(self.connection, self.court, keys, micros(now))

    def conversation(self, key: str) -> Conversation | None:
        """The conversation with this key, locked, or None."""
        return conversations.read(self.connection, self.court, key)

    def save(self, conversation: Conversation, now: datetime) -> None:
        """Keep a conversation. Raises SavedElsewhere."""
        conversations.save(self.connection, self.court, conversation, micros(now))

    def set_aside(self, key: str, now: datetime) -> None:
        """Put a conversation that cannot be read out of the way."""
        conversations.set_aside(self.connection, self.court, key, micros(now))

    def record(self, conversation: Conversation, happened: Sequence[Event], now: datetime) -> None:
        """Append events."""
        talk = (conversation.key, conversation.talk)
        events.append(self.connection, self.court, talk, happened, micros(now))

    def history(self, key: str) -> Sequence[Event]:
        """What was recorded of a conversation, oldest first."""
        return events.read(self.connection, self.court, key)

    def audit(self, subject: str, happened: Sequence[Event], now: datetime) -> None:
        """Append events that belong to no conversation."""
        events.append(self.connection, self.court, (subject, 0), happened, micros(now))

    def notice(self, now: datetime) -> Notice | None:
        """The notice that is on, or None."""
        return notices.on(self.connection, self.court, now)

    def post_notice(self, notice: Notice) -> Notice | None:
        """Put a notice on; the one whose place it took, or None."""
        return notices.post(self.connection, self.court, notice)

    def end_notice(self, by: str, now: datetime) -> Notice | None:
        """End the notice that is on; that notice, or None."""
        return notices.end(self.connection, self.court, by, now)

    def notices(self) -> Sequence[Notice]:
        """All notices there ever were, oldest first."""
        return notices.read(self.connection, self.court)

    def keep_flow(self, fingerprint: str, flow: str, text: str) -> None:
        """Keep a flow version by its fingerprint."""
        flows.keep(self.connection, self.court, fingerprint, flow, text)

    def flow_text(self, fingerprint: str) -> str | None:
        """The text kept for a fingerprint, or None."""
        return flows.text(self.connection, self.court, fingerprint)

    def enqueue(self, delivery: Delivery) -> None:
        """Put a row into the outbox, unless its key is there."""
        outbox.put(self.connection, self.court, delivery)

    def newest_sent(self, to: str) -> str:
        """The ts of the newest message of ours in this place, or empty."""
        return outbox.newest(self.connection, self.court, to)

    def refused(self, to: str) -> str:
        """The key of a row that this place has refused and that is tried again, or empty."""
        return places.refused(self.connection, self.court, to)

    def waiting_cases(self, to: str) -> Sequence[str]:
        """The numbers of the cases of which something waits for this place."""
        return places.waiting_cases(self.connection, self.court, to)

    def move_cards(self, channel: str) -> Sequence[str]:
        """Send what waits of cases to this channel; the open cases whose card was elsewhere."""
        return places.move(self.connection, self.court, channel)

    def claim(
        self, now: datetime, lease: float, limit: int, resting: Collection[str] = ()
    ) -> Sequence[Delivery]:
        """Take due head rows for a while."""
        return claims.claim(self.connection, self.court, now, (lease, limit), resting)

    def release_claims(self) -> int:
        """Give back the rows a dead process had claimed."""
        return claims.release(self.connection, self.court)

    def sent(self, delivery: Delivery, ts: str, now: datetime) -> None:
        """Mark a row sent."""
        claims.sent(self.connection, delivery, ts, now)

    def later(self, delivery: Delivery, due: datetime) -> None:
        """Give a row back as it was."""
        claims.later(self.connection, delivery, due)

    def unsure(self, delivery: Delivery, due: datetime, now: datetime) -> None:
        """Give a row back after an attempt of unknown outcome."""
        claims.unsure(self.connection, delivery, due, now)

    def bury(self, delivery: Delivery, error: str, now: datetime) -> None:
        """Take a row out for good and leave a dead letter."""
        if claims.bury(self.connection, delivery, now):
            self.dead_letter(DeadLetter(delivery.key, "outbox", error, now))

    def as_post(self, delivery: Delivery, due: datetime) -> None:
        """Turn a replacement or an update that surely failed into a post."""
        claims.as_post(self.connection, delivery, due)

    def refresh(self, delivery: Delivery) -> None:
        """Show a case's card, or a person's App Home, anew."""
        outbox.refresh(self.connection, self.court, delivery)

    def dead_letter(self, letter: DeadLetter) -> None:
        """Keep a dead letter."""
        letters.keep(self.connection, self.court, letter)

    def dead_letters(self) -> Sequence[DeadLetter]:
        """All dead letters, oldest first."""
        return letters.read(self.connection, self.court)

    def channel_of(self, to: str) -> str:
        """The channel known for a place, or empty."""
        return channels.read(self.connection, self.court, to)

    def keep_channel(self, to: str, channel: str) -> None:
        """Remember the channel of a place."""
        channels.keep(self.connection, self.court, to, channel)

    def case_number(self) -> str:
        """A number no case had before."""
        return cases.number(self.connection, self.court)

    def case(self, number: str) -> CaseRow | None:
        """The case with this number, locked, or None."""
        return cases.read(self.connection, self.court, number)

    def open_case_of(self, person: str) -> CaseRow | None:
        """The person's case that is not closed, or None."""
        return cases.open_of(self.connection, self.court, person)

    def save_case(self, case: CaseRow) -> None:
        """Keep a case. Raises SavedElsewhere."""
        cases.save(self.connection, self.court, case)

    def card_sent(self, number: str, channel: str, ts: str) -> None:
        """Remember where the card of a case is."""
        cases.card_sent(self.connection, self.court, number, channel, ts)

    def prune(self, now: datetime, keep: Keep = KEPT) -> int:
        """Forget some of what need not be kept."""
        return prune.prune(self.connection, self.court, now, keep)

    def forget(self, person: str) -> Forgotten:
        """Forget a person; what is open or held stays."""
        return forget.forget(self.connection, self.court, person)

    def backlog(self, now: datetime) -> tuple[int, float]:
        """How many rows wait, and the age of the oldest in seconds."""
        return outbox.backlog(self.connection, self.court, now)

    def stock(self, now: datetime) -> Stock:
        """How much is kept, in numbers."""
        return stock.count(self.connection, self.court, now)
