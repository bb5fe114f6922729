"""Receipts: final answers under a short code, to be shown again."""

from sqlalchemy import Connection, bindparam, select

from bot.service.desk_records import Receipt
from bot.storage.desk_tables import receipts
from bot.storage.once import insert_once
from bot.storage.shapes import mapping, write
from bot.storage.times import micros, moment

_COLUMNS = ("court", "code", "conversation", "flow", "fingerprint", "told", "text", "at")
_INSERT = insert_once(receipts, _COLUMNS, "code")
_READ = select(receipts).where(
    receipts.c.court == bindparam("of_court"), receipts.c.code == bindparam("of_code")
)

_NEWEST = (
    select(receipts.c.code)
    .where(receipts.c.court == bindparam("of_court"), receipts.c.conversation == bindparam("of_conversation"))
    .order_by(receipts.c.at.desc(), receipts.c.code.desc())
    .limit(1)
)


def keep(connection: Connection, court: str, receipt: Receipt) -> bool:
    """Keep a receipt; False when its code belongs to another answer."""
    values = {
        "court": court,
        "code": receipt.code,
        "conversation": receipt.conversation,
        "flow": receipt.flow,
        "fingerprint": receipt.fingerprint,
        "told": write(dict(receipt.told)),
        "text": receipt.text,
        "at": micros(receipt.at),
    }
    return (
        connection.execute(_INSERT, values).first() is not None
        or read(connection, court, receipt.code) == receipt
    )


def read(connection: Connection, court: str, code: str) -> Receipt | None:
    """The receipt with this code, or None."""
    row = connection.execute(_READ, {"of_court": court, "of_code": code}).first()
    if row is None:
        return None
    return Receipt(
        code=row.code,
        conversation=row.conversation,
        flow=row.flow,
        fingerprint=row.fingerprint,
        told=mapping(row.told),
        text=row.text,
        at=moment(row.at),
    )


def newest(connection: Connection, court: str, conversation: str) -> str:
    """The code of the newest receipt of a talk, or empty."""
    values = {"of_court": court, "of_conversation": conversation}
    found: str | None = connection.execute(_NEWEST, values).scalar_one_or_none()
    return found or ""
