"""Socket Mode: Slack's deliveries over a connection that we open, for a machine behind a firewall."""

import asyncio
import logging

from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.errors import Refused, SettingsError
from bot.service.figures import UNCOUNTED, Figures
from bot.slack.connection import Connection
from bot.slack.watchdog import Watchdog

log = logging.getLogger(__name__)


class Socket:
    """Takes deliveries, over one connection after the other, and loses no answer at the end."""

    def __init__(self, app: AsyncApp, app_token: str, figures: Figures = UNCOUNTED) -> None:
        """Make it ready; nothing is connected before `open`."""
        self._app = app
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._watchdog = Watchdog(lambda: Connection(app.client, app_token, self._take, figures))

    async def open(self) -> None:
        """Connect. Raises SettingsError for a token Slack does not take, SurfaceError when out of reach."""
        try:
            await self._watchdog.connect()
        except Refused as error:
            raise SettingsError(
                f"Slack does not take SLACK_APP_TOKEN: {error.code}.",
                "Copy the app-level token (xapp-, connections:write), and switch Socket Mode on for the app.",
            ) from error

    async def watch(self) -> None:
        """Until cancelled: notice a dead connection and make another."""
        await self._watchdog.watch()

    async def is_connected(self) -> bool:
        """Whether Slack's deliveries reach us now."""
        return await self._watchdog.is_connected()

    async def close(self, seconds: float) -> None:
        """Let the deliveries that are being handled be answered, at most so long, then disconnect."""
        if self._running:
            try:
                await asyncio.wait_for(self._idle.wait(), seconds)
            except TimeoutError:
                log.warning("stopped while deliveries were being handled count=%s", self._running)
        await self._watchdog.close()

    async def _take(self, client: SocketModeClient, req: SocketModeRequest) -> None:
        """One delivery; counted, so that the end can wait until its answer has left."""
        self._running += 1
        self._idle.clear()
        try:
            response = await run_async_bolt_app(self._app, req)
            await send_async_response(client, req, response, 0)
        except (ConnectionError, SlackApiError, RuntimeError) as error:
            log.warning("not acknowledged error=%s", type(error).__name__)
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()
