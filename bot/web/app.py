"""Slack over HTTP: one address, behind the gate."""

import time
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.gate import Gate

PATH = "/slack/events"

Answer = Callable[[str, dict[str, str]], Awaitable[tuple[int, str, str]]]
"""What answers a verified request: body and headers in; status, content type and body out."""


def web_app(
    answer: Answer,
    secret: str,
    now: Callable[[], float] = time.time,
    refused: Callable[[str], None] = lambda _: None,
) -> Starlette:
    """The application with its one route. Raises SettingsError when the signing secret is empty.

    `refused` is told why a request was turned away, in a word that holds nothing of it.
    """
    return Starlette(routes=[Route(PATH, Gate(_serving(answer), secret, now, refused))])


def _serving(answer: Answer) -> ASGIApp:
    """What serves a request that the gate let through."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        response = await _response(answer, Request(scope, receive))
        await response(scope, receive, send)

    return serve


async def _response(answer: Answer, request: Request) -> Response:
    try:
        body = (await request.body()).decode("utf-8")
    except UnicodeDecodeError:
        return Response(status_code=400)
    status, kind, said = await answer(body, dict(request.headers))
    return Response(said, status_code=status, media_type=kind)
