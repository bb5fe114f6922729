"""Putting messages into channels, changing them and taking them away."""

import copy
from dataclasses import dataclass

from bot.practice.arguments import Arguments
from bot.practice.channels import Channel
from bot.practice.clock import microseconds
from bot.practice.deliveries import Delivery, Kind
from bot.practice.envelopes import event_envelope, hidden_event, message_event
from bot.practice.limits import block_problems
from bot.practice.messages import StoredMessage
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json, as_objects, compact
from bot.practice.world import Ephemeral, World

LONGEST_TEXT = 40_000
"""Longer text is cut off (docs.slack.dev, chat.postMessage)."""
LONGEST_UPDATE = 4_000
"""Longer text is refused by chat.update (docs.slack.dev)."""
LONGEST_BLOCKS = 13_000
"""All blocks as JSON. Slack publishes no number; refusals were seen from about 13,170 characters
on (slackapi/bolt-js issues 2509 and 2867), so this is a little less."""
LONGEST_METADATA = 8_000
"""Slack publishes no number; this is the stand-in's."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a message is to say: checked content, and metadata when it was given."""

    content: Json
    metadata: Json | None = None


def read_words(arguments: Arguments) -> Words:
    """The text, blocks, attachments and metadata of a call.

    Raises `SlackRefusal`: `no_text`, `invalid_blocks_format`, `invalid_blocks`,
    `msg_blocks_too_long`, `invalid_metadata_format`, `metadata_too_large`, `too_many_attachments`,
    `markdown_text_conflict` or `msg_too_long`.
    """
    content: Json = {}
    if arguments.has("text"):
        content["text"] = arguments.text("text")[:LONGEST_TEXT]
    blocks = arguments.structure("blocks", "invalid_blocks_format")
    if blocks is not None:
        content["blocks"] = check_blocks(blocks)
    attachments = arguments.structure("attachments", "invalid_attachments")
    if attachments:
        content["attachments"] = attachments
        if len(as_objects(attachments)) > 100:
            raise SlackRefusal("too_many_attachments")
    _read_markdown(arguments, content)
    if not (content.get("text") or content.get("blocks") or content.get("attachments")):
        raise SlackRefusal("no_text")
    return Words(content, read_metadata(arguments))


def check_blocks(blocks: object) -> list[Json]:
    """A message's blocks, if Slack would take them. Raises `SlackRefusal` when not."""
    if not isinstance(blocks, list) or not all(isinstance(one, dict) for one in blocks):
        raise SlackRefusal("invalid_blocks_format")
    problems = block_problems(blocks)
    if problems:
        told = {"messages": [f"[ERROR] {one}" for one in problems]}
        raise SlackRefusal("invalid_blocks", errors=problems, response_metadata=told)
    if len(compact(blocks)) > LONGEST_BLOCKS:
        raise SlackRefusal("msg_blocks_too_long")
    return copy.deepcopy(blocks)


def read_metadata(arguments: Arguments) -> Json | None:
    """The message's metadata: `event_type` and `event_payload`."""
    metadata = arguments.structure("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise SlackRefusal("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload", {}), dict):
        raise SlackRefusal("invalid_metadata_schema")
    if len(compact(metadata)) > LONGEST_METADATA:
        raise SlackRefusal("metadata_too_large")
    return metadata


def post(world: World, channel: Channel, words: Words, **about: object) -> StoredMessage:
    """Store a message of the app, and send the app its event."""
    message = _new_message(world, channel, words, about)
    channel.add(message)
    message.keep("posted", world.clock.now())
    echo(world, channel, message_event(channel, message.as_slack(with_metadata=True)))
    return message


def whisper(world: World, channel: Channel, person: str, words: Words) -> StoredMessage:
    """Show a message to one person alone; it stands in no history."""
    message = _new_message(world, channel, words, {"is_ephemeral": True})
    message.keep("posted", world.clock.now())
    world.ephemerals.append(Ephemeral(person, message))
    return message


def change(world: World, message: StoredMessage, words: Words, how: str) -> None:
    """Let a message of the app say something else, and send the app its event.

    Slack marks an update as edited only when it shows no blocks (docs.slack.dev, chat.update).
    """
    previous = message.as_slack()
    message.content = message.content | name_blocks(world, words.content)
    if how == "updated" and not message.content.get("blocks"):
        message.content["edited"] = {"user": world.app.person, "ts": world.clock.next_ts()}
    if words.metadata is not None:
        message.metadata = words.metadata
    message.keep(how, world.clock.now())
    channel = world.workspace.channels[message.channel]
    told = {"message": message.as_slack(), "previous_message": previous}
    echo(world, channel, hidden_event(channel, "message_changed", world.clock.next_ts(), **told))


def remove(world: World, message: StoredMessage) -> None:
    """Delete a message of the app, and send the app its event."""
    channel = world.workspace.channels[message.channel]
    channel.remove(message.ts)
    message.keep("deleted", world.clock.now())
    told = {"deleted_ts": message.ts, "previous_message": message.as_slack()}
    echo(world, channel, hidden_event(channel, "message_deleted", world.clock.next_ts(), **told))


def echo(world: World, channel: Channel, event: Json) -> None:
    """Send the app an event about its own message, as Slack does."""
    if world.settings.echo:
        send_event(world, event, "echo")


def send_event(world: World, event: Json, kind: Kind = "event") -> Delivery:
    """Send the app an event about anything."""
    about = event.get("item") if isinstance(event.get("item"), dict) else event
    where = (str(about.get("channel", "")), str(event.get("ts", ""))) if about else ("", "")
    return world.postman.send(kind, event_envelope(world, event), *where)


def name_blocks(world: World, content: Json) -> Json:
    """The content with a `block_id` on each block, as Slack gives one where there is none."""
    if "blocks" not in content:
        return content
    blocks = [{"block_id": f"practice{world.number():05x}", **one} for one in content["blocks"]]
    return content | {"blocks": blocks}


def read_thread(arguments: Arguments) -> Json:
    """`thread_ts` and `reply_broadcast` of a call. Raises `SlackRefusal`: `invalid_thread_ts`."""
    thread = arguments.text("thread_ts")
    if not thread:
        return {}
    try:
        microseconds(thread)
    except ValueError:
        raise SlackRefusal("invalid_thread_ts") from None
    if arguments.flag("reply_broadcast"):
        return {"thread_ts": thread, "subtype": "thread_broadcast"}
    return {"thread_ts": thread}


def _read_markdown(arguments: Arguments, content: Json) -> None:
    markdown = arguments.text("markdown_text")
    if not markdown:
        return
    if content:
        raise SlackRefusal("markdown_text_conflict")
    if len(markdown) > 12_000:
        raise SlackRefusal("msg_too_long")
    content["text"] = markdown


def _new_message(world: World, channel: Channel, words: Words, about: dict[str, object]) -> StoredMessage:
    team, app = world.workspace.team, world.app
    ts = world.clock.next_ts()
    content: Json = {
        "type": "message",
        "user": app.person,
        "bot_id": app.bot_id,
        "app_id": app.app_id,
        "team": team,
        "bot_profile": app.bot_profile(team),
        "ts": ts,
        "text": "",
        **name_blocks(world, words.content),
        **about,
    }
    return StoredMessage(channel.id, ts, content, words.metadata)
