"""Forgetting a person: what only concerns them is erased, what others need loses the link to them."""

from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, select, text, update
from sqlalchemy.sql.elements import BindParameter, ColumnElement

from bot.service.desk_records import Forgotten
from bot.storage.desk_tables import audit, receipts
from bot.storage.erase import erase_case
from bot.storage.retention import BOTS
from bot.storage.tables import cases, channels, conversations, events, letters, outbox

_NUMBER = text(
    "INSERT INTO counters (court, name, value) VALUES (:of_court, 'forgotten', 1)"
    " ON CONFLICT (court, name) DO UPDATE SET value = counters.value + 1 RETURNING value"
)
_HAND_OVER = "hand_over:"


def _theirs(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Keys that begin with the person's id and a dot."""
    return and_(column >= bindparam("first"), column < bindparam("last"))


_CASES = (
    select(cases.c.number, and_(cases.c.state == "closed", cases.c.held.is_(False)).label("may_go"))
    .where(cases.c.court == bindparam("of_court"), cases.c.person == bindparam("of_person"))
    .order_by(cases.c.opened, cases.c.number)
    .with_for_update()
)
_ACTS = (
    update(audit)
    .where(
        audit.c.court == bindparam("of_court"),
        audit.c.case_number == bindparam("of_case"),
        audit.c.who == bindparam("of_person"),
    )
    .values(who=bindparam("number"))
)
_own = (conversations.c.court == bindparam("of_court"), conversations.c.person == bindparam("of_person"))
_TALKS = delete(conversations).where(*_own, conversations.c.owner.in_(BOTS)).returning(conversations.c.key)
_hand_over = conversations.c.state.startswith(_HAND_OVER)
_reason = func.substr(conversations.c.state, len(_HAND_OVER) + 1)
_EMPTY = (
    update(conversations)
    .where(*_own)
    .values(told="{}", done="[]", recent="[]", offered="[]", doubt="", version=conversations.c.version + 1)
    .returning(conversations.c.key)
)
_STAY = update(conversations).where(*_own, _hand_over, conversations.c.heard == "").values(heard=_reason)
_RECEIPTS = (
    update(receipts)
    .where(receipts.c.court == bindparam("of_court"), _theirs(receipts.c.conversation))
    .values(conversation="")
    .returning(receipts.c.code)
)
_EVENTS = (
    update(events)
    .where(events.c.court == bindparam("of_court"), _theirs(events.c.conversation))
    .values(conversation=bindparam("number"))
)
_places: tuple[BindParameter[str], ...] = (bindparam("direct"), bindparam("home"))
_ROWS = delete(outbox).where(
    outbox.c.court == bindparam("of_court"), outbox.c.place.in_(_places), outbox.c.case_number.is_(None)
)
_CHANNELS = delete(channels).where(channels.c.court == bindparam("of_court"), channels.c.place.in_(_places))
_LETTERS = delete(letters).where(letters.c.court == bindparam("of_court"), _theirs(letters.c.key))


def forget(connection: Connection, court: str, person: str) -> Forgotten:
    """Forget a person; cases that are open or held stay, and the answers of a talk with staff do not."""
    number = f"forgotten:{connection.execute(_NUMBER, {'of_court': court}).scalar_one()}"
    values = {
        "of_court": court,
        "of_person": person,
        "first": f"{person}.",
        "last": f"{person}/",
        "direct": f"person:{person}",
        "home": f"home:{person}",
        "number": number,
    }
    erased, kept = _cases(connection, values)
    connection.execute(_STAY, values)
    talks = _count(connection, _TALKS, values) + _count(connection, _EMPTY, values)
    given = _count(connection, _RECEIPTS, values)
    for statement in (_EVENTS, _ROWS, _CHANNELS, _LETTERS):
        connection.execute(statement, values)
    return Forgotten(number, talks, given, erased, kept)


def _cases(connection: Connection, values: dict[str, Any]) -> tuple[int, tuple[str, ...]]:
    """Erase the cases that may go: how many those were, and the numbers of the others."""
    found = connection.execute(_CASES, values).all()
    going = [row.number for row in found if row.may_go]
    for case in going:
        connection.execute(_ACTS, {**values, "of_case": case})
        erase_case(connection, values["of_court"], case)
    return len(going), tuple(row.number for row in found if not row.may_go)


def _count(connection: Connection, statement: Any, values: dict[str, Any]) -> int:
    return len(connection.execute(statement, values).all())
