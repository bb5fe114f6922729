"""What a rule names: questions and answers that exist, asked before, and flags of the court."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.flow.grammar import COURT_TYPES
from bot.flow.model import Flow, Library, Place
from bot.flow.names import closest, listed, nearest
from bot.flow.report import Report
from bot.flow.resolve import COURT
from bot.flow.when import ALWAYS, Clause, When

Answers = Mapping[str, tuple[str, ...]]


def with_good_rules(flow: Flow, library: Library, report: Report) -> Flow:
    """The flow with every clause that makes no sense reported, and read as what was probably meant.

    Without this a single wrong letter would make examples fail all over the file. What resembles nothing that
    is known is taken out.
    """
    court = {f"{COURT}type": COURT_TYPES, **{COURT + flag: values for flag, values in library.flags.items()}}
    asked = {question.id: tuple(answer.id for answer in question.answers) for question in flow.questions}
    check = _Check(flow, court | asked, library, report)
    before: dict[str, int] = {}
    questions = []
    for question in flow.questions:
        when = check.rule(question.when, ("questions", question.id), before)
        questions.append(replace(question, when=when or ALWAYS))
        before[question.id] = len(before)
    hand_overs = [
        replace(one, when=check.rule(one.when, ("hand over", one.id), before)) if one.when else one
        for one in flow.hand_overs
    ]
    steps = [
        replace(step, when=check.rule(step.when, ("steps", step.id), before) or ALWAYS) for step in flow.steps
    ]
    return replace(flow, questions=tuple(questions), steps=tuple(steps), hand_overs=tuple(hand_overs))


@dataclass(frozen=True, slots=True)
class _Check:
    flow: Flow
    known: Answers
    library: Library
    report: Report

    def rule(self, when: When, owner: tuple[str, str], before: Mapping[str, int]) -> When | None:
        """The rule as it was probably meant; None when nothing is left of it."""
        if not when.rows:
            return when
        path = (self.flow.place.file, *owner, "when")
        rows: list[tuple[Clause, ...]] = []
        for number, row in enumerate(when.rows):
            place = self.library.at(*path, str(number), otherwise=self.library.at(*path))
            good = [self._clause(clause, before, place) for clause in row]
            rows.append(tuple(clause for clause in good if clause))
            self._check_order(row, before, place)
        kept = tuple(row for row in rows if row)
        return When(kept) if kept else None

    def _clause(self, clause: Clause, before: Mapping[str, int], place: Place) -> Clause | None:
        name = clause.question
        if name not in self.known:
            self._unknown(name, place)
            return self._meant(replace(clause, question=closest(name, self.known)))
        if name not in before and not name.startswith(COURT):
            what = f'The question "{name}" has not been asked at this point.'
            advice = f'Move this question below "{name}", or name one above it: {listed(before) or "none"}.'
            self.report.error(place, "forward_reference", what, advice)
            return None
        for answer in clause.answers:
            if answer not in self.known[name]:
                what = f'"{name}" has no answer "{answer}".'
                self.report.error(place, "unknown_answer", what, nearest(answer, self.known[name]))
        return self._meant(clause)

    def _unknown(self, name: str, place: Place) -> None:
        flags = [known.removeprefix(COURT) for known in self.known if known.startswith(COURT)]
        if name.startswith(COURT):
            flag = name.removeprefix(COURT)
            self.report.error(place, "unknown_flag", f'There is no flag "{flag}".', nearest(flag, flags))
        else:
            asked = [known for known in self.known if not known.startswith(COURT)]
            self.report.error(
                place, "unknown_question", f'There is no question "{name}".', nearest(name, asked)
            )

    def _meant(self, clause: Clause) -> Clause | None:
        known = self.known.get(clause.question, ())
        meant = (answer if answer in known else closest(answer, known) for answer in clause.answers)
        answers = tuple(answer for answer in meant if answer)
        return replace(clause, answers=answers) if answers else None

    def _check_order(self, row: tuple[Clause, ...], before: Mapping[str, int], place: Place) -> None:
        order = [clause.question for clause in row if clause.question in before]
        asked = sorted(order, key=lambda question: before[question])
        if order != asked:
            what = f"The questions {listed(order)} are not in the order they are asked in."
            better = " and ".join(f"{one} is ..." for one in asked)
            self.report.warning(place, "clause_order", what, f"Write {better}, as the filer is asked.")
