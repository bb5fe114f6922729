"""The page's routes, as a browser on this machine uses them."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.practice import PracticeSlack

Json = dict[str, Any]


class Browser:
    """One browser at the page of a practice Slack."""

    def __init__(self, slack: PracticeSlack, session: aiohttp.ClientSession) -> None:
        self.url = slack.url
        self.session = session

    async def post(self, path: str, body: Json, **headers: str) -> tuple[int, Json]:
        """Do something: the status and the answer."""
        async with self.session.post(f"{self.url}/page/{path}", json=body, headers=headers) as answer:
            return answer.status, json.loads(await answer.text())

    async def act(self, name: str, person: str = "filer", **fields: Any) -> tuple[int, Json]:
        """Do something as a person."""
        return await self.post(f"act/{name}", {"person": person, **fields})

    @asynccontextmanager
    async def watching(
        self, filer: str = "filer", staff: str = "staff"
    ) -> AsyncIterator[AsyncIterator[Json]]:
        """The states that the live line tells, one after the other."""
        where = f"{self.url}/page/live?filer={filer}&staff={staff}"
        async with self.session.get(where) as answer:
            yield _states(answer.content)

    async def state(self, filer: str = "filer", staff: str = "staff") -> Json:
        """What the page shows now."""
        async with self.watching(filer, staff) as states:
            return await anext(states)


async def _states(content: aiohttp.StreamReader) -> AsyncIterator[Json]:
    async for line in content:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def texts(seen: Json, channel: str = "") -> list[str]:
    """What stands in a person's direct message with the app, or in a channel."""
    places = [
        one for one in seen["channels"] if one["id"] == channel or (not channel and one["kind"] == "im")
    ]
    return [message.get("text", "") for place in places for message in place["messages"]]
