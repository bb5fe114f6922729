"""A case as it is kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.engine.clocks import IDLE, Watches
from bot.service.content import Content


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case: a conversation handed to staff. `state` is a state of the case machine.

    `reason` is the id of the hand-over, `topic` the flow it came from: a person has one open case for each.
    `card` is what stands in the staff channel. `answered` is when staff first replied, `spoken` when they
    last did; `heard` is since when the filer waits for them, None when they had the last word. Until
    `snoozed` the case rests. `outcome` says how it ended (solved, returned, withdrawn, gone), `rating` what
    the filer said of it; `held` keeps it from being erased. `watches` time what the court has targets for.
    `version` is 0 until it is stored.
    """

    number: str
    court: str
    person: str
    conversation: str
    reason: str
    urgent: bool
    state: str
    card: Content
    owner: str = ""
    owner_name: str = ""
    card_channel: str = ""
    card_ts: str = ""
    topic: str = ""
    queue: str = ""
    outcome: str = ""
    rating: str = ""
    receipt: str = ""
    held: bool = False
    opened: datetime | None = None
    answered: datetime | None = None
    heard: datetime | None = None
    spoken: datetime | None = None
    snoozed: datetime | None = None
    closed: datetime | None = None
    watches: Watches = IDLE
    version: int = 0
