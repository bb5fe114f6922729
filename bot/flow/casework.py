"""How a court's help desk works its cases, as the court has chosen."""

from dataclasses import dataclass
from datetime import timedelta

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Casework:
    """What a court's file says of its cases; each has a default.

    `queues` are names that staff see, and cases begin in the first; without any there is one queue, and no
    name. `open_replies` turns the rule for threads round: what the owner writes there reaches the filer.
    `lead` is the Slack id of the person who is reminded last, `staff_group` that of a user group whose
    members are staff too; both may be empty. A closed case is reopened for `reopen_within` of plain time.
    """

    queues: tuple[str, ...] = ()
    open_replies: bool = False
    lead: str = ""
    staff_group: str = ""
    reopen_within: timedelta = WEEK


USUAL = Casework()
"""A court that has chosen nothing."""
