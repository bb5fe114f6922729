"""The gate before Slack's requests: shape, size, age and signature, before a byte of the body is parsed.

What is refused here has touched nothing: no database, no log of its content, no library.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.errors import SettingsError
from bot.web.signature import is_recent, is_shaped, is_signed

LARGEST_BODY = 1024 * 1024
BODY_SECONDS = 10.0
"""How long a body may take to come: Slack waits three seconds for the whole answer."""
CONTENT_TYPES = ("application/json", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class Refusal(Exception):
    """A request that goes no further. `reason` is a word for the figures; nothing of the request."""

    status: int
    reason: str


class Gate:
    """ASGI middleware that lets only Slack's own, recent and reasonable requests through.

    `now` gives seconds since 1970. Raises SettingsError without a secret: nobody could be told from Slack.
    """

    def __init__(
        self, app: ASGIApp, secret: str, now: Callable[[], float], refused: Callable[[str], None]
    ) -> None:
        if not secret:
            raise SettingsError(
                "SLACK_SIGNING_SECRET is empty.",
                "Copy the signing secret from the app's Basic Information page.",
            )
        self._app = app
        self._secret = secret
        self._now = now
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            body = await self._checked(scope, receive)
        except Refusal as refusal:
            self._refused(refusal.reason)
            await Response(status_code=refusal.status)(scope, receive, send)
            return
        await self._app(scope, _once(body), send)

    async def _checked(self, scope: Scope, receive: Receive) -> bytes:
        """The body of a request that is Slack's. Raises Refusal."""
        headers = Headers(scope=scope)
        if scope["method"] != "POST":
            raise Refusal(405, "method")
        if headers.get("content-type", "").split(";")[0].strip().lower() not in CONTENT_TYPES:
            raise Refusal(400, "content type")
        timestamp = headers.get("x-slack-request-timestamp", "").encode("latin-1")
        signature = headers.get("x-slack-signature", "").encode("latin-1")
        if not is_shaped(timestamp, signature):
            raise Refusal(401, "signature shape")
        if not is_recent(timestamp, self._now()):
            raise Refusal(401, "stale")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > 12:
            raise Refusal(400, "content length")
        if int(length) > LARGEST_BODY:
            raise Refusal(413, "too large")
        body = await _in_time(receive)
        if not is_signed(self._secret, timestamp, body, signature):
            raise Refusal(401, "signature")
        return body


async def _in_time(receive: Receive) -> bytes:
    """The whole body; nobody may hold a connection by sending it slowly."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await _whole(receive)
    except TimeoutError as error:
        raise Refusal(408, "slow") from error


async def _whole(receive: Receive) -> bytes:
    """The streamed body, counted as it comes, whatever its length header said."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refusal(400, "disconnected")
        part = message.get("body", b"")
        size += len(part)
        if size > LARGEST_BODY:
            raise Refusal(413, "too large")
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


def _once(body: bytes) -> Callable[[], Awaitable[Message]]:
    """A receiver that gives the body that has been read already."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    return receive
