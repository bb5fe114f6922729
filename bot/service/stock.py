"""How much is kept at a moment, in numbers, for health and figures."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stock:
    """What a store holds now.

    `waiting` rows are in the outbox, the oldest of them `oldest` seconds old. `overdue` is how long, in
    seconds, the one that should have gone first has been due; a row that Slack made wait is not due. `cases`
    counts those that are not closed, by state. `letters` is the number of dead letters. `unsaid` is how
    long, in seconds, the oldest reminder that is due has not been said.
    """

    waiting: int
    oldest: float
    overdue: float
    cases: Mapping[str, int]
    letters: int
    unsaid: float = 0.0
