"""What is counted: a port, so that the use cases know no library of figures.

No figure holds a text, a name, or the id of a person, a conversation or a case.
"""

from typing import Protocol

from bot.service.handled import Handled


class Figures(Protocol):
    """Where counts go. Every method returns at once and raises nothing."""

    def handled(self, handled: Handled) -> None:
        """Somebody did something, and this became of it."""

    def sent(self, act: str, result: str) -> None:
        """An attempt at a delivery (`act`: post, update, replace) ended with this kind of verdict."""

    def refused(self, method: str, code: str) -> None:
        """A call of Slack's Web API failed. `code` is Slack's own, or what kept an answer from coming."""

    def committed(self, seconds: float) -> None:
        """A unit of work was committed, so long after it was asked for."""

    def uncommitted(self) -> None:
        """The database did not take a unit of work."""

    def connected(self) -> None:
        """A Socket Mode connection was greeted by Slack."""


class NoFigures:
    """Counts nothing: for the terminal and for tests of something else."""

    def handled(self, handled: Handled) -> None:
        """Count nothing."""

    def sent(self, act: str, result: str) -> None:
        """Count nothing."""

    def refused(self, method: str, code: str) -> None:
        """Count nothing."""

    def committed(self, seconds: float) -> None:
        """Count nothing."""

    def uncommitted(self) -> None:
        """Count nothing."""

    def connected(self) -> None:
        """Count nothing."""


UNCOUNTED = NoFigures()
"""What holds where nobody counts."""
