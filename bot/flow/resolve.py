"""A flow as one court has it: what only a court can answer is answered, and its changes are in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.flow.days import day_of
from bot.flow.fingerprint import fingerprint
from bot.flow.model import Answer, Court, DayFacts, DayRange, Fact, Flow, HandOver, Library, Question, Step
from bot.flow.when import ALWAYS, Clause, When

COURT = "court."


def resolve(library: Library, flow: str, court: str) -> Flow:
    """The flow with the court's answers left out, its words, notes, flags and days in, and its fingerprint.

    A clause on `court.type` or a flag that holds drops out; one that does not drops its row. What has no row
    left cannot happen in this court and is gone, and so is every row that asks for it.
    Raises KeyError for an unknown flow or court.
    """
    profile = library.courts[court]
    common = library.flows[flow]
    scope = _Scope(profile, library)
    resolved = replace(
        common,
        questions=tuple(scope.questions(common)),
        steps=tuple(scope.steps(common)),
        hand_overs=tuple(scope.hand_overs(common)),
    )
    return replace(resolved, fingerprint=fingerprint(resolved))


def court_answers(court: Court, library: Library) -> dict[str, str]:
    """What `court.type` and `court.FLAG` are in this court, flags not set being at their default."""
    defaults = {flag: values[0] for flag, values in library.flags.items() if values}
    answers = {"type": court.type, **defaults, **court.flags}
    return {COURT + name: value for name, value in answers.items()}


class _Scope:
    def __init__(self, court: Court, library: Library) -> None:
        self._court = court
        self._facts: Mapping[str, Fact] = {**library.facts, **court.facts}
        self._known = court_answers(court, library)
        self._possible: dict[str, frozenset[str]] = {}

    def questions(self, flow: Flow) -> Iterator[Question]:
        for question in flow.questions:
            when = self._rule(question.when)
            if when is not None:
                answers = tuple(self._answers(question))
                self._possible[question.id] = frozenset(answer.id for answer in answers)
                yield replace(question, when=when, answers=answers)

    def steps(self, flow: Flow) -> Iterator[Step]:
        for step in flow.steps:
            when = self._rule(step.when)
            if when is not None:
                words = self._court.words.get(step.id, step.do)
                yield replace(step, when=when, do=words, note=self._court.notes.get(step.id, ""))

    def hand_overs(self, flow: Flow) -> Iterator[HandOver]:
        for one in flow.hand_overs:
            when = self._rule(one.when) if one.when is not None else None
            if when is not None or one.heard:
                yield replace(one, when=when)

    def _answers(self, question: Question) -> Iterator[Answer]:
        left_out = self._court.leaves_out.get(question.id, ())
        for answer in question.answers:
            if answer.id not in left_out:
                yield replace(answer, days=self._days(answer.dates)) if answer.dates else answer

    def _days(self, dates: DayFacts) -> DayRange:
        start, end = self._facts.get(dates.start), self._facts.get(dates.end)
        return DayRange(day_of(start) if start else None, day_of(end) if end else None)

    def _rule(self, when: When) -> When | None:
        if not when.rows:
            return when
        rows = [row for row in (self._row(row) for row in when.rows) if row is not None]
        if not rows:
            return None
        return ALWAYS if () in rows else When(tuple(rows))

    def _row(self, row: tuple[Clause, ...]) -> tuple[Clause, ...] | None:
        left: list[Clause] = []
        for clause in row:
            if clause.question.startswith(COURT):
                if self._known.get(clause.question) not in clause.answers:
                    return None
                continue
            answers = tuple(one for one in clause.answers if one in self._possible.get(clause.question, ()))
            if not answers:
                return None
            left.append(Clause(clause.question, answers))
        return tuple(left)
