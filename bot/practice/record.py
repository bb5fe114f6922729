"""Everything the app asked of Slack, in order, and how often."""

from collections import Counter
from dataclasses import dataclass, field

from bot.practice.shapes import Json

MESSAGE_METHODS = frozenset({"chat.postMessage", "chat.postEphemeral", "chat.update", "response_url"})
"""The calls that put words before a person."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Web API method, or one use of a response URL (method `response_url`).

    `at` is in seconds since 1970 and `seconds` what the answer took. `status` 0 means that the
    connection was dropped. `committed` says whether the call changed the workspace; `fault` names
    the fault that was played, if any.
    """

    number: int
    method: str
    arguments: Json
    at: float
    seconds: float
    status: int
    answer: Json
    committed: bool
    fault: str = ""

    def as_json(self) -> Json:
        """The call for the control API."""
        return {
            "number": self.number,
            "method": self.method,
            "arguments": self.arguments,
            "at": self.at,
            "seconds": self.seconds,
            "status": self.status,
            "answer": self.answer,
            "committed": self.committed,
            "fault": self.fault,
        }


@dataclass(slots=True)
class Record:
    """All calls since the start. A mark is the number of calls made so far."""

    calls: list[Call] = field(default_factory=list)

    def mark(self) -> int:
        """Where the record stands now: hand it to `since` or `counted` later."""
        return len(self.calls)

    def since(self, mark: int = 0, until: int | None = None, method: str = "") -> list[Call]:
        """The calls between two marks, of one method when it is named."""
        found = self.calls[mark:until]
        return [one for one in found if one.method == method] if method else found

    def counted(self, since: int = 0, until: int | None = None) -> dict[str, int]:
        """How many calls were made between two marks, by method."""
        return dict(Counter(one.method for one in self.calls[since:until]))

    def counted_messages(self, since: int = 0, until: int | None = None) -> int:
        """How many of them put words before a person."""
        counts = self.counted(since, until)
        return sum(number for method, number in counts.items() if method in MESSAGE_METHODS)
