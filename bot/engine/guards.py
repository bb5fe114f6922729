"""Rules made smaller for the place they stand in, so that the machine tries only guards that can hold."""

from collections.abc import Iterator

from bot.flow.model import Flow, Question
from bot.flow.when import Clause, When


def ahead(flow: Flow, source: str) -> Iterator[Question]:
    """The questions after this one in the file; all of them before the first."""
    passed = flow.question(source) is None
    for question in flow.questions:
        if passed:
            yield question
        passed = passed or question.id == source


def narrowed(when: When, flow: Flow | None, source: str, answer: str) -> When | None:
    """What is left of a rule once the question `source` was answered so; None when it cannot hold.

    With a flow, the rule is a question's: a clause on a question that lies ahead cannot hold, since an
    unasked question fits nothing. Without one it is a hand-over's, which is tried after every answer: a row
    that does not name `source` was tried before and did not hold, so it is left out.
    """
    if not when.rows:
        return when
    unasked = {question.id for question in ahead(flow, source)} if flow else frozenset[str]()
    rows: list[tuple[Clause, ...]] = []
    for row in when.rows:
        if any(clause.question in unasked for clause in row):
            continue
        if any(clause.question == source and answer not in clause.answers for clause in row):
            continue
        if flow is None and all(clause.question != source for clause in row):
            continue
        rows.append(tuple(clause for clause in row if clause.question != source))
    if not rows:
        return None
    return When() if () in rows else When(tuple(rows))


def written(when: When) -> str:
    """A rule as it is written in a flow file; empty when it always holds."""
    return "; or ".join(
        " and ".join(f"{clause.question} is {' or '.join(clause.answers)}" for clause in row)
        for row in when.rows
    )
