"""One call of Slack's Web API, and what its failure means for whoever made it.

Sources: docs.slack.dev, "Rate limits" (429, Retry-After) and the error tables of the methods:
`fatal_error` and `internal_error` may have taken effect in part.
"""

import math
from collections.abc import Awaitable, Mapping
from typing import Any, Protocol

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.errors import OutcomeUnknown, Refused, SurfaceError, TryLater
from bot.service.refusals import MAY_HAVE_TAKEN_EFFECT
from bot.slack.wire import Json

LONGEST_REST = 300.0
USUAL_REST = 30.0
NO_CONNECTION = 2.0
LIMITED = frozenset({"ratelimited", "rate_limited"})

UNREACHED, UNANSWERED, NOT_SLACKS = "unreached", "unanswered", "not_slacks_answer"
"""In the place of a code: no connection, no answer that was understood, an answer of somebody between."""


class Answered(Protocol):
    """What the SDK gives back of a call that went well."""

    @property
    def data(self) -> dict[str, Any] | bytes:
        """The body of the answer."""


async def answered(call: Awaitable[Answered]) -> Json:
    """The answer of a call that changes something.

    Raises TryLater when nothing was done, Refused when nothing will be done, and OutcomeUnknown when nobody
    knows whether it was done.
    """
    try:
        data = (await call).data
    except SlackApiError as error:
        raise meaning(error) from error
    except aiohttp.ClientConnectorError as error:
        raise TryLater(NO_CONNECTION) from error
    except (aiohttp.ClientError, TimeoutError, OSError, AttributeError, ValueError) as error:
        raise OutcomeUnknown(f"No answer was understood: {type(error).__name__}.") from error
    if not isinstance(data, dict):
        raise OutcomeUnknown("The answer was no JSON object.")
    return data


async def looked_up(call: Awaitable[Answered]) -> Json:
    """The answer of a call that only reads, or that may be repeated at will. Raises TryLater or Refused."""
    try:
        return await answered(call)
    except OutcomeUnknown as error:
        raise TryLater(NO_CONNECTION) from error


def meaning(error: SlackApiError) -> SurfaceError:
    """What an error of Slack's asks of us."""
    response = error.response
    status = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    return verdict(int(status), _said(error), getattr(response, "headers", None) or {})


def code_of(error: Exception) -> str:
    """What kept a call from going well, in one word: Slack's own code, or why there is none."""
    if isinstance(error, SlackApiError):
        return _said(error) or NOT_SLACKS
    return UNREACHED if isinstance(error, aiohttp.ClientConnectorError) else UNANSWERED


def _said(error: SlackApiError) -> str:
    """The code that Slack gave, or empty."""
    data = getattr(error.response, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def verdict(status: int, code: str, headers: Mapping[str, str]) -> SurfaceError:
    """What a status and a code ask of us; no code at all means that no part of Slack's own answered."""
    if status == 429 or code in LIMITED:
        return TryLater(rest(headers))
    if status >= 500 or code in MAY_HAVE_TAKEN_EFFECT or not code:
        return OutcomeUnknown(f"{status} {code or '-'}")
    return Refused(code)


def rest(headers: Mapping[str, str]) -> float:
    """The seconds of `Retry-After`, within reason; half a minute when the header makes no sense."""
    found = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    try:
        seconds = float(found)
    except ValueError:
        return USUAL_REST
    return min(max(seconds, 1.0), LONGEST_REST) if math.isfinite(seconds) else USUAL_REST
