"""Messages in the direct message with the bot: new, changed, deleted, and all that only look like one.

Subtypes as in docs.slack.dev, "message event"; other bots, Slackbot and our own messages are dropped.
"""

from bot.engine.message import Message
from bot.service.incoming import Incoming
from bot.service.stamps import written_at
from bot.slack.dropped import Dropped
from bot.slack.wire import Json, inner, is_person, text_of
from bot.slack.words import read_words

SAID = ("", "file_share", "me_message", "thread_broadcast")
TOMBSTONE = "tombstone"


def message_event(event: Json, keys: tuple[str, ...], app: str) -> Incoming | Dropped:
    """What a message event of this app says a person did. `keys` are the identities of its delivery."""
    if text_of(event, "channel_type") != "im":
        return Dropped("not a direct message")
    subtype = text_of(event, "subtype")
    if subtype == "message_changed":
        return _changed(event, keys, app)
    if subtype == "message_deleted":
        return _deleted(event, keys, inner(event, "previous_message"), text_of(event, "deleted_ts"))
    if subtype not in SAID:
        return Dropped(f"message.{subtype}")
    if event.get("hidden") is True:
        return Dropped("hidden")
    return _said(event, keys, app)


def _said(event: Json, keys: tuple[str, ...], app: str) -> Incoming | Dropped:
    channel, ts = text_of(event, "channel"), text_of(event, "ts")
    at = written_at(ts)
    reason = _not_a_person(event, app) or ("" if at and channel else "no time")
    if reason:
        return Dropped(reason)
    words = read_words(text_of(event, "text"))
    return Incoming(
        keys=(*keys, f"message:{channel}:{ts}"),
        person=text_of(event, "user"),
        how="said" if words.text else "unreadable",
        message=Message(at, words.text, secrets=words.found),
        channel=channel,
        thread=_thread(event),
    )


def _changed(event: Json, keys: tuple[str, ...], app: str) -> Incoming | Dropped:
    changed, before = inner(event, "message"), inner(event, "previous_message")
    channel, ts = text_of(event, "channel"), text_of(changed, "ts")
    if text_of(changed, "subtype") == TOMBSTONE:
        return _deleted(event, keys, before or changed, ts)
    edited = text_of(inner(changed, "edited"), "ts")
    reason = _not_a_person(changed, app) or _same_words(changed, before, edited)
    if reason:
        return Dropped(reason)
    words = read_words(text_of(changed, "text"))
    return Incoming(
        keys=(*keys, f"edit:{channel}:{ts}:{edited}"),
        person=text_of(changed, "user"),
        how="edited",
        message=Message(written_at(edited), words.text, secrets=words.found),
        channel=channel,
        thread=_thread(changed),
        pressed_at=ts,
        about=f"message:{channel}:{ts}",
    )


def _same_words(changed: Json, before: Json, edited: str) -> str:
    """Why a change is no edit by a person: an unfurled link, or a text that stayed as it was."""
    if not written_at(edited):
        return "not edited by a person"
    unchanged = bool(before) and text_of(before, "text") == text_of(changed, "text")
    return "text unchanged" if unchanged else ""


def _deleted(event: Json, keys: tuple[str, ...], gone: Json, ts: str) -> Incoming | Dropped:
    channel, person = text_of(event, "channel"), text_of(gone, "user")
    if not is_person(person) or text_of(gone, "bot_id"):
        return Dropped("not a person's message")
    at = written_at(text_of(event, "event_ts")) or written_at(text_of(event, "ts")) or written_at(ts)
    return Incoming(
        keys=(*keys, f"delete:{channel}:{ts}"),
        person=person,
        how="deleted",
        message=Message(at),
        channel=channel,
        thread=_thread(gone),
        pressed_at=ts,
        about=f"message:{channel}:{ts}",
    )


def _not_a_person(message: Json, app: str) -> str:
    """Why nobody in particular wrote this, or empty."""
    if text_of(message, "bot_id") or "bot_profile" in message:
        return "bot"
    if app and text_of(message, "app_id") == app:
        return "our own"
    return "" if is_person(text_of(message, "user")) else "no person"


def _thread(message: Json) -> str:
    """The parent of the thread in which this was written, or empty outside a thread."""
    return text_of(message, "thread_ts")
