"""A notice: what staff put before every reply for a while, such as that the filing system is down."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """One plain sentence of staff, who posted it, and when it is on. All times are aware.

    `by` is a Slack id and `name` what that person is called. Without `until` it is on until staff end it.
    `ended` is set once: when staff ended it or another took its place, and `ended_by` says who; or, with
    nobody in `ended_by`, when its time had run out. `number` is 0 until it is stored.
    """

    text: str
    by: str
    name: str
    since: datetime
    until: datetime | None = None
    ended: datetime | None = None
    ended_by: str = ""
    number: int = 0

    def is_on(self, now: datetime) -> bool:
        """Whether it stands before replies at this moment."""
        return self.ended is None and (self.until is None or now < self.until)
