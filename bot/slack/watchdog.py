"""The watchdog of Socket Mode: a connection that is dead is noticed and replaced by another."""

import asyncio
import logging
from collections.abc import Callable
from time import monotonic

from bot.errors import BotError, Refused, TryLater
from bot.slack.connection import Connection

CHECK_SECONDS = 1.0
"""How often the connection is looked at. The library's move to another address may take as long."""

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
"""Seconds between two attempts, each time twice as many: Slack limits how often an address may be had."""

ALARM_SECONDS = 300.0
"""How long there may be no connection before the log says an error, once."""

log = logging.getLogger(__name__)


class Watchdog:
    """Keeps one connection alive. `make` gives a new one, not opened yet."""

    def __init__(self, make: Callable[[], Connection]) -> None:
        self._make = make
        self._connection: Connection | None = None
        self._closing: set[asyncio.Task[None]] = set()
        self._connected_at = float("-inf")
        self._pause = 0.0

    async def connect(self) -> None:
        """Take a new connection, and close the one before. Raises Refused or another SurfaceError."""
        before, self._connection = self._connection, self._make()
        if before is not None:
            self._close_aside(before)
        await self._connection.open()
        self._connected_at = monotonic()

    async def is_connected(self) -> bool:
        """Whether the connection is alive."""
        return self._connection is not None and await self._connection.is_alive()

    async def watch(self) -> None:
        """Until cancelled: look, and connect anew where there is no connection."""
        while True:
            await asyncio.sleep(CHECK_SECONDS)
            if not await self.is_connected():
                await self._reconnect()

    async def close(self) -> None:
        """Disconnect."""
        if self._connection is not None:
            self._close_aside(self._connection)
        await asyncio.gather(*self._closing, return_exceptions=True)

    async def _reconnect(self) -> None:
        """Try until there is a connection, ever more rarely; alarm once when it takes long.

        A connection that lives shorter than the longest pause counts as an attempt that failed.
        """
        lost, is_told = monotonic(), False
        if lost - self._connected_at > LONGEST_PAUSE:
            self._pause = 0.0
        log.warning("not connected to Slack")
        wait = self._pause
        while True:
            await asyncio.sleep(wait)
            self._pause = min(max(self._pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
            least = await self._attempt()
            if least is None:
                break
            wait = max(self._pause, least)
            if not is_told and monotonic() - lost + wait >= ALARM_SECONDS:
                log.error("no connection to Slack seconds=%.0f", monotonic() - lost)
                is_told = True
        log.info("connected to Slack again seconds=%.1f", monotonic() - lost)

    async def _attempt(self) -> float | None:
        """None when it worked, else how many seconds to wait at least."""
        try:
            await self.connect()
        except Refused as error:
            log.warning("Slack refuses a connection error=%s", error.code)
        except TryLater as error:
            return error.seconds
        except (BotError, OSError) as error:
            log.warning("no connection error=%s", type(error).__name__)
        else:
            return None
        return 0.0

    def _close_aside(self, connection: Connection) -> None:
        task = asyncio.create_task(connection.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
