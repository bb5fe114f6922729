"""Rules made smaller for the place they stand in, so that the machine tries only guards that can hold."""

from collections.abc import Iterator, Mapping

from bot.flow.model import Flow, Question
from bot.flow.when import Clause, When

Known = Mapping[str, frozenset[str]]


def ahead(flow: Flow, source: str) -> Iterator[Question]:
    """The questions after this one in the file; all of them before the first."""
    passed = flow.question(source) is None
    for question in flow.questions:
        if passed:
            yield question
        passed = passed or question.id == source


def known(flow: Flow, source: str) -> Known:
    """What must have been answered for a question to be asked at all: by question, the answers it may be.

    Taken from the question's own rule, and from the rules of the questions that this one names.
    """
    asked = flow.question(source)
    rows = asked.when.rows if asked else ()
    sure: dict[str, frozenset[str]] = {}
    for question in sorted({clause.question for row in rows for clause in row}):
        answers = [_answers(row, question) for row in rows]
        if all(answers):
            sure = _both(_both(sure, known(flow, question)), {question: frozenset().union(*answers)})
    return sure


def narrowed(when: When, flow: Flow, source: str, answer: str) -> When | None:
    """What is left of a rule once the question `source` was answered so; None when it cannot hold.

    A clause on a question that lies ahead cannot hold, since an unasked question fits nothing.
    """
    if not when.rows:
        return when
    sure = _both(known(flow, source), {source: frozenset({answer})})
    unasked = {question.id for question in ahead(flow, source)}
    rows = [_left(row, sure) for row in when.rows if unasked.isdisjoint(clause.question for clause in row)]
    possible = [row for row in rows if row is not None]
    if not possible:
        return None
    return When() if () in possible else When(tuple(possible))


def concerning(when: When, source: str) -> When | None:
    """The rows of a rule that name this question; None when there is none.

    A hand-over is tried after every answer, so a row without the newest question was tried before.
    """
    rows = tuple(row for row in when.rows if any(clause.question == source for clause in row))
    return When(rows) if rows else None


def written(when: When) -> str:
    """A rule as it is written in a flow file; empty when it always holds."""
    return "; or ".join(
        " and ".join(f"{clause.question} is {' or '.join(clause.answers)}" for clause in row)
        for row in when.rows
    )


def _left(row: tuple[Clause, ...], sure: Known) -> tuple[Clause, ...] | None:
    """The clauses of a row that are still open; None when one of them cannot hold."""
    left: list[Clause] = []
    for clause in row:
        possible = sure.get(clause.question)
        if possible is None:
            left.append(clause)
        elif possible.isdisjoint(clause.answers):
            return None
        elif not possible.issubset(clause.answers):
            left.append(clause)
    return tuple(left)


def _answers(row: tuple[Clause, ...], question: str) -> frozenset[str]:
    named = [frozenset(clause.answers) for clause in row if clause.question == question]
    return frozenset.intersection(*named) if named else frozenset()


def _both(one: Known, other: Known) -> dict[str, frozenset[str]]:
    """What is known when both are."""
    return {**one, **{question: answers & one.get(question, answers) for question, answers in other.items()}}
