"""What went wrong in a call of Slack's decides whether it is repeated, looked up or given up."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import OutcomeUnknown, Refused, SurfaceError, TryLater
from bot.slack.calls import Answered, answered, looked_up, rest, verdict


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (429, "ratelimited", TryLater),
        (200, "ratelimited", TryLater),
        (429, "", TryLater),
        (200, "channel_not_found", Refused),
        (404, "not_found", Refused),
        (200, "invalid_auth", Refused),
        (200, "fatal_error", OutcomeUnknown),
        (200, "internal_error", OutcomeUnknown),
        (500, "channel_not_found", OutcomeUnknown),
        (503, "", OutcomeUnknown),
        (200, "", OutcomeUnknown),
    ],
)
def test_a_status_and_a_code_say_what_to_do(status: int, code: str, kind: type[SurfaceError]) -> None:
    assert type(verdict(status, code, {})) is kind


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7), ("0", 1), ("-4", 1), ("99999", 300), ("2.5", 2.5), ("soon", 30), ("nan", 30), ("inf", 30)],
)
def test_the_wait_is_what_slack_asks_within_reason(header: str, seconds: float) -> None:
    assert rest({"retry-after": header}) == seconds


def test_without_a_header_the_wait_is_half_a_minute() -> None:
    assert rest({}) == 30


async def raising(error: Exception) -> Answered:
    """A call that fails."""
    raise error


def refusal(status: int, data: object, headers: dict[str, str] | None = None) -> SlackApiError:
    """What the library raises for such an answer."""
    response = AsyncSlackResponse(
        client=AsyncWebClient(), http_verb="POST", api_url="x", req_args={}, data=data,  # type: ignore[arg-type]
        headers=headers or {}, status_code=status,
    )  # fmt: skip
    return SlackApiError("failed", response)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (refusal(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "9"}), TryLater),
        (refusal(200, {"ok": False, "error": "is_archived"}), Refused),
        (refusal(503, {}), OutcomeUnknown),
        (refusal(500, "plain words"), OutcomeUnknown),
        (TimeoutError(), OutcomeUnknown),
        (aiohttp.ServerDisconnectedError(), OutcomeUnknown),
        (ConnectionResetError(), OutcomeUnknown),
        (AttributeError("str has no get"), OutcomeUnknown),
    ],
)
async def test_a_failure_means_one_of_three_things(error: Exception, kind: type[SurfaceError]) -> None:
    with pytest.raises(kind):
        await answered(raising(error))


async def test_a_call_that_only_reads_is_simply_made_again() -> None:
    with pytest.raises(TryLater):
        await looked_up(raising(TimeoutError()))


async def test_the_wait_of_a_limit_is_kept() -> None:
    limit = refusal(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "9"})
    with pytest.raises(TryLater) as found:
        await answered(raising(limit))
    assert found.value.seconds == 9
