"""What a check has to say: one line for an operator, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import BotError


class Level(StrEnum):
    """How a thing stands. `skipped`: it could not be looked at, and counts as a warning."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: the check, how the thing stands, what is so, and what to do.

    `advice` is empty where all is good. `passes`: it may mend itself, such as Slack being out of reach, so
    that a start may wait for it.
    """

    check: str
    level: Level
    what: str
    advice: str = ""
    passes: bool = False

    @property
    def forbids_start(self) -> bool:
        """Whether `helpdesk serve` refuses to start with this."""
        return self.level is Level.BAD and not self.passes

    def __str__(self) -> str:
        """What is so, and what to do."""
        return f"{self.what} {self.advice}".rstrip()


def good(check: str, what: str) -> Finding:
    """Nothing to do."""
    return Finding(check, Level.GOOD, what)


def warning(check: str, what: str, advice: str) -> Finding:
    """It works, but not as it should."""
    return Finding(check, Level.WARNING, what, advice)


def bad(check: str, what: str, advice: str) -> Finding:
    """It does not work, or is not safe."""
    return Finding(check, Level.BAD, what, advice)


def skipped(check: str, why: str, advice: str = "Mend that first, then run: helpdesk doctor") -> Finding:
    """It could not be looked at, and why."""
    return Finding(check, Level.SKIPPED, why, advice)


def told(check: str, error: BotError) -> Finding:
    """What an error of ours says."""
    return bad(check, error.message, error.advice)
