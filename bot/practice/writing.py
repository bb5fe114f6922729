"""What people write, edit and delete, as events."""

import html
from uuid import uuid4

from bot.practice.channels import Channel
from bot.practice.envelopes import hidden_event
from bot.practice.messages import StoredMessage
from bot.practice.people import Person
from bot.practice.shapes import Json
from bot.practice.world import World


def write(world: World, person: Person, channel: Channel, fields: Json) -> StoredMessage:
    """Store a message of a person; `fields` are those of the message object."""
    ts = world.clock.next_ts()
    content: Json = {
        "client_msg_id": str(uuid4()),
        "type": "message",
        "user": person.id,
        "team": world.workspace.team,
        **fields,
        "ts": ts,
    }
    message = StoredMessage(channel.id, ts, content)
    channel.add(message)
    message.keep("posted", world.clock.now())
    return message


def rewrite(world: World, channel: Channel, message: StoredMessage, fields: Json) -> Json:
    """Let a person's message say something else; gives the `message_changed` event."""
    previous = message.as_slack()
    edited = {"user": message.content.get("user"), "ts": world.clock.next_ts()}
    message.content = message.content | fields | {"edited": edited}
    message.keep("edited", world.clock.now())
    return hidden_event(
        channel,
        "message_changed",
        world.clock.next_ts(),
        message=message.as_slack(),
        previous_message=previous,
    )


def take_back(world: World, channel: Channel, message: StoredMessage) -> Json:
    """Delete a person's message; a parent with replies leaves a tombstone. Gives the event."""
    previous = message.as_slack()
    message.keep("deleted", world.clock.now())
    ts = world.clock.next_ts()
    if len(channel.thread(message.ts)) > 1:
        message.content = {
            "type": "message",
            "subtype": "tombstone",
            "hidden": True,
            "user": "USLACKBOT",
            "text": "This message was deleted.",
            "ts": message.ts,
            "thread_ts": message.ts,
        }
        now = message.as_slack()
        return hidden_event(channel, "message_changed", ts, message=now, previous_message=previous)
    channel.remove(message.ts)
    return hidden_event(channel, "message_deleted", ts, deleted_ts=message.ts, previous_message=previous)


def typed(text: str) -> Json:
    """The `text` and `blocks` of a message that somebody typed: escaped, and as rich text."""
    if not text:
        return {"text": ""}
    piece: Json = {"type": "text", "text": text}
    section: Json = {"type": "rich_text_section", "elements": [piece]}
    block: Json = {"type": "rich_text", "block_id": "typed", "elements": [section]}
    return {"text": html.escape(text, quote=False), "blocks": [block]}
