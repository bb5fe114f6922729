"""Flow versions by their fingerprint, so that an answer given long ago can be shown again."""

from sqlalchemy import Connection, bindparam, select

from bot.storage.once import insert_once
from bot.storage.tables import flow_versions

_table = flow_versions
_KEEP = insert_once(_table, ("court", "fingerprint", "flow", "text"), "fingerprint")
_TEXT = select(_table.c.text).where(
    _table.c.court == bindparam("of_court"), _table.c.fingerprint == bindparam("of_fingerprint")
)


def keep(connection: Connection, court: str, fingerprint: str, flow: str, text: str) -> None:
    """Keep a version of a flow, unless it is kept already."""
    connection.execute(_KEEP, {"court": court, "fingerprint": fingerprint, "flow": flow, "text": text})


def text(connection: Connection, court: str, fingerprint: str) -> str | None:
    """The text kept for a fingerprint, or None."""
    found: str | None = connection.execute(
        _TEXT, {"of_court": court, "of_fingerprint": fingerprint}
    ).scalar_one_or_none()
    return found
