"""What is none of the bot's business, and why, in a word that may be logged."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dropped:
    """A body that is acknowledged and forgotten. `reason` names a kind, never what somebody wrote."""

    reason: str
