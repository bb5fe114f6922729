"""What happened, in the past tense: names and ids, never words."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select

from bot.engine.outcome import Event
from bot.storage.shapes import mapping, write
from bot.storage.tables import events

_APPEND = insert(events)
_READ = (
    select(events.c.name, events.c.data)
    .where(events.c.court == bindparam("of_court"), events.c.conversation == bindparam("of_conversation"))
    .order_by(events.c.id)
)


def append(
    connection: Connection, court: str, conversation: tuple[str, int], happened: Sequence[Event], at: int
) -> None:
    """Append the events of one turn; `conversation` is its key and the number of the talk."""
    if not happened:
        return
    key, talk = conversation
    rows = [
        {
            "court": court,
            "conversation": key,
            "talk": talk,
            "name": event.name,
            "data": write(dict(event.data)),
            "at": at,
        }
        for event in happened
    ]
    connection.execute(_APPEND, rows)


def read(connection: Connection, court: str, conversation: str) -> Sequence[Event]:
    """What was recorded of a conversation, oldest first."""
    rows = connection.execute(_READ, {"of_court": court, "of_conversation": conversation})
    return [Event(row.name, mapping(row.data)) for row in rows]
