"""The outbox as the sender sees it: head rows are claimed for a while, and each claim ends in one way."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, or_, select, update
from sqlalchemy.sql.dml import ReturningUpdate, Update

from bot.service.content import from_json
from bot.service.ports import DeadLetter, Delivery
from bot.storage import letters
from bot.storage.desk_tables import case_messages
from bot.storage.tables import cases, channels, outbox
from bot.storage.times import micros, moment, moment_or_none

UNREADABLE = "unreadable"
"""The error of a dead letter: the content of a row is of another version of the program."""

_waiting = outbox.alias("waiting")
_ahead = outbox.alias("ahead")


def _due() -> Select[Any]:
    """Rows to send: the first unsettled one of its place, due, and leased to nobody."""
    is_behind = exists().where(
        _ahead.c.court == _waiting.c.court,
        _ahead.c.place == _waiting.c.place,
        _ahead.c.settled.is_(None),
        _ahead.c.id < _waiting.c.id,
    )
    known = and_(channels.c.court == _waiting.c.court, channels.c.place == _waiting.c.place)
    of_case = and_(cases.c.court == _waiting.c.court, cases.c.number == _waiting.c.case_number)
    of_message = and_(case_messages.c.court == _waiting.c.court, case_messages.c.id == _waiting.c.message)
    return (
        select(_waiting, channels.c.channel, cases.c.card_ts, case_messages.c.mirror_ts)
        .outerjoin(channels, known)
        .outerjoin(cases, of_case)
        .outerjoin(case_messages, of_message)
        .where(
            _waiting.c.court == bindparam("of_court"),
            _waiting.c.settled.is_(None),
            _waiting.c.due <= bindparam("of_now"),
            or_(_waiting.c.leased.is_(None), _waiting.c.leased <= bindparam("of_now")),
            ~is_behind,
        )
        .order_by(_waiting.c.due, _waiting.c.id)
        .limit(bindparam("of_limit"))
        .with_for_update(of=_waiting, skip_locked=True)
    )


def _mark(**values: Any) -> Update:
    return update(outbox).where(outbox.c.id == bindparam("of_id")).values(**values)


def _still(**values: Any) -> Update:
    """A change that only who has the row may make: each claim counts a try, so a later one shows."""
    return _mark(**values).where(outbox.c.settled.is_(None), outbox.c.tries == bindparam("of_tries"))


_DUE = _due()
_DUE_ELSEWHERE = _due().where(_waiting.c.place.not_in(bindparam("resting", expanding=True)))
_TAKE = _mark(tries=outbox.c.tries + 1, claimed=bindparam("now"), leased=bindparam("until"))
_BACK = _still(due=bindparam("due"), leased=None, tries=bindparam("tries"), claimed=bindparam("claimed"))
_SENT = _mark(settled=bindparam("now"), leased=None, ts=bindparam("ts"), content="", response_url="").where(
    outbox.c.settled.is_(None)
)
_BURY = _still(settled=bindparam("now"), leased=None, buried=True, response_url="").returning(outbox.c.id)
_POST = _still(due=bindparam("due"), leased=None, act="post", ts="", response_url="", tries=0, claimed=None)
_RELEASE: ReturningUpdate[tuple[int]] = (
    update(outbox)
    .where(outbox.c.court == bindparam("of_court"), outbox.c.settled.is_(None), outbox.c.leased.is_not(None))
    .values(leased=None)
    .returning(outbox.c.id)
)


def claim(
    connection: Connection, court: str, now: datetime, term: tuple[float, int], resting: Collection[str]
) -> Sequence[Delivery]:
    """Take due head rows; `term` is the lease in seconds and how many rows at most."""
    lease, limit = term
    values: dict[str, Any] = {"of_court": court, "of_now": micros(now), "of_limit": limit}
    if resting:
        rows = connection.execute(_DUE_ELSEWHERE, values | {"resting": list(resting)}).all()
    else:
        rows = connection.execute(_DUE, values).all()
    until = micros(now + timedelta(seconds=lease))
    found = [one for row in rows if (one := _readable(connection, row, now))]
    if found:
        taken = [{"of_id": one.id, "now": micros(now), "until": until} for one in found]
        connection.execute(_TAKE, taken if len(taken) > 1 else taken[0])
    return found


def release(connection: Connection, court: str) -> int:
    """End every lease; how many there were."""
    return len(connection.execute(_RELEASE, {"of_court": court}).all())


def sent(connection: Connection, delivery: Delivery, ts: str, now: datetime) -> None:
    """Settle a row as sent; its words and its address are erased."""
    connection.execute(_SENT, {"of_id": delivery.id, "now": micros(now), "ts": ts})


def later(connection: Connection, delivery: Delivery, due: datetime) -> None:
    """Give a row back as it was before the claim."""
    claimed = None if delivery.claimed is None else micros(delivery.claimed)
    values = {"due": micros(due), "tries": delivery.tries, "claimed": claimed}
    connection.execute(_BACK, _held(delivery) | values)


def unsure(connection: Connection, delivery: Delivery, due: datetime, now: datetime) -> None:
    """Give a row back after an attempt of unknown outcome, which ended `now`."""
    values = {"due": micros(due), "tries": delivery.tries + 1, "claimed": micros(now)}
    connection.execute(_BACK, _held(delivery) | values)


def bury(connection: Connection, delivery: Delivery, now: datetime) -> bool:
    """Settle a row that will never be sent; False when it is somebody else's by now."""
    return connection.execute(_BURY, _held(delivery) | {"now": micros(now)}).first() is not None


def as_post(connection: Connection, delivery: Delivery, due: datetime) -> None:
    """Make an ordinary post of a row, as if it had never been tried."""
    connection.execute(_POST, _held(delivery) | {"due": micros(due)})


def _held(delivery: Delivery) -> dict[str, Any]:
    return {"of_id": delivery.id, "of_tries": delivery.tries + 1}


def _readable(connection: Connection, row: Row[Any], now: datetime) -> Delivery | None:
    """The row as it was put in. What another version wrote and this one cannot read is buried.

    Otherwise one such row would stop the sender, now and after every start.
    """
    try:
        return _delivery(row)
    except ValidationError:
        connection.execute(_BURY, {"of_id": row.id, "of_tries": row.tries, "now": micros(now)})
        letters.keep(connection, row.court, DeadLetter(row.key, "outbox", UNREADABLE, now))
        return None


def _delivery(row: Row[Any]) -> Delivery:
    shown_at = (row.mirror_ts if row.message else row.card_ts) if row.act == "update" else ""
    return Delivery(
        key=row.key,
        to=row.place,
        act=row.act,
        content=from_json(row.content),
        due=moment(row.due),
        id=row.id,
        thread=row.thread,
        card_ts=row.card_ts or "",
        ts=row.ts or shown_at or "",
        response_url=row.response_url,
        case=row.case_number or "",
        message=row.message or 0,
        channel=row.channel or "",
        tries=row.tries,
        claimed=moment_or_none(row.claimed),
        created=moment(row.created),
    )
