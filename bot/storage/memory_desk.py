"""The desk's part of the store in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.service.case_row import CaseRow
from bot.service.desk_ports import Wanted
from bot.service.desk_records import Act, CaseMessage, Receipt, Reminder


@dataclass(slots=True)
class Drawer:
    """What the desk keeps, by key. The values are frozen, so that copying the dictionaries is enough."""

    messages: dict[int, CaseMessage] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)
    reminders: dict[str, tuple[Reminder, datetime | None]] = field(default_factory=dict)
    receipts: dict[str, Receipt] = field(default_factory=dict)

    def copy(self) -> "Drawer":
        """The same things in another drawer."""
        return Drawer(dict(self.messages), list(self.acts), dict(self.reminders), dict(self.receipts))


@dataclass(frozen=True, slots=True)
class MemoryDesk:
    """A `bot.service.desk_ports.DeskUnit` over one drawer and the cases of its shelf."""

    drawer: Drawer
    shelf: dict[str, CaseRow]

    def cases(self, wanted: Wanted, limit: int, skip: int = 0) -> Sequence[CaseRow]:
        """At most so many cases, urgent ones first, then the oldest, without the first of these."""
        found = [case for case in self.shelf.values() if _fits(case, wanted)]
        return sorted(found, key=_place)[skip : skip + limit]

    def count(self, wanted: Wanted) -> int:
        """How many cases there are of this kind."""
        return sum(_fits(case, wanted) for case in self.shelf.values())

    def case_of_card(self, channel: str, ts: str) -> CaseRow | None:
        """The case whose card this message is, or None."""
        place = (channel, ts)
        return next((one for one in self.shelf.values() if (one.card_channel, one.card_ts) == place), None)

    def message(self, channel: str, ts: str) -> CaseMessage | None:
        """What is kept of a message, or None."""
        kept = self.drawer.messages.values()
        return next((one for one in kept if (one.channel, one.ts) == (channel, ts)), None)

    def keep_message(self, message: CaseMessage) -> CaseMessage:
        """Keep a message, new or changed."""
        before = self.drawer.messages.get(message.id)
        if before is None:
            stored = replace(message, id=max(self.drawer.messages, default=0) + 1)
        else:
            stored = replace(message, mirror_channel=before.mirror_channel, mirror_ts=before.mirror_ts)
        self.drawer.messages[stored.id] = stored
        return stored

    def messages(self, case: str) -> Sequence[CaseMessage]:
        """All that was written in a case, oldest first."""
        return [one for one in self.drawer.messages.values() if one.case == case]

    def mirrored(self, message: int, channel: str, ts: str) -> None:
        """Remember where the copy of a message is."""
        before = self.drawer.messages[message]
        self.drawer.messages[message] = replace(before, mirror_channel=channel, mirror_ts=ts, failed="")

    def not_mirrored(self, message: int, error: str) -> None:
        """Remember why the other side does not have a message."""
        self.drawer.messages[message] = replace(self.drawer.messages[message], failed=error)

    def note(self, act: Act) -> None:
        """Append to the audit."""
        self.drawer.acts.append(replace(act, id=len(self.drawer.acts) + 1))

    def acts(self, case: str) -> Sequence[Act]:
        """The audit of a case, oldest first."""
        return [act for act in self.drawer.acts if act.case == case]

    def acts_since(self, at: datetime) -> Sequence[Act]:
        """What was done to any case from that moment on, oldest first."""
        return [act for act in self.drawer.acts if act.case and act.at >= at]

    def remind(self, case: str, coming: Sequence[Reminder]) -> None:
        """Make these a case's reminders."""
        kept = self.drawer.reminders
        for key in [key for key, (one, said) in kept.items() if one.case == case and said is None]:
            del kept[key]
        for one in coming:
            kept.setdefault(one.key, (one, None))

    def due_reminders(self, now: datetime, limit: int) -> Sequence[Reminder]:
        """Reminders whose time has come, the oldest first."""
        due = [one for one, said in self.drawer.reminders.values() if said is None and one.due <= now]
        return sorted(due, key=lambda one: (one.due, one.key))[:limit]

    def next_reminder(self) -> datetime | None:
        """When the first that is not said yet is due."""
        return min((one.due for one, said in self.drawer.reminders.values() if said is None), default=None)

    def reminded(self, reminder: Reminder, now: datetime) -> bool:
        """Count a reminder as said."""
        kept, said = self.drawer.reminders.get(reminder.key, (reminder, now))
        if said is not None:
            return False
        self.drawer.reminders[reminder.key] = (kept, now)
        return True

    def keep_receipt(self, receipt: Receipt) -> bool:
        """Keep a receipt; False when its code is taken."""
        return self.drawer.receipts.setdefault(receipt.code, receipt) == receipt

    def receipt(self, code: str) -> Receipt | None:
        """The receipt with this code, or None."""
        return self.drawer.receipts.get(code)

    def newest_receipt(self, conversation: str) -> str:
        """The code of the newest receipt of this talk, or empty."""
        given = [one for one in self.drawer.receipts.values() if one.conversation == conversation]
        return max(given, key=lambda one: (one.at, one.code)).code if given else ""


def _fits(case: CaseRow, wanted: Wanted) -> bool:
    asked = (
        (wanted.owner, case.owner),
        (wanted.person, case.person),
        (wanted.queue, case.queue),
        (wanted.receipt, case.receipt),
    )
    return (
        all(not want or want == has for want, has in asked)
        and not (wanted.unowned and case.owner)
        and not (wanted.urgent and not case.urgent)
        and not (wanted.open and case.state == "closed")
    )


def _place(case: CaseRow) -> tuple[bool, float, str]:
    return not case.urgent, case.opened.timestamp() if case.opened else 0.0, case.number
