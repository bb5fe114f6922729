"""Socket Mode: Slack's deliveries over a connection that we open, for a machine behind a firewall."""

import asyncio
import logging

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.errors import Refused, SettingsError, SurfaceError
from bot.slack.calls import looked_up
from bot.slack.quiet import silent
from bot.slack.wire import text_of

CONNECT_SECONDS = 20.0
PING_SECONDS = 5.0

log = logging.getLogger(__name__)


class Socket(AsyncSocketModeHandler):
    """Bolt's handler, with a beginning that fails at once when it must, and an end that loses no answer."""

    def __init__(self, app: AsyncApp, app_token: str) -> None:
        """Make it ready; nothing is connected before `open`."""
        super().__init__(app, app_token, logger=silent("slack_sdk.socket_mode"), ping_interval=PING_SECONDS)
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def open(self) -> None:
        """Connect. Raises SettingsError for a token that Slack does not take, SurfaceError when out of reach.

        The address is asked for here because the library would ask for ever with a bad token.
        """
        try:
            told = await looked_up(self.client.web_client.apps_connections_open(app_token=self.app_token))
        except Refused as error:
            raise SettingsError(
                f"Slack does not take SLACK_APP_TOKEN: {error.code}.",
                "Copy the app-level token (xapp-, connections:write), and switch Socket Mode on for the app.",
            ) from error
        self.client.wss_uri = text_of(told, "url")
        try:
            await asyncio.wait_for(self.client.connect(), CONNECT_SECONDS)  # type: ignore[no-untyped-call]
        except TimeoutError as error:
            raise SurfaceError(
                "Slack's Socket Mode address does not answer.", "Open port 443 to Slack in the firewall."
            ) from error

    async def watch(self) -> None:
        """Until cancelled: where no connection comes back, let the library ask Slack for another address.

        Left alone it tries a lost address for ever, and an address works only once.
        """
        while True:
            await asyncio.sleep(PING_SECONDS)
            if not await self.is_connected():
                log.warning("not connected to Slack")
                self.client.wss_uri = None

    async def is_connected(self) -> bool:
        """Whether the connection is alive; the library's own answer must be awaited to mean anything."""
        return bool(await self.client.is_connected())

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """One delivery; counted, so that the end can wait until its answer has left."""
        self._running += 1
        self._idle.clear()
        try:
            response = await run_async_bolt_app(self.app, req)
            await send_async_response(client, req, response, 0)
        except (ConnectionError, SlackApiError, RuntimeError) as error:
            log.warning("not acknowledged error=%s", type(error).__name__)
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()

    async def close(self, seconds: float) -> None:
        """Let the deliveries that are being handled be answered, at most so long, then disconnect."""
        self.client.auto_reconnect_enabled = False
        self.client.default_auto_reconnect_enabled = False
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            log.warning("stopped while deliveries were being handled count=%s", self._running)
        await self.close_async()  # type: ignore[no-untyped-call]
