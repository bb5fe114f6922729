"""Socket Mode: connections, envelopes and acknowledgements.

Source: docs.slack.dev, "Using Socket Mode".
"""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from aiohttp import WSMessage, WSMsgType, web

from bot.practice.deliveries import Attempt, Delivery, Kind, Retry
from bot.practice.faults import Faults
from bot.practice.installed_app import InstalledApp
from bot.practice.settings import PracticeSettings
from bot.practice.shapes import Json, as_object, compact, read_json

ENVELOPES: dict[Kind, str] = {
    "event": "events_api",
    "echo": "events_api",
    "raw": "events_api",
    "interactive": "interactive",
    "command": "slash_commands",
}
REASONS = ("warning", "refresh_requested", "link_disabled")


@dataclass(slots=True)
class Sockets:
    """The app's open connections; each payload goes to any one of them."""

    app: InstalledApp
    settings: PracticeSettings
    faults: Faults
    connections: list[web.WebSocketResponse] = field(default_factory=list)
    tickets: set[str] = field(default_factory=set)
    opened: asyncio.Condition = field(default_factory=asyncio.Condition)
    _waiting: dict[str, asyncio.Future[str]] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def ticket(self) -> str:
        """A one-time pass for one connection."""
        ticket = f"practice-{next(self._numbers)}"
        self.tickets.add(ticket)
        return ticket

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection, from `hello` to its end."""
        ticket = request.query.get("ticket", "")
        if ticket not in self.tickets:
            raise web.HTTPForbidden(text="this pass was used or never given")
        self.tickets.discard(ticket)
        if len(self.connections) >= self.settings.max_connections:
            raise web.HTTPTooManyRequests(text="too_many_websockets")
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        await self._greet(socket)
        try:
            async for message in socket:
                await self._hear(socket, message)
        finally:
            self._forget(socket)
        return socket

    async def wait_for(self, number: int) -> None:
        """Wait until the app holds `number` connections at least."""
        async with self.opened:
            await self.opened.wait_for(lambda: len(self.connections) >= number)

    async def carry(self, delivery: Delivery, retry: Retry | None = None) -> Attempt:
        """Send it once as an envelope and wait for its acknowledgement."""
        number = retry.number if retry else 0
        sent_at = time.time()
        envelope = self._envelope(delivery, retry)
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = answer
        try:
            if not await self._send(envelope):
                return Attempt("socket", number, sent_at, time.time(), failure="connection_failed")
            body = await asyncio.wait_for(answer, self.settings.ack_seconds)
            return Attempt("socket", number, sent_at, time.time(), 200, body)
        except TimeoutError:
            return Attempt("socket", number, sent_at, time.time(), failure="timeout")
        finally:
            self._waiting.pop(envelope["envelope_id"], None)

    async def disconnect(self, reason: str = "refresh_requested", after: float = 0) -> int:
        """Tell every connection to go, and close it `after` seconds later. Says how many.

        `reason` is `warning`, `refresh_requested` or `link_disabled`; the last also switches
        Socket Mode off, as in the app's configuration. Raises `ValueError` for another.
        """
        if reason not in REASONS:
            raise ValueError(f"no such reason: {reason}; there are {REASONS}")
        if reason == "link_disabled":
            self.app.socket_mode = False
        leaving = list(self.connections)
        told = compact({"type": "disconnect", "reason": reason, "debug_info": {"host": "practice"}})
        for socket in leaving:
            with suppress(ConnectionError):
                await socket.send_str(told)
        await asyncio.sleep(after)
        await asyncio.gather(*(socket.close() for socket in leaving))
        return len(leaving)

    def drop(self) -> int:
        """Cut every connection without a word. Says how many."""
        leaving = list(self.connections)
        for socket in leaving:
            self._forget(socket)
            writer = socket._writer
            if writer is not None and writer.transport is not None:
                writer.transport.abort()
        return len(leaving)

    async def stop(self) -> None:
        """Close all connections."""
        await asyncio.gather(*(socket.close() for socket in list(self.connections)))

    async def _greet(self, socket: web.WebSocketResponse) -> None:
        self.connections.append(socket)
        await socket.send_str(
            compact(
                {
                    "type": "hello",
                    "num_connections": len(self.connections),
                    "connection_info": {"app_id": self.app.app_id},
                    "debug_info": {"host": "practice", "approximate_connection_time": 3600},
                }
            )
        )
        async with self.opened:
            self.opened.notify_all()

    async def _hear(self, socket: web.WebSocketResponse, message: WSMessage) -> None:
        if message.type == WSMsgType.PING and not self.faults.mute:
            await socket.pong(message.data)
        elif message.type == WSMsgType.TEXT:
            said = as_object(read_json(message.data))
            waiting = self._waiting.get(str(said.get("envelope_id")))
            if waiting and not waiting.done():
                body = said.get("payload")
                waiting.set_result(compact(body) if body else "")

    async def _send(self, envelope: Json) -> bool:
        for _ in range(len(self.connections)):
            socket = self.connections.pop(0)
            self.connections.append(socket)
            if socket.closed:
                continue
            with suppress(ConnectionError):
                await socket.send_str(compact(envelope))
                return True
        return False

    def _envelope(self, delivery: Delivery, retry: Retry | None) -> Json:
        kind = ENVELOPES[delivery.kind]
        told: Json = {
            "envelope_id": f"practice-envelope-{next(self._numbers)}",
            "type": kind,
            "payload": delivery.body,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            told["retry_attempt"] = retry.number if retry else 0
            told["retry_reason"] = retry.reason if retry else ""
        return told

    def _forget(self, socket: web.WebSocketResponse) -> None:
        if socket in self.connections:
            self.connections.remove(socket)
