"""The one rule of the flow language: which answers a question or a step needs.

A rule is a list of rows; any row may hold, and all clauses of that row must.
There is one interpreter of a rule: `fits`, called as a guard by the compiled machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """`account is shared or none`: one question, and the answers that fit."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """Rows of clauses. No row at all means always."""

    rows: tuple[tuple[Clause, ...], ...] = ()

    def fits(self, path: Mapping[str, str]) -> bool:
        """Whether the answers on the path (question id to answer id) meet this rule.

        A question that was not asked fits no clause.
        """
        if not self.rows:
            return True
        for row in self.rows:
            for clause in row:
                if path.get(clause.question) not in clause.answers:
                    break
            else:
                return True
        return False


ALWAYS = When()
