"""The Web API: `/api/METHOD`."""

from aiohttp import web

from bot.practice import methods_chat, methods_conversations, methods_people, methods_views
from bot.practice.arguments import Arguments, read_arguments
from bot.practice.exchange import Asked, exchange
from bot.practice.method import Method, authorize
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json
from bot.practice.world import World

METHODS: dict[str, Method] = {
    **methods_chat.METHODS,
    **methods_conversations.METHODS,
    **methods_people.METHODS,
    **methods_views.METHODS,
}


class WebApi:
    """Answers each call as Slack does: always JSON, with `ok`, and an error code when refused."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One call of one method."""
        method = request.match_info["method"]
        try:
            arguments = await read_arguments(request)
        except SlackRefusal as refusal:
            unread = refusal
            return await exchange(self._world, request, Asked(method, {}, lambda: _refuse(unread)))
        asked = Asked(method, arguments.values, lambda: self._run(method, arguments))
        return await exchange(self._world, request, asked)

    def _run(self, name: str, arguments: Arguments) -> Json:
        method = METHODS.get(name)
        if method is None:
            raise SlackRefusal("unknown_method", req_method=name)
        authorize(self._world, method, arguments)
        return method.run(self._world, arguments)


def _refuse(refusal: SlackRefusal) -> Json:
    raise refusal
