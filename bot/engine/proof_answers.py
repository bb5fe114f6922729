"""Answers that make no difference: a question nobody needs, and twins that could be one answer."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from bot.engine.book import Rules
from bot.engine.checklist import steps
from bot.engine.machine import CHECKLIST
from bot.engine.paths import Walked, offered, step_on
from bot.flow.model import Question
from bot.flow.report import Report


class Sequels:
    """What follows each answer, everywhere its question is asked; equal sequels have equal numbers."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._numbers: dict[object, int] = {}
        self.of: dict[str, list[dict[str, int]]] = defaultdict(list)
        """By question: one mapping from answer to sequel for each path on which it is asked."""
        self._sequel(Walked({}, rules.machine.first()))

    def _sequel(self, here: Walked) -> int:
        answers = offered(self._rules.flow, here.end)
        if not answers:
            return self._number((here.end, self._shown(here)))
        sequels = {answer: self._sequel(step_on(self._rules.machine, here, answer)) for answer in answers}
        self.of[here.end].append(sequels)
        if len(set(sequels.values())) == 1:
            return next(iter(sequels.values()))
        return self._number((here.end, tuple(sequels.values())))

    def _shown(self, here: Walked) -> tuple[str, ...]:
        if here.end != CHECKLIST:
            return ()
        return tuple(step.id for step in steps(self._rules.flow, here.answers))

    def _number(self, sequel: object) -> int:
        return self._numbers.setdefault(sequel, len(self._numbers))


def prove_answers(rules: Rules, report: Report, *, hints: bool) -> None:
    """Warn of each question whose answer never matters; with `hints`, also of answers that never differ."""
    sequels = Sequels(rules)
    for question in rules.flow.questions:
        asked = sequels.of[question.id]
        if asked and all(len(set(one.values())) == 1 for one in asked):
            _idle(question, report)
        elif hints:
            _twins(question, asked, report)


def _idle(question: Question, report: Report) -> None:
    what = f"The answer to {question.id} never changes what a filer is told."
    advice = "Leave the question out, or name it in the `when` of a step or a hand over."
    report.warning(question.place, "idle_question", what, advice)


def _twins(question: Question, asked: list[dict[str, int]], report: Report) -> None:
    for one, other in _always_equal(question, asked):
        what = f"The answers {one} and {other} of {question.id} always lead to the same end."
        report.warning(question.place, "twin_answers", what, "They could be one answer.")


def _always_equal(question: Question, asked: list[dict[str, int]]) -> Iterator[tuple[str, str]]:
    for one, other in combinations((answer.id for answer in question.answers), 2):
        if asked and all(sequels[one] == sequels[other] for sequels in asked):
            yield one, other
