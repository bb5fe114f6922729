"""`account is shared or none and filer is attorney`: a line of a flow file read as a rule."""

import re

from bot.flow.model import Place
from bot.flow.names import ID
from bot.flow.report import Report
from bot.flow.when import Clause, When
from bot.flow.written import Items, Scalar, Value

_CLAUSE = re.compile(rf"({ID}(?:\.{ID})?) is (.+)")
_ID = re.compile(ID)
_LIKE = 'Write it like: account is shared or none and filer is attorney. There is no "not": name what fits.'
_TWO_LINES = '"or" joins answers of one question. For two rules write two lines with dashes, one a rule.'
_ONCE = "Write each question once in a line, with all its answers: account is shared or none."


def parse_rule(value: Value, report: Report) -> When | None:
    """A `when`: one line, or a list of lines of which any may hold; None when nothing of it can be read."""
    lines = value.values if isinstance(value, Items) else (value,)
    rows = [parse_row(line, report) for line in lines]
    readable = tuple(row for row in rows if row)
    return When(readable) if readable else None


def parse_row(line: Value, report: Report) -> tuple[Clause, ...]:
    """The clauses of one line; none, and a problem, when the line is no rule."""
    if not isinstance(line, Scalar):
        report.error(line.place, "bad_when", '"when" must be a line, or lines with dashes.', _LIKE)
        return ()
    text = " ".join(line.text.split())
    clauses: list[Clause] = []
    for part in text.split(" and "):
        clause = _clause(part, text, line.place, report)
        if clause is None:
            return ()
        clauses.append(clause)
    names = [clause.question for clause in clauses]
    if len(set(names)) < len(names):
        report.error(line.place, "bad_when", f'A question stands twice in "{text}".', _ONCE)
        return ()
    return tuple(clauses)


def _clause(part: str, text: str, place: Place, report: Report) -> Clause | None:
    found = _CLAUSE.fullmatch(part)
    answers = tuple(found[2].split(" or ")) if found else ()
    if any(" is " in answer for answer in answers):
        report.error(place, "bad_when", f'"{text}" mixes two questions with "or".', _TWO_LINES)
        return None
    if found is None or not all(_ID.fullmatch(answer) for answer in answers):
        report.error(place, "bad_when", f'"{text}" cannot be read as a rule.', _LIKE)
        return None
    return Clause(found[1], answers)
