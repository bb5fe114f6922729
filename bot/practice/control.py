"""The control API: drives the practice workspace from another process, in JSON."""

import json
from collections.abc import Awaitable, Callable, Iterable

from aiohttp import web

from bot.practice.control_acts import ACTS
from bot.practice.control_reads import READS
from bot.practice.shapes import Json, compact
from bot.practice.world import World

Act = Callable[[World, Json], Awaitable[Json]]
Read = Callable[[World, Json], Json]


def control_routes(world: World) -> Iterable[web.AbstractRouteDef]:
    """`POST /control/ACT`, `GET /control/READ` and `DELETE /control/faults`."""
    routes = [web.post(f"/control/{name}", _acting(world, act)) for name, act in ACTS.items()]
    routes += [web.get(f"/control/{name}", _reading(world, read)) for name, read in READS.items()]
    return [*routes, web.delete("/control/faults", _acting(world, _clear_faults))]


async def _clear_faults(world: World, asked: Json) -> Json:
    world.faults.clear()
    return world.faults.as_json()


def _acting(world: World, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            text = await request.text()
            asked = json.loads(text) if text else {}
            return _told(await act(world, asked))
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as wrong:
            return _told({"error": str(wrong) or repr(wrong)}, 400)

    return answer


def _reading(world: World, read: Read) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            return _told(read(world, dict(request.query)))
        except (LookupError, ValueError) as wrong:
            return _told({"error": str(wrong)}, 400)

    return answer


def _told(answer: Json, status: int = 200) -> web.Response:
    return web.Response(text=compact(answer), status=status, content_type="application/json")
