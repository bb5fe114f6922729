"""Conversations: read under a lock, saved where the version is the one that was read."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from bot.engine.conversation import Conversation
from bot.errors import SavedElsewhere, Unreadable
from bot.storage import shapes
from bot.storage.once import insert_once
from bot.storage.tables import conversations

_table = conversations
_READ = (
    select(_table)
    .where(_table.c.court == bindparam("of_court"), _table.c.key == bindparam("of_key"))
    .with_for_update()
)
_INSERT = insert_once(_table, tuple(_table.c.keys()), "key")
_CHANGED = [one.name for one in _table.c if one.name not in ("court", "key", "person", "purpose")]
_UPDATE = (
    update(_table)
    .where(
        _table.c.court == bindparam("of_court"),
        _table.c.key == bindparam("of_key"),
        _table.c.version == bindparam("of_version"),
    )
    .values({name: bindparam(name) for name in _CHANGED})
    .returning(_table.c.version)
)
_SET_ASIDE = (
    update(_table)
    .where(_table.c.court == bindparam("of_court"), _table.c.key == bindparam("of_key"))
    .values(key=_table.c.key + bindparam("mark"), purpose=_table.c.purpose + bindparam("mark"), recent="[]")
)


def read(connection: Connection, court: str, key: str) -> Conversation | None:
    """The conversation with this key, locked until the transaction ends, or None. Raises Unreadable."""
    row = connection.execute(_READ, {"of_court": court, "of_key": key}).first()
    try:
        return None if row is None else _conversation(row)
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable(key) from error


def set_aside(connection: Connection, court: str, key: str, at: int) -> None:
    """Keep a conversation under another key, without what was typed, so that its own is free."""
    connection.execute(_SET_ASIDE, {"of_court": court, "of_key": key, "mark": f"#{at}"})


def save(connection: Connection, court: str, conversation: Conversation, at: int) -> None:
    """Keep a conversation. Raises SavedElsewhere if its version is not the stored one."""
    values = _values(conversation, at)
    if conversation.version:
        condition = {"of_court": court, "of_key": conversation.key, "of_version": conversation.version}
        saved = connection.execute(_UPDATE, values | condition).first()
    else:
        own = {
            "court": court,
            "key": conversation.key,
            "person": conversation.person,
            "purpose": conversation.purpose,
        }
        saved = connection.execute(_INSERT, values | own).first()
    if saved is None:
        raise SavedElsewhere(conversation.key)


def _values(one: Conversation, at: int) -> dict[str, Any]:
    return {
        "talk": one.talk,
        "flow": one.flow,
        "fingerprint": one.fingerprint,
        "told": shapes.told_text(one.told),
        "waived": shapes.words_text(one.waived),
        "heard": one.heard,
        "state": one.state,
        "misses": one.misses,
        "doubt": shapes.doubt_text(one.doubt),
        "resuming": one.resuming,
        "ended": one.ended,
        "owner": one.owner,
        "helper": one.helper,
        "case_number": one.case,
        "offered": shapes.pairs_text(one.offered),
        "done": shapes.words_text(one.done),
        "recent": shapes.words_text(one.recent),
        "last_at": one.last_at,
        "version": one.version + 1,
        "saved": at,
    }


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        key=row.key,
        court=row.court,
        person=row.person,
        purpose=row.purpose,
        talk=row.talk,
        flow=row.flow,
        fingerprint=row.fingerprint,
        told=shapes.told(row.told),
        waived=shapes.words(row.waived),
        heard=row.heard,
        state=row.state,
        misses=row.misses,
        doubt=shapes.doubt(row.doubt),
        resuming=row.resuming,
        ended=row.ended,
        owner=row.owner,
        helper=row.helper,
        case=row.case_number,
        offered=shapes.pairs(row.offered),
        done=shapes.words(row.done),
        recent=shapes.words(row.recent),
        last_at=row.last_at,
        version=row.version,
    )
