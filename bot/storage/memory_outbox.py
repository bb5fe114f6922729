"""The outbox of the store in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.service.case_row import CaseRow
from bot.service.content import Content
from bot.service.desk_records import CaseMessage
from bot.service.ports import DeadLetter, Delivery
from bot.storage.prune import ADDRESSES, BITE, SETTLED


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the outbox with what the database keeps beside the delivery."""

    delivery: Delivery
    leased: datetime | None = None
    settled: datetime | None = None
    buried: bool = False


class MemoryOutbox:
    """The part of a unit that is about the outbox."""

    def __init__(
        self,
        rows: dict[str, Row],
        channels: dict[str, str],
        cases: dict[str, CaseRow],
        messages: Mapping[int, CaseMessage],
    ) -> None:
        self._rows = rows
        self._channels = channels
        self._cases = cases
        self._messages = messages

    def dead_letter(self, letter: DeadLetter) -> None:
        """Keep a dead letter."""
        raise NotImplementedError

    def enqueue(self, delivery: Delivery) -> None:
        """Put a row into the outbox, unless its key is there."""
        number = max((row.delivery.id for row in self._rows.values()), default=0) + 1
        created = delivery.created or delivery.due
        row = Row(replace(delivery, id=number, created=created, tries=0, claimed=None))
        self._rows.setdefault(delivery.key, row)

    def newest_sent(self, to: str) -> str:
        """The ts of the newest message of ours in this place, or empty."""
        rows = [
            row.delivery for row in self._rows.values() if not row.buried and row.delivery.act != "update"
        ]
        return next((one.ts for one in reversed(rows) if one.to == to), "")

    def refused(self, to: str) -> str:
        """The key of a row that this place has refused and that is tried again, or empty."""
        letters = {letter.key for letter in self.dead_letters()}
        return next((row.delivery.key for row in self._waiting(to) if row.delivery.key in letters), "")

    def waiting_cases(self, to: str) -> Sequence[str]:
        """The numbers of the cases of which something waits for this place."""
        return sorted({row.delivery.case for row in self._waiting(to) if row.delivery.case})

    def move_cards(self, channel: str) -> Sequence[str]:
        """Send what waits of cases to this channel; the open cases whose card was elsewhere."""
        place = f"channel:{channel}"
        for row in [row for row in self._rows.values() if row.settled is None and row.delivery.case]:
            if row.delivery.to.startswith("channel:") and row.delivery.to != place:
                due = row.delivery.created or row.delivery.due
                self._keep(row, replace(row.delivery, to=place, ts="", due=due), leased=None)
        elsewhere = [one for one in self._cases.values() if one.card_channel not in ("", channel)]
        moved = [one for one in elsewhere if one.state != "closed"]
        for case in moved:
            self._cases[case.number] = replace(case, card_channel="", card_ts="")
        return sorted(case.number for case in moved)

    def dead_letters(self) -> Sequence[DeadLetter]:
        """All dead letters, oldest first."""
        raise NotImplementedError

    def _waiting(self, to: str) -> Sequence[Row]:
        return [row for row in self._rows.values() if row.delivery.to == to and row.settled is None]

    def claim(
        self, now: datetime, lease: float, limit: int, resting: Collection[str] = ()
    ) -> Sequence[Delivery]:
        """Take due head rows for a while."""
        due = [row for row in self._heads() if _is_due(row, now) and row.delivery.to not in resting]
        due.sort(key=lambda row: (row.delivery.due, row.delivery.id))
        for row in due[:limit]:
            taken = replace(row.delivery, tries=row.delivery.tries + 1, claimed=now)
            self._keep(row, taken, leased=now + timedelta(seconds=lease))
        return [self._known(row.delivery) for row in due[:limit]]

    def release_claims(self) -> int:
        """Give back the rows a dead process had claimed."""
        held = [row for row in self._rows.values() if row.leased is not None and row.settled is None]
        for row in held:
            self._keep(row, row.delivery, leased=None)
        return len(held)

    def sent(self, delivery: Delivery, ts: str, now: datetime) -> None:
        """Mark a row sent."""
        row = self._rows.get(delivery.key)
        if row is not None and row.settled is None:
            settled = replace(row.delivery, ts=ts, response_url="", content=Content())
            self._keep(row, settled, leased=None, settled=now)

    def later(self, delivery: Delivery, due: datetime) -> None:
        """Give a row back as it was."""
        self._change(delivery, due=due, tries=delivery.tries, claimed=delivery.claimed)

    def unsure(self, delivery: Delivery, due: datetime, now: datetime) -> None:
        """Give a row back after an attempt of unknown outcome."""
        self._change(delivery, due=due, tries=delivery.tries + 1, claimed=now)

    def bury(self, delivery: Delivery, error: str, now: datetime) -> None:
        """Take a row out for good and leave a dead letter."""
        row = self._rows.get(delivery.key)
        if row is not None and _is_held(row, delivery):
            self._keep(row, replace(row.delivery, response_url=""), leased=None, settled=now, buried=True)
            self.dead_letter(DeadLetter(delivery.key, "outbox", error, now))

    def as_post(self, delivery: Delivery, due: datetime) -> None:
        """Turn a replacement or an update that surely failed into a post."""
        self._change(delivery, due=due, act="post", ts="", response_url="", tries=0, claimed=None)

    def refresh(self, delivery: Delivery) -> None:
        """Show a case's card, or a person's App Home, anew."""
        free = [
            row
            for row in self._rows.values()
            if row.delivery.case == delivery.case
            and row.delivery.to == delivery.to
            and not row.delivery.message
            and not row.delivery.thread
            and row.settled is None
            and row.leased is None
            and not row.delivery.tries
        ]
        for row in free:
            self._keep(row, replace(row.delivery, content=delivery.content))
        if not free:
            self.enqueue(delivery)

    def channel_of(self, to: str) -> str:
        """The channel known for a place, or empty."""
        return self._channels.get(to, "")

    def keep_channel(self, to: str, channel: str) -> None:
        """Remember the channel of a place."""
        self._channels[to] = channel

    def card_sent(self, number: str, channel: str, ts: str) -> None:
        """Remember where the card of a case is."""
        case = self._cases.get(number)
        if case is not None:
            self._cases[number] = replace(case, card_channel=channel, card_ts=ts)

    def backlog(self, now: datetime) -> tuple[int, float]:
        """How many rows wait, and the age of the oldest in seconds."""
        made = [row.delivery.created or now for row in self._rows.values() if row.settled is None]
        return len(made), (now - min(made)).total_seconds() if made else 0.0

    def overdue(self, now: datetime) -> float:
        """How long, in seconds, the row that should have gone first has been due; 0 when none is."""
        due = [row.delivery.due for row in self._rows.values() if row.settled is None]
        return max((now - min(due)).total_seconds(), 0.0) if due else 0.0

    def prune_rows(self, now: datetime) -> int:
        """Forget settled rows and old addresses; how many rows that touched."""
        rows = list(self._rows.values())
        settled = [row for row in rows if row.settled is not None and row.settled < now - SETTLED][:BITE]
        for row in settled:
            del self._rows[row.delivery.key]
        stale = [
            row
            for row in self._rows.values()
            if row.delivery.response_url and (row.delivery.created or now) <= now - ADDRESSES
        ][:BITE]
        for row in stale:
            self._keep(row, replace(row.delivery, response_url=""))
        return len(settled) + len(stale)

    def _heads(self) -> list[Row]:
        heads: dict[str, Row] = {}
        for row in self._rows.values():
            if row.settled is None:
                heads.setdefault(row.delivery.to, row)
        return list(heads.values())

    def _known(self, delivery: Delivery) -> Delivery:
        case, copied = self._cases.get(delivery.case), self._messages.get(delivery.message)
        card = case.card_ts if case is not None else ""
        shown_at = (copied.mirror_ts if copied is not None else card) if delivery.act == "update" else ""
        channel = self._channels.get(delivery.to, "")
        return replace(delivery, channel=channel, ts=delivery.ts or shown_at, card_ts=card)

    def _change(self, delivery: Delivery, **changes: Any) -> None:
        row = self._rows.get(delivery.key)
        if row is not None and _is_held(row, delivery):
            self._keep(row, replace(row.delivery, **changes), leased=None)

    def _keep(self, row: Row, delivery: Delivery, **changes: Any) -> None:
        self._rows[delivery.key] = replace(row, delivery=delivery, **changes)


def _is_held(row: Row, delivery: Delivery) -> bool:
    """Whether nobody has claimed the row since this delivery was."""
    return row.settled is None and row.delivery.tries == delivery.tries + 1


def _is_due(row: Row, now: datetime) -> bool:
    return row.delivery.due <= now and (row.leased is None or row.leased <= now)
