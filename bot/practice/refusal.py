"""How the stand-in says no: with Slack's own error codes."""

from typing import Any

from bot.practice.shapes import Json


class SlackRefusal(Exception):
    """A Web API method refused.

    `code` is Slack's error code (`channel_not_found`, ...); `extra` holds further keys of the
    answer (`needed` and `provided` of `missing_scope`, `response_metadata`, ...).
    """

    def __init__(self, code: str, **extra: Any) -> None:
        super().__init__(code)
        self.code = code
        self.extra: Json = extra

    def as_answer(self) -> Json:
        """The JSON that Slack answers, with `ok` false."""
        return {"ok": False, "error": self.code, **self.extra}


def refused_arguments(*messages: str) -> SlackRefusal:
    """The refusal for arguments that make no sense, saying which."""
    told = [f"[ERROR] {message}" for message in messages]
    return SlackRefusal("invalid_arguments", response_metadata={"messages": told})
