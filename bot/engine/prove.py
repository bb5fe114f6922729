"""The proof of the flows: all paths through the compiled machines, and all words through whole turns."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.book import Book, Rules
from bot.engine.paths import MOST, SAMPLE, Ways, ways
from bot.engine.proof_answers import prove_answers
from bot.engine.proof_ends import prove_ends
from bot.engine.proof_examples import prove_examples
from bot.engine.proof_people import prove_people
from bot.engine.proof_phrases import prove_phrases
from bot.engine.proof_reach import Reach, met_nowhere, reach
from bot.engine.proof_sizes import prove_sizes
from bot.engine.stage import Stage
from bot.errors import FlowError
from bot.flow.limits import TextLimits
from bot.flow.problem import Problem
from bot.flow.report import Report


@dataclass(frozen=True, slots=True)
class Proof:
    """All problems of all courts, each once, by file and line; and how many paths were walked."""

    problems: tuple[Problem, ...]
    paths: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What a proof is held to: a moment (aware), the sizes of a message, hints or none, how many paths."""

    now: datetime
    limits: TextLimits
    hints: bool = False
    most: int = MOST


def prove(books: Sequence[Book], terms: Terms) -> Proof:
    """Prove every flow for every court.

    A question, step or hand-over must be met in one court at least; all else must hold in every court, and a
    problem that only some courts have names them.
    """
    courts: dict[Problem, list[str]] = defaultdict(list)
    reached: list[Reach] = []
    paths = 0
    for book in books:
        report = Report()
        for rules in book.flows.values():
            walked = ways(rules.flow, rules.machine, terms.most)
            paths += walked.paths
            reached.append(reach(rules.flow, walked))
            _prove(book, rules, walked, terms, report)
        for problem in report.problems():
            courts[problem].append(book.court.id)
    found = [_with_courts(problem, where, len(books)) for problem, where in courts.items()]
    return Proof(tuple(sorted([*found, *met_nowhere(reached)])), paths)


def _prove(book: Book, rules: Rules, walked: Ways, terms: Terms, report: Report) -> None:
    prove_ends(book, rules, walked, report)
    if walked.complete:
        prove_answers(rules, report, hints=terms.hints)
    else:
        what = f"There are more than {terms.most} paths; {SAMPLE} of them were walked, always the same."
        advice = "Ask fewer questions on one path, or divide the flow in two."
        report.warning(rules.flow.place, "too_many_paths", what, advice)
    if not prove_people(rules, report):
        return
    # A fact or a sentence that is missing stops what is said aloud; flow.check has reported it.
    for prove_words in (prove_phrases, prove_sizes, prove_examples):
        with suppress(FlowError):
            prove_words(Stage(book, rules, terms.now, terms.limits), walked, report)


def _with_courts(problem: Problem, courts: list[str], of: int) -> Problem:
    if len(courts) == of:
        return problem
    return replace(problem, what=f"{problem.what} (Court: {', '.join(courts)}.)")
