"""One connection of Socket Mode: opened within a time, known to be alive, closed without waiting for ever.

Source: docs.slack.dev, "Using Socket Mode": an address works once; Slack greets with `hello`, and announces
the end with `disconnect`.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import ClientWebSocketResponse, WSMessage
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SurfaceError
from bot.service.figures import Figures
from bot.slack.calls import looked_up
from bot.slack.quiet import silent
from bot.slack.wire import text_of

CONNECT_SECONDS = 20.0
PING_SECONDS = 5.0
CLOSE_SECONDS = 2.0

UNWANTED = {
    "too_many_websockets": "too many programs use the app-level token",
    "link_disabled": "the app's Socket Mode is switched off",
}
"""Why Slack ends a connection and does not want another at once."""

Take = Callable[[SocketModeClient, SocketModeRequest], Awaitable[None]]

log = logging.getLogger(__name__)


class _Client(SocketModeClient):
    """The library's client, that goes nowhere once it is closed."""

    async def connect_to_new_endpoint(self, force: bool = False) -> None:
        if not self.closed:
            await super().connect_to_new_endpoint(force)


class Connection:
    """The library's client, which may follow Slack to another address when asked to, and does no more.

    Left to itself the library tries a lost address for ever, and takes a silent connection for a good one.
    """

    def __init__(self, web: AsyncWebClient, app_token: str, take: Take, figures: Figures) -> None:
        """Make it ready, within a running loop; nothing is connected before `open`."""
        self._figures = figures
        self._greeted: ClientWebSocketResponse | None = None
        self._hello = asyncio.Event()
        self._client = _Client(
            app_token=app_token,
            logger=silent("slack_sdk.socket_mode"),
            web_client=web,
            auto_reconnect_enabled=False,
            ping_interval=PING_SECONDS,
            on_message_listeners=[self._hear],
        )
        self._client.socket_mode_request_listeners.append(take)  # type: ignore[arg-type]

    async def open(self) -> None:
        """Connect and be greeted.

        Raises Refused for a token that Slack does not take, TryLater or SurfaceError when it is out of reach.
        The address is asked for here because the library would ask for ever with a bad token.
        """
        client = self._client
        told = await looked_up(client.web_client.apps_connections_open(app_token=client.app_token))
        client.wss_uri = text_of(told, "url")
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await client.connect()  # type: ignore[no-untyped-call]
                await self._hello.wait()
        except TimeoutError as error:
            raise SurfaceError(
                "Slack's Socket Mode address does not answer.", "Open port 443 to Slack in the firewall."
            ) from error

    async def is_alive(self) -> bool:
        """Whether this connection was greeted, is open, and answers pings."""
        client = self._client
        return client.current_session is self._greeted is not None and await client.is_connected()

    async def close(self) -> None:
        """Disconnect; the other side is not waited for long."""
        self._client.closed = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._client.disconnect(), CLOSE_SECONDS)  # type: ignore[no-untyped-call]
        await self._client.aiohttp_client_session.close()
        await self._client.close()  # type: ignore[no-untyped-call]

    async def _hear(self, message: WSMessage) -> None:
        """Slack's own words about the connection; deliveries, which carry an envelope, go elsewhere."""
        if "envelope_id" in message.data:
            return
        with suppress(ValueError, AttributeError):
            told = json.loads(message.data)
            if told.get("type") == "hello":
                self._greeted = self._client.current_session
                self._hello.set()
                self._figures.connected()
            elif told.get("type") == "disconnect":
                self._told_to_go(text_of(told, "reason"))

    def _told_to_go(self, reason: str) -> None:
        """Mostly it is a change of servers, and the library follows at once; not so when we are unwanted."""
        if reason in UNWANTED:
            log.error("%s reason=%s", UNWANTED[reason], reason)
            self._client.closed = True
