"""What an app may send to a response URL.

Source: docs.slack.dev, "Handling user interaction", on message responses.
"""

from aiohttp import web

from bot.practice.arguments import Arguments
from bot.practice.exchange import Asked, exchange
from bot.practice.posting import Words, change, name_blocks, post, read_words, remove, whisper
from bot.practice.refusal import SlackRefusal
from bot.practice.response_urls import ResponseUrl
from bot.practice.shapes import Json, as_object, read_json
from bot.practice.world import World

METHOD = "response_url"


class ResponseRoute:
    """Takes words for a person, in answer to a press or a command."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One use of a response URL. Refusals have status 404."""
        body = as_object(read_json(await request.text()))
        asked = Asked(METHOD, body, lambda: self._run(request.path, body), refused_status=404)
        return await exchange(self._world, request, asked)

    def _run(self, path: str, body: Json) -> Json:
        link = self._world.response_urls.use(path)
        speak(self._world, link, body)
        return {"ok": True}


def speak(world: World, link: ResponseUrl, body: Json) -> None:
    """Replace, delete or add a message where the link points; to the person alone by default."""
    arguments = Arguments(body)
    if arguments.flag("delete_original"):
        _delete(world, link)
        return
    words = read_words(arguments)
    if arguments.flag("replace_original"):
        _replace(world, link, words)
        return
    channel = world.workspace.channel(link.channel)
    if arguments.text("response_type") == "in_channel":
        thread = arguments.text("thread_ts")
        post(world, channel, words, **({"thread_ts": thread} if thread else {}))
    else:
        whisper(world, channel, link.person, words)


def _replace(world: World, link: ResponseUrl, words: Words) -> None:
    whispered = world.ephemeral(link.ts or "")
    if whispered:
        whispered.message.content |= {"blocks": [], **name_blocks(world, words.content)}
        whispered.message.keep("replaced", world.clock.now())
        return
    message = world.workspace.channel(link.channel).find(link.ts or "")
    if message is None:
        raise SlackRefusal("message_not_found")
    content = {"blocks": [], **words.content}
    change(world, message, Words(content, words.metadata), "replaced")


def _delete(world: World, link: ResponseUrl) -> None:
    whispered = world.ephemeral(link.ts or "")
    if whispered:
        world.ephemerals.remove(whispered)
        return
    message = world.workspace.channel(link.channel).find(link.ts or "")
    if message is None:
        raise SlackRefusal("message_not_found")
    remove(world, message)
