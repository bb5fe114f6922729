"""The HTTP server: uvicorn with httptools, bounded, started and stopped from within the program."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.errors import SettingsError
from bot.web.patience import PatientProtocol


class _Server(uvicorn.Server):
    """Uvicorn that leaves the signals to the program, and says when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class HttpServer:
    """Serves one application at one address until it is stopped."""

    def __init__(self, app: ASGIApp, host: str, port: int, names: str) -> None:
        """Make it ready; nothing is bound before `start`. `names` are the settings of host and port."""
        self._address = (host, port)
        self._names = names
        self._server = _Server(
            uvicorn.Config(
                app,
                http=PatientProtocol,
                loop="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_keep_alive=75,
            )
        )
        self._serving: asyncio.Task[None] | None = None
        self.port = port

    async def start(self) -> None:
        """Bind and serve. Raises SettingsError when the address cannot be had."""
        try:
            bound = socket.create_server(self._address, backlog=2048)
        except OSError as error:
            host, port = self._address
            raise SettingsError(
                f"The address {host}:{port} cannot be used: {error.strerror}.",
                f"Set {self._names} to a free one.",
            ) from error
        self.port = int(bound.getsockname()[1])
        self._serving = asyncio.create_task(self._server.serve([bound]))
        await self._server.up.wait()

    async def stop(self, seconds: float) -> None:
        """Take no more requests, let those that are being answered be answered, at most so long."""
        if self._serving is None:
            return
        self._server.config.timeout_graceful_shutdown = int(seconds) or 1
        self._server.should_exit = True
        await self._serving
