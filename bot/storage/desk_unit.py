"""The desk's part of a transaction of an SQL database: each method is one function of this package."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.service.case_row import CaseRow
from bot.service.desk_ports import Wanted
from bot.service.desk_records import Act, CaseMessage, Receipt, Reminder
from bot.storage import audit, case_lists, case_messages, receipts, reminders


@dataclass(frozen=True, slots=True)
class SqlDesk:
    """A `bot.service.desk_ports.DeskUnit` over a synchronous connection, for one court's rows."""

    connection: Connection
    court: str

    def cases(self, wanted: Wanted, limit: int, skip: int = 0) -> Sequence[CaseRow]:
        """At most so many cases, urgent ones first, then the oldest, without the first of these."""
        return case_lists.read(self.connection, self.court, wanted, limit, skip)

    def count(self, wanted: Wanted) -> int:
        """How many cases there are of this kind."""
        return case_lists.count(self.connection, self.court, wanted)

    def case_of_card(self, channel: str, ts: str) -> CaseRow | None:
        """The case whose card this message is, locked, or None."""
        return case_lists.of_card(self.connection, self.court, channel, ts)

    def message(self, channel: str, ts: str) -> CaseMessage | None:
        """What is kept of a message, or None."""
        return case_messages.read(self.connection, self.court, channel, ts)

    def keep_message(self, message: CaseMessage) -> CaseMessage:
        """Keep a message, new or changed."""
        return case_messages.keep(self.connection, self.court, message)

    def messages(self, case: str) -> Sequence[CaseMessage]:
        """All that was written in a case, oldest first."""
        return case_messages.of_case(self.connection, self.court, case)

    def mirrored(self, message: int, channel: str, ts: str) -> None:
        """Remember where the copy of a message is."""
        case_messages.mirrored(self.connection, self.court, message, channel, ts)

    def not_mirrored(self, message: int, error: str) -> None:
        """Remember why the other side does not have a message."""
        case_messages.not_mirrored(self.connection, self.court, message, error)

    def note(self, act: Act) -> None:
        """Append to the audit."""
        audit.append(self.connection, self.court, act)

    def acts(self, case: str) -> Sequence[Act]:
        """The audit of a case, oldest first."""
        return audit.read(self.connection, self.court, case)

    def acts_since(self, at: datetime) -> Sequence[Act]:
        """What was done to any case from that moment on, oldest first."""
        return audit.since(self.connection, self.court, at)

    def remind(self, case: str, coming: Sequence[Reminder]) -> None:
        """Make these a case's reminders."""
        reminders.put(self.connection, self.court, case, coming)

    def due_reminders(self, now: datetime, limit: int) -> Sequence[Reminder]:
        """Reminders whose time has come, the oldest first."""
        return reminders.due(self.connection, self.court, now, limit)

    def next_reminder(self) -> datetime | None:
        """When the first that is not said yet is due."""
        return reminders.first(self.connection, self.court)

    def reminded(self, reminder: Reminder, now: datetime) -> bool:
        """Count a reminder as said."""
        return reminders.said(self.connection, self.court, reminder.key, now)

    def keep_receipt(self, receipt: Receipt) -> bool:
        """Keep a receipt; False when its code is taken."""
        return receipts.keep(self.connection, self.court, receipt)

    def receipt(self, code: str) -> Receipt | None:
        """The receipt with this code, or None."""
        return receipts.read(self.connection, self.court, code)

    def newest_receipt(self, conversation: str) -> str:
        """The code of the newest receipt of this talk, or empty."""
        return receipts.newest(self.connection, self.court, conversation)
