"""How long a request may be before it is one: a bound on the time and the size of its headers.

Uvicorn bounds neither with httptools, so that anybody could hold connections, or memory, with headers that
never end. The body has bounds of its own, in `bot.web.gate`.
"""

import asyncio
from typing import cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
LARGEST_HEAD = 32 * 1024
"""Bytes; Slack's headers have about one thousand."""


class PatientProtocol(HttpToolsProtocol):
    """Uvicorn's protocol, which closes a connection whose headers are too slow or too long."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the first request."""
        super().connection_made(cast("asyncio.Transport", transport))
        self._head = 0
        self._impatience: asyncio.TimerHandle | None
        self._impatience = self.loop.call_later(HEAD_SECONDS, transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._at_ease()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        if self._impatience is None:
            self._impatience = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def data_received(self, data: bytes) -> None:
        """Take what came, unless the headers have become too long."""
        if self._impatience is not None:
            self._head += len(data)
        super().data_received(data)
        if self._impatience is not None and self._head > LARGEST_HEAD:
            self.transport.close()

    def on_headers_complete(self) -> None:
        """The headers are whole."""
        self._at_ease()
        super().on_headers_complete()

    def _at_ease(self) -> None:
        self._head = 0
        if self._impatience is not None:
            self._impatience.cancel()
            self._impatience = None
