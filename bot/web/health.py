"""Health and figures for the machines that watch over the bot; no text and no name is in any of them."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.service.checkup import Condition
from bot.web.metrics import CONTENT_TYPE

Look = Callable[[], Awaitable[Condition]]
"""Looks at the program, within about a second."""


def health_app(look: Look, figures: Callable[[Condition], bytes], way: str) -> Starlette:
    """`GET /health/live`, `/health/ready` and `/metrics`.

    `way` is the name, in the answer, of the part by which deliveries reach us: socket or http. `figures`
    makes the text of all figures.
    """

    async def live(_: Request) -> Response:
        return PlainTextResponse("live\n")

    async def ready(_: Request) -> Response:
        condition = await look()
        return JSONResponse(_told(condition, way), status_code=200 if condition.is_ready else 503)

    async def metrics(_: Request) -> Response:
        return Response(figures(await look()), media_type=CONTENT_TYPE)

    return Starlette(
        routes=[Route("/health/live", live), Route("/health/ready", ready), Route("/metrics", metrics)]
    )


def _told(condition: Condition, way: str) -> dict[str, bool | None]:
    """Each part by name, true when it is well; null for the sender's while the database does not say."""
    known = condition.stock is not None
    return {
        "ready": condition.is_ready,
        "database": known,
        way: condition.is_connected,
        "sender": not condition.is_behind if known else None,
        "draining": condition.is_draining,
    }
