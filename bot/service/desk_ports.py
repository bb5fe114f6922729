"""What the desk needs of the store: cases in lists, their messages, the audit, reminders, receipts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.service.case_row import CaseRow
from bot.service.desk_records import Act, CaseMessage, Receipt, Reminder


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases a list is to hold; an empty field asks for nothing. `open` leaves out what is closed."""

    owner: str = ""
    person: str = ""
    queue: str = ""
    receipt: str = ""
    unowned: bool = False
    urgent: bool = False
    open: bool = True


class DeskUnit(Protocol):
    """The desk's part of one transaction."""

    def cases(self, wanted: Wanted, limit: int, skip: int = 0) -> Sequence[CaseRow]:
        """At most so many cases: urgent ones first, then the oldest, without the first `skip` of these.

        Their rows are not locked.
        """

    def count(self, wanted: Wanted) -> int:
        """How many cases there are of this kind."""

    def case_of_card(self, channel: str, ts: str) -> CaseRow | None:
        """The case whose card this message is, locked until the transaction ends, or None."""

    def message(self, channel: str, ts: str) -> CaseMessage | None:
        """What is kept of a message that was written in a case, or None."""

    def keep_message(self, message: CaseMessage) -> CaseMessage:
        """Keep a message, new or changed; gives it back with its id. Its place and its kind never change."""

    def messages(self, case: str) -> Sequence[CaseMessage]:
        """All that was written in a case, oldest first."""

    def mirrored(self, message: int, channel: str, ts: str) -> None:
        """Remember where the copy of a message is."""

    def not_mirrored(self, message: int, error: str) -> None:
        """Remember why the other side does not have a message."""

    def note(self, act: Act) -> None:
        """Append to the audit."""

    def acts(self, case: str) -> Sequence[Act]:
        """The audit of a case, oldest first."""

    def acts_since(self, at: datetime) -> Sequence[Act]:
        """What was done to any case from that moment on, oldest first."""

    def remind(self, case: str, reminders: Sequence[Reminder]) -> None:
        """From now on these are a case's reminders; others that are still to come are dropped.

        One whose key was said already is not said again.
        """

    def due_reminders(self, now: datetime, limit: int) -> Sequence[Reminder]:
        """At most so many reminders whose time has come, the oldest first, and not said yet."""

    def next_reminder(self) -> datetime | None:
        """When the first of those that are not said yet is due; None when there is none."""

    def reminded(self, reminder: Reminder, now: datetime) -> bool:
        """Count a reminder as said; False when somebody was quicker, or when it was dropped."""

    def keep_receipt(self, receipt: Receipt) -> bool:
        """Keep a receipt; False when its code is taken by another talk's answer."""

    def receipt(self, code: str) -> Receipt | None:
        """The receipt with this code, or None."""

    def newest_receipt(self, conversation: str) -> str:
        """The code of the newest receipt of this talk, or empty."""
