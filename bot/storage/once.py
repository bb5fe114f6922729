"""Inserting a row unless it is there already, in SQL that SQLite and PostgreSQL share."""

from sqlalchemy import Table, text
from sqlalchemy.sql.elements import TextClause

_ONCE = "INSERT INTO {table} ({columns}) VALUES {rows} ON CONFLICT DO NOTHING RETURNING {answer}"


def insert_once(table: Table, columns: tuple[str, ...], answer: str) -> TextClause:
    """A statement that gives back `answer` of the row it inserted, and no row when one was there.

    A row that came back is the only sign to trust: some drivers count -1 rows
    (github.com/sqlalchemy/sqlalchemy/issues/10696).
    """
    row = ", ".join(f":{column}" for column in columns)
    return _statement(table, columns, f"({row})", answer)


def insert_each_once(table: Table, court: str, column: str, count: int) -> TextClause:
    """A statement for `count` rows that differ in one column: `court` and `at` are theirs in common."""
    rows = ", ".join(f"(:{court}, :{column}_{place}, :at)" for place in range(count))
    return _statement(table, (court, column, "at"), rows, column)


def _statement(table: Table, columns: tuple[str, ...], rows: str, answer: str) -> TextClause:
    return text(_ONCE.format(table=table.name, columns=", ".join(columns), rows=rows, answer=answer))
