"""What staff write in their channel, in the thread of a card: new, changed, deleted."""

from bot.service.incoming import StaffMessage
from bot.service.stamps import written_at
from bot.slack.dropped import Dropped
from bot.slack.wire import Json, inner, is_person, text_of
from bot.slack.words import read_words

SAID = ("", "me_message", "thread_broadcast", "file_share")
TOMBSTONE = "tombstone"


def thread_message(event: Json, keys: tuple[str, ...], app: str) -> StaffMessage | Dropped:
    """What a message event of a private channel says was written in a thread."""
    subtype = text_of(event, "subtype")
    if subtype == "message_changed":
        changed = inner(event, "message")
        if text_of(changed, "subtype") == TOMBSTONE:
            return _deleted(event, inner(event, "previous_message") or changed, keys)
        return _changed(event, changed, keys, app)
    if subtype == "message_deleted":
        return _deleted(event, inner(event, "previous_message"), keys)
    if subtype not in SAID or event.get("hidden") is True:
        return Dropped(f"message.{subtype}")
    return _said(event, keys, app)


def _said(event: Json, keys: tuple[str, ...], app: str) -> StaffMessage | Dropped:
    channel, ts = text_of(event, "channel"), text_of(event, "ts")
    reason = _no_reply(event, ts, app)
    if reason:
        return Dropped(reason)
    words = read_words(text_of(event, "text"))
    return StaffMessage(
        keys=(*keys, f"message:{channel}:{ts}"),
        staff=text_of(event, "user"),
        name=text_of(event, "user"),
        channel=channel,
        thread=text_of(event, "thread_ts"),
        ts=ts,
        how="said",
        at=written_at(ts),
        text=words.text,
        secrets=words.found,
        files=isinstance(event.get("files"), list),
    )


def _changed(event: Json, changed: Json, keys: tuple[str, ...], app: str) -> StaffMessage | Dropped:
    channel, ts = text_of(event, "channel"), text_of(changed, "ts")
    edited = text_of(inner(changed, "edited"), "ts")
    reason = _no_reply(changed, ts, app) or ("" if written_at(edited) else "not edited by a person")
    if reason:
        return Dropped(reason)
    words = read_words(text_of(changed, "text"))
    return StaffMessage(
        keys=(*keys, f"edit:{channel}:{ts}:{edited}"),
        staff=text_of(changed, "user"),
        name=text_of(changed, "user"),
        channel=channel,
        thread=text_of(changed, "thread_ts"),
        ts=ts,
        how="edited",
        at=written_at(edited),
        text=words.text,
        secrets=words.found,
    )


def _deleted(event: Json, gone: Json, keys: tuple[str, ...]) -> StaffMessage | Dropped:
    channel, person = text_of(event, "channel"), text_of(gone, "user")
    ts = text_of(event, "deleted_ts") or text_of(gone, "ts")
    if not is_person(person) or not written_at(ts):
        return Dropped("not a person's message")
    return StaffMessage(
        keys=(*keys, f"delete:{channel}:{ts}"),
        staff=person,
        name=person,
        channel=channel,
        thread=text_of(gone, "thread_ts"),
        ts=ts,
        how="deleted",
        at=written_at(text_of(event, "event_ts")) or written_at(ts),
    )


def _no_reply(message: Json, ts: str, app: str) -> str:
    """Why this is nothing that a person wrote in a thread, or empty."""
    if text_of(message, "bot_id") or (app and text_of(message, "app_id") == app):
        return "bot"
    if not is_person(text_of(message, "user")):
        return "no person"
    root = text_of(message, "thread_ts")
    return "" if written_at(ts) and root and root != ts else "not in a thread"
