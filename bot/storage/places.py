"""The places of the outbox: what holds one up, whose news wait for it, and a staff channel that has moved."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, bindparam, select, update

from bot.storage.tables import cases, letters, outbox

_IN_PLACE = (
    outbox.c.court == bindparam("of_court"),
    outbox.c.place == bindparam("of_place"),
    outbox.c.settled.is_(None),
)
_REFUSED = (
    select(outbox.c.key)
    .join(letters, and_(letters.c.court == outbox.c.court, letters.c.key == outbox.c.key))
    .where(*_IN_PLACE)
    .order_by(outbox.c.id)
    .limit(1)
)
_CASES = select(outbox.c.case_number).where(*_IN_PLACE, outbox.c.case_number.is_not(None)).distinct()
_ROWS = (
    update(outbox)
    .where(
        outbox.c.court == bindparam("of_court"),
        outbox.c.settled.is_(None),
        outbox.c.case_number.is_not(None),
        outbox.c.place.like("channel:%"),
        outbox.c.place != bindparam("of_place"),
    )
    .values(place=bindparam("of_place"), ts="", leased=None, due=outbox.c.created)
)
_CARDS = (
    update(cases)
    .where(
        cases.c.court == bindparam("of_court"),
        cases.c.card_channel != "",
        cases.c.card_channel != bindparam("of_channel"),
        cases.c.state != "closed",
    )
    .values(card_channel="", card_ts="")
    .returning(cases.c.number)
)


def refused(connection: Connection, court: str, place: str) -> str:
    """The key of a row that was refused and still waits for this place, or empty."""
    found: str | None = connection.execute(_REFUSED, {"of_court": court, "of_place": place}).scalar()
    return found or ""


def waiting_cases(connection: Connection, court: str, place: str) -> Sequence[str]:
    """The numbers of the cases of which something waits for this place."""
    rows = connection.execute(_CASES, {"of_court": court, "of_place": place})
    return sorted(row.case_number for row in rows)


def move(connection: Connection, court: str, channel: str) -> Sequence[str]:
    """Send what waits of cases to this channel; the open cases whose card is elsewhere, and now nowhere."""
    connection.execute(_ROWS, {"of_court": court, "of_place": f"channel:{channel}"})
    rows = connection.execute(_CARDS, {"of_court": court, "of_channel": channel})
    return sorted(row.number for row in rows)
