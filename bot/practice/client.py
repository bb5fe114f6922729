"""Drives a practice Slack that runs as a process of its own."""

from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.practice.shapes import Json


class ControlFailed(Exception):
    """The practice Slack refused what a test asked; the text says why."""


class ControlClient:
    """`async with ControlClient(url) as slack: await slack.post("say", person="filer", text="hi")`.

    The routes and their arguments are those of the practice Slack's README.
    """

    def __init__(self, url: str) -> None:
        self._root = url.rstrip("/").removesuffix("/control") + "/control/"
        self._client: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._client = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._client:
            await self._client.close()

    async def post(self, act: str, **asked: Any) -> Json:
        """Do something, and get what came of it. Raises `ControlFailed`."""
        return await self._ask("POST", act, json=asked)

    async def get(self, read: str, **asked: Any) -> Json:
        """Read something. Raises `ControlFailed`."""
        return await self._ask("GET", read, params={name: str(one) for name, one in asked.items()})

    async def clear_faults(self) -> Json:
        """Let nothing go wrong any more."""
        return await self._ask("DELETE", "faults")

    async def _ask(self, verb: str, route: str, **about: Any) -> Json:
        if self._client is None:
            raise RuntimeError("use the client in an `async with`")
        async with self._client.request(verb, self._root + route, **about) as response:
            answer: Json = await response.json(content_type=None)
            if response.status != 200:
                raise ControlFailed(answer.get("error", f"status {response.status}"))
            return answer
