"""How sender and timekeeper go about their work: numbers that a court or a test may change."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast messages may go out, in seconds per message; a burst may go out at once, then it is paid back.

    Slack allows about one message a second in a channel and several hundred a minute in a workspace
    (docs.slack.dev/apis/web-api/rate-limits).
    """

    place: float = 1.0
    place_burst: int = 4
    workspace: float = 0.15
    workspace_burst: int = 60


@dataclass(frozen=True, slots=True)
class Habits:
    """`lease` is how long a row is one sender's own; a delivery is broken off after half of it.

    `at_once` places are served side by side. `poll` is how often the outbox is looked at unasked, `look`
    how often the reminders are. `settle` is how old an attempt must be before "not there" is believed.
    `tries` attempts of unknown outcome bury a row. All in seconds, but for the counts. `alone` says that no
    other process has this database, so that claims found at the start are a dead one's. `look_up` may only be
    turned off to measure what the look-up is good for.
    """

    lease: float = 60.0
    at_once: int = 8
    poll: float = 0.5
    look: float = 15.0
    settle: float = 10.0
    tries: int = 8
    alone: bool = True
    look_up: bool = True
    pace: Pace = Pace()


USUAL = Habits()
"""What holds where nobody says otherwise."""
