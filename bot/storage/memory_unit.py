"""One transaction of the store in memory: the promises of a unit, kept with dictionaries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.errors import SavedElsewhere
from bot.flow.keep import KEPT, Keep
from bot.service.case_row import CaseRow
from bot.service.desk_records import Forgotten
from bot.service.notice import Notice
from bot.service.ports import DeadLetter
from bot.service.stock import Stock
from bot.storage.cases import FIRST
from bot.storage.memory_desk import MemoryDesk
from bot.storage.memory_outbox import MemoryOutbox
from bot.storage.memory_records import forget, retire
from bot.storage.memory_shelf import Shelf
from bot.storage.prune import BITE, KEYS, WORDS


class MemoryUnit(MemoryOutbox):
    """A `bot.service.ports.Unit` over one shelf."""

    def __init__(self, shelf: Shelf, court: str) -> None:
        super().__init__(shelf.rows, shelf.channels, shelf.cases, shelf.drawer.messages)
        self._shelf = shelf
        self._court = court

    @property
    def desk(self) -> MemoryDesk:
        """The desk's part of the transaction."""
        return MemoryDesk(self._shelf.drawer, self._shelf.cases)

    def first_sight(self, keys: Sequence[str], now: datetime) -> bool:
        """Whether none of these keys was seen before; remembers all of them."""
        fresh = all(key not in self._shelf.seen for key in keys)
        for key in keys:
            self._shelf.seen.setdefault(key, now)
        return fresh

    def conversation(self, key: str) -> Conversation | None:
        """The conversation with this key, or None."""
        kept = self._shelf.conversations.get(key)
        return kept[0] if kept else None

    def save(self, conversation: Conversation, now: datetime) -> None:
        """Keep a conversation. Raises SavedElsewhere."""
        kept = self.conversation(conversation.key)
        if conversation.version != (kept.version if kept else 0):
            raise SavedElsewhere(conversation.key)
        stored = replace(
            conversation,
            court=self._court,
            version=conversation.version + 1,
            told=dict(conversation.told),
        )
        self._shelf.conversations[conversation.key] = (stored, now)

    def set_aside(self, key: str, now: datetime) -> None:
        """Put a conversation that cannot be read out of the way."""
        kept = self._shelf.conversations.pop(key, None)
        if kept is not None:
            self._shelf.conversations[f"{key}#{now.isoformat()}"] = kept

    def record(self, conversation: Conversation, happened: Sequence[Event], now: datetime) -> None:
        """Append events."""
        self._shelf.events.extend((conversation.key, now, event) for event in happened)

    def history(self, key: str) -> Sequence[Event]:
        """What was recorded of a conversation, oldest first."""
        return [event for conversation, _, event in self._shelf.events if conversation == key]

    def audit(self, subject: str, happened: Sequence[Event], now: datetime) -> None:
        """Append events that belong to no conversation."""
        self._shelf.events.extend((subject, now, event) for event in happened)

    def notice(self, now: datetime) -> Notice | None:
        """The notice that is on, or None."""
        last = self._shelf.notices[-1:]
        return last[0] if last and last[0].is_on(now) else None

    def post_notice(self, notice: Notice) -> Notice | None:
        """Put a notice on; the one whose place it took, or None."""
        before = self.end_notice(notice.by, notice.since)
        self._shelf.notices.append(replace(notice, number=len(self._shelf.notices) + 1))
        return before

    def end_notice(self, by: str, now: datetime) -> Notice | None:
        """End the notice that is on; that notice, or None."""
        last = next((one for one in self._shelf.notices[-1:] if one.ended is None), None)
        if last is None:
            return None
        ended = {"ended": now, "ended_by": by} if last.is_on(now) else {"ended": last.until}
        self._shelf.notices[-1] = replace(last, **ended)
        return last if last.is_on(now) else None

    def notices(self) -> Sequence[Notice]:
        """All notices there ever were, oldest first."""
        return list(self._shelf.notices)

    def keep_flow(self, fingerprint: str, flow: str, text: str) -> None:  # noqa: ARG002 - found by fingerprint
        """Keep a flow version by its fingerprint."""
        self._shelf.flows.setdefault(fingerprint, text)

    def flow_text(self, fingerprint: str) -> str | None:
        """The text kept for a fingerprint, or None."""
        return self._shelf.flows.get(fingerprint)

    def dead_letter(self, letter: DeadLetter) -> None:
        """Keep a dead letter."""
        self._shelf.letters.setdefault((letter.key, letter.error), letter)

    def dead_letters(self) -> Sequence[DeadLetter]:
        """All dead letters, oldest first."""
        return list(self._shelf.letters.values())

    def case_number(self) -> str:
        """A number no case had before."""
        self._shelf.numbers.append(f"NG-{FIRST + len(self._shelf.numbers)}")
        return self._shelf.numbers[-1]

    def case(self, number: str) -> CaseRow | None:
        """The case with this number, or None."""
        return self._shelf.cases.get(number)

    def open_case_of(self, person: str) -> CaseRow | None:
        """The person's newest case that is not closed, or None."""
        cases = reversed(self._shelf.cases.values())
        return next((case for case in cases if case.person == person and case.state != "closed"), None)

    def save_case(self, case: CaseRow) -> None:
        """Keep a case. Raises SavedElsewhere."""
        kept = self._shelf.cases.get(case.number)
        same = (case.person, case.topic)
        others = (one for one in self._shelf.cases.values() if one.number != case.number)
        taken = any((one.person, one.topic) == same and one.state != "closed" for one in others)
        if (taken and case.state != "closed") or case.version != (kept.version if kept else 0):
            raise SavedElsewhere(case.number)
        self._shelf.cases[case.number] = replace(case, version=case.version + 1)

    def stock(self, now: datetime) -> Stock:
        """How much is kept, in numbers."""
        waiting, oldest = self.backlog(now)
        states = Counter(case.state for case in self._shelf.cases.values() if case.state != "closed")
        due, dead = self.desk.next_reminder() or now, len(self._shelf.letters)
        unsaid = max((now - due).total_seconds(), 0.0)
        return Stock(waiting, max(oldest, 0.0), self.overdue(now), dict(states), dead, unsaid)

    def prune(self, now: datetime, keep: Keep = KEPT) -> int:
        """Forget some of what need not be kept."""
        old = [key for key, at in self._shelf.seen.items() if at < now - KEYS][:BITE]
        for key in old:
            del self._shelf.seen[key]
        worded = [
            (one, at) for one, at in self._shelf.conversations.values() if one.recent and at < now - WORDS
        ][:BITE]
        for one, at in worded:
            self._shelf.conversations[one.key] = (replace(one, recent=()), at)
        return len(old) + len(worded) + retire(self._shelf, now, keep) + self.prune_rows(now)

    def forget(self, person: str) -> Forgotten:
        """Forget a person; what is open or held stays."""
        return forget(self._shelf, person)
