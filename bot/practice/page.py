"""The page of the practice workspace: its files, its live state, and what people do there."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from bot.practice.control_acts import add_faults, sockets
from bot.practice.gate import must_be_json
from bot.practice.page_acts import FIELDS, act
from bot.practice.page_margin import traffic
from bot.practice.page_snapshot import seen_by, workspace
from bot.practice.shapes import Json, compact
from bot.practice.world import World

FILES = Path(__file__).with_name("page")
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
LOOK = 0.1
"""Seconds between two looks at the world, while a page is open."""
SILENCE = 15.0
"""Seconds after which a page that had no news is told that the line is open."""
MOST_PEOPLE = 200
FURNISHED = 4
"""The people of a new workspace, without the app's own."""

Inside = Callable[[str], Awaitable[Json]]
Hints = tuple[tuple[str, str], ...]
Do = Callable[[Json], Awaitable[Json]]


async def _nothing(person: str) -> Json:
    return {}


class Page:
    """The page's routes. `inside` tells what the app keeps of a person; `commands` are the hints for a slash.

    `inside` is asked with a person's id whenever something has changed, and gives a JSON object. `commands`
    are pairs of what to type and what it does; staff are shown `staff_commands` as well.
    """

    def __init__(self, world: World) -> None:
        self.inside: Inside = _nothing
        self.commands: Hints = ()
        self.staff_commands: Hints = ()
        self._world = world
        self._closing = asyncio.Event()

    def routes(self) -> Iterable[web.AbstractRouteDef]:
        """`/` and everything under `/page/`."""
        acts = [web.post(f"/page/act/{name}", _doing(self._acting(name))) for name in FIELDS]
        return [
            web.get("/", self._index),
            web.get("/page/files/{name}", self._file),
            web.get("/page/live", self._live),
            web.post("/page/person", _doing(self._new_person)),
            web.post("/page/faults", _doing(self._new_faults)),
            web.post("/page/faults/clear", _doing(self._no_faults)),
            web.post("/page/sockets", _doing(self._sockets)),
            *acts,
        ]

    async def close(self, _: web.Application) -> None:
        """Let go of the pages that are open."""
        self._closing.set()

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return _served("index.html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return _served(request.match_info["name"])

    async def _live(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: the whole state as the two people see it, again whenever it has changed."""
        filer, staff = request.query.get("filer", "filer"), request.query.get("staff", "staff")
        try:
            self._state(filer, staff)
        except LookupError as wrong:
            return _told({"error": str(wrong)}, 404)
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        with suppress(ConnectionResetError):
            await self._tell(response, filer, staff)
        return response

    async def _tell(self, response: web.StreamResponse, filer: str, staff: str) -> None:
        told, silent = "", 0.0
        while not self._closing.is_set():
            state = self._state(filer, staff)
            now = compact(state)
            if now != told:
                inside = await self.inside(str(state["filer"]["me"]))
                await response.write(f"data: {compact({**state, 'inside': inside})}\n\n".encode())
                told, silent = now, 0.0
            elif silent >= SILENCE:
                await response.write(b": open\n\n")
                silent = 0.0
            silent += LOOK
            await self._pause()

    async def _pause(self) -> None:
        try:
            await asyncio.wait_for(self._closing.wait(), LOOK)
        except TimeoutError:
            return

    def _state(self, filer: str, staff: str) -> Json:
        return {
            "workspace": workspace(self._world),
            "commands": {"filer": self.commands, "staff": self.commands + self.staff_commands},
            "filer": seen_by(self._world, filer),
            "staff": seen_by(self._world, staff),
            "traffic": traffic(self._world),
        }

    def _acting(self, name: str) -> Do:
        async def do(asked: Json) -> Json:
            return await act(self._world, name, asked)

        return do

    async def _new_person(self, asked: Json) -> Json:
        """One more filer, whom the app has never met."""
        people = self._world.workspace.people
        if len(people) >= MOST_PEOPLE:
            raise ValueError("there are enough people; end the demo and start it again")
        number = len(people) - FURNISHED
        person = self._world.workspace.add_person(f"new_filer_{number}", real_name=f"New Filer {number}")
        return {"id": person.id}

    async def _new_faults(self, asked: Json) -> Json:
        return await add_faults(self._world, asked)

    async def _no_faults(self, asked: Json) -> Json:
        self._world.faults.clear()
        return {}

    async def _sockets(self, asked: Json) -> Json:
        return await sockets(self._world, asked)


def _doing(do: Do) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A handler of posts: JSON in, JSON out; what cannot be done is said in `error`."""

    async def answer(request: web.Request) -> web.Response:
        must_be_json(request)
        try:
            asked = json.loads(await request.text())
            if not isinstance(asked, dict):
                raise ValueError("send one JSON object")
            return _told(await do(asked))
        except PermissionError as wrong:
            return _told({"error": str(wrong)}, 403)
        except LookupError as wrong:
            return _told({"error": str(wrong)}, 404)
        except (TypeError, ValueError, AttributeError, RecursionError) as wrong:
            return _told({"error": str(wrong)}, 400)

    return answer


def _told(answer: Json, status: int = 200) -> web.Response:
    body = compact(answer)
    return web.Response(text=body, status=status, headers=HEADERS, content_type="application/json")


def _served(name: str) -> web.Response:
    """One of the page's own files; a name with a folder in it is none of them."""
    path = FILES / name
    if path.parent != FILES or path.suffix not in KINDS or not path.is_file():
        return web.Response(status=404, text="There is no such file.", headers=HEADERS)
    text = path.read_text(encoding="utf-8")
    return web.Response(text=text, headers=HEADERS, content_type=KINDS[path.suffix])
