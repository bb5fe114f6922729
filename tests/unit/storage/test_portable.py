"""The statements as PostgreSQL would get them: rows are locked, and taken rows are passed over."""

from sqlalchemy import ClauseElement
from sqlalchemy.dialects import postgresql

from bot.storage import cases, claims, conversations, seen


def for_postgresql(statement: ClauseElement) -> str:
    """The statement's text in PostgreSQL's dialect, on one line."""
    return " ".join(str(statement.compile(dialect=postgresql.dialect())).split())  # type: ignore[no-untyped-call]


def test_a_conversation_is_read_under_a_lock() -> None:
    assert for_postgresql(conversations._READ).endswith("FOR UPDATE")


def test_a_case_is_read_under_a_lock() -> None:
    assert for_postgresql(cases._READ).endswith("FOR UPDATE")
    assert for_postgresql(cases._OPEN).endswith("FOR UPDATE")


def test_rows_that_another_sender_is_taking_are_passed_over() -> None:
    assert for_postgresql(claims._DUE).endswith("FOR UPDATE OF waiting SKIP LOCKED")


def test_keys_are_remembered_in_one_statement_that_answers_with_the_new_ones() -> None:
    statement = for_postgresql(seen._remember(2))
    assert statement.count("INSERT") == 1
    assert statement.endswith("ON CONFLICT DO NOTHING RETURNING key")
