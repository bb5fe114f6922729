"""The channel behind a place of the outbox: Slack gives it once, and it is kept."""

from sqlalchemy import Connection, bindparam, select, text

from bot.storage.tables import channels

_KEEP = text(
    "INSERT INTO channels (court, place, channel) VALUES (:court, :place, :channel)"
    " ON CONFLICT (court, place) DO UPDATE SET channel = excluded.channel"
)
_READ = select(channels.c.channel).where(
    channels.c.court == bindparam("of_court"), channels.c.place == bindparam("of_place")
)


def keep(connection: Connection, court: str, place: str, channel: str) -> None:
    """Remember the channel of a place."""
    connection.execute(_KEEP, {"court": court, "place": place, "channel": channel})


def read(connection: Connection, court: str, place: str) -> str:
    """The channel known for a place, or empty."""
    found: str | None = connection.execute(_READ, {"of_court": court, "of_place": place}).scalar_one_or_none()
    return found or ""
