"""Who may speak to the practice Slack: programs and pages of this machine, and no page of the web."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

OURS = frozenset({"127.0.0.1", "localhost"})
ELSEWHERE = frozenset({"cross-site", "same-site"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def loopback_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse (403) a request that a page of another origin made, also behind a name that was rebound.

    A browser always sends `Host`, `Origin` with what another page posts, and `Sec-Fetch-Site` with what it
    shows or links to; a program sends neither of the two. A link to the page itself may be followed.
    """
    if _hostname(f"//{request.host}") not in OURS:
        raise web.HTTPForbidden(text="This address is for this machine alone.")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        raise web.HTTPForbidden(text="Another page may not do this.")
    if request.headers.get("Sec-Fetch-Site") in ELSEWHERE and not _is_link(request):
        raise web.HTTPForbidden(text="Another page may not do this.")
    return await handler(request)


def must_be_json(request: web.Request) -> None:
    """Refuse (415) a body that a plain form could send."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="Send application/json.")


def _is_link(request: web.Request) -> bool:
    return request.path == "/" and request.headers.get("Sec-Fetch-Mode") == "navigate"


def _hostname(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
