"""The `chat.*` methods."""

from bot.practice.arguments import Arguments
from bot.practice.messages import StoredMessage
from bot.practice.method import Method, find_channel, joined_channel, writable_channel
from bot.practice.posting import (
    LONGEST_UPDATE,
    change,
    post,
    read_thread,
    read_words,
    remove,
    whisper,
)
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json
from bot.practice.world import World


def post_message(world: World, arguments: Arguments) -> Json:
    """`chat.postMessage`."""
    channel = writable_channel(world, arguments.text("channel"))
    words = read_words(arguments)
    message = post(world, channel, words, **read_thread(arguments))
    told = message.as_slack(with_metadata=True)
    return {"ok": True, "channel": channel.id, "ts": message.ts, "message": told}


def update(world: World, arguments: Arguments) -> Json:
    """`chat.update`. New text without blocks takes the old blocks away; the rest stays.

    Source: docs.slack.dev, chat.update.
    """
    message = _own_message(world, arguments, "cant_update_message")
    if len(arguments.text("text")) > LONGEST_UPDATE:
        raise SlackRefusal("msg_too_long")
    words = read_words(arguments)
    if "text" in words.content:
        words.content.setdefault("blocks", [])
    change(world, message, words, "updated")
    return {
        "ok": True,
        "channel": message.channel,
        "ts": message.ts,
        "text": message.content.get("text", ""),
        "message": message.as_slack(with_metadata=True),
    }


def delete(world: World, arguments: Arguments) -> Json:
    """`chat.delete`."""
    message = _own_message(world, arguments, "cant_delete_message")
    remove(world, message)
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def post_ephemeral(world: World, arguments: Arguments) -> Json:
    """`chat.postEphemeral`."""
    channel = writable_channel(world, arguments.text("channel"))
    person = arguments.needed("user")
    if person not in channel.members:
        raise SlackRefusal("user_not_in_channel")
    message = whisper(world, channel, person, read_words(arguments))
    return {"ok": True, "message_ts": message.ts}


def get_permalink(world: World, arguments: Arguments) -> Json:
    """`chat.getPermalink`."""
    channel = find_channel(world, arguments.needed("channel"))
    ts = arguments.needed("message_ts")
    if channel.find(ts) is None:
        raise SlackRefusal("message_not_found")
    link = f"{world.url}/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"ok": True, "channel": channel.id, "permalink": link}


def _own_message(world: World, arguments: Arguments, refusal: str) -> StoredMessage:
    channel = joined_channel(world, arguments.text("channel"))
    message = channel.find(arguments.needed("ts"))
    if message is None:
        raise SlackRefusal("message_not_found")
    if message.content.get("bot_id") != world.app.bot_id:
        raise SlackRefusal(refusal)
    return message


METHODS = {
    "chat.postMessage": Method(post_message, "chat:write"),
    "chat.update": Method(update, "chat:write"),
    "chat.delete": Method(delete, "chat:write"),
    "chat.postEphemeral": Method(post_ephemeral, "chat:write"),
    "chat.getPermalink": Method(get_permalink),
}
