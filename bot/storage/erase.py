"""Erasing cases: their words alone, or all of them but the ids in the audit."""

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.sql.dml import Delete

from bot.service.content import Card, Content, to_json
from bot.storage.cases import card_of
from bot.storage.desk_tables import audit, case_messages, reminders
from bot.storage.tables import cases, outbox


def _of_case(table: Table) -> Delete:
    return delete(table).where(
        table.c.court == bindparam("of_court"), table.c.case_number == bindparam("of_case")
    )


_case = (cases.c.court == bindparam("of_court"), cases.c.number == bindparam("of_case"))
_CARD = select(cases.c.card, cases.c.number, cases.c.person).where(*_case).with_for_update()
_STRIP = (
    update(cases).where(*_case).values(card=bindparam("shown"), stripped=True, version=cases.c.version + 1)
)
_NAMES = (
    update(audit)
    .where(audit.c.court == bindparam("of_court"), audit.c.case_number == bindparam("of_case"))
    .values(name="")
)
_MESSAGES = _of_case(case_messages)
_ALL = (_MESSAGES, _of_case(reminders), _of_case(outbox), _NAMES, delete(cases).where(*_case))


def strip_case(connection: Connection, court: str, case: str) -> None:
    """Erase what was written in a case, and what its card says of it."""
    values = {"of_court": court, "of_case": case}
    row = connection.execute(_CARD, values).one()
    card = card_of(row.card, row.number, row.person)
    connection.execute(_MESSAGES, values)
    connection.execute(_STRIP, {**values, "shown": to_json(stripped(card))})


def erase_case(connection: Connection, court: str, case: str) -> None:
    """Erase a case and everything of it; its acts stay in the audit, without names."""
    for statement in _ALL:
        connection.execute(statement, {"of_court": court, "of_case": case})


def stripped(content: Content) -> Content:
    """A card without a word of anybody: its title and its state stay."""
    card = content.card or Card("", ())
    return Content(card=Card(card.title, (), state=card.state, person=card.person))
