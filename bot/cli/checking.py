"""All checks of the flow files in one run: their grammar, their references, and the proof of every court."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot import flow_folder
from bot.cli.opened import moment
from bot.engine.book import build
from bot.engine.prove import Terms, prove
from bot.flow.check import check
from bot.flow.problem import Problem
from bot.slack.limits import text_limits


@dataclass(frozen=True, slots=True)
class Findings:
    """Every problem once, in the order of files and lines; and how much was looked at."""

    problems: tuple[Problem, ...]
    flows: int = 0
    courts: int = 0
    paths: int = 0

    @property
    def errors(self) -> int:
        """How many problems make the files unfit for use."""
        return sum(problem.severity == "error" for problem in self.problems)


def examine(folder: Path, today: datetime | None, *, hints: bool = False) -> Findings:
    """Everything wrong in a folder of flow files. Raises FlowError when there is nothing to read in it.

    When a file is no YAML at all the problems are those of reading; the proof waits until they are gone.
    """
    library, unread = flow_folder.read(folder)
    if library is None:
        return Findings(unread)
    books = [build(library, court) for court in library.courts]
    now = moment(books[0].court, today)
    found = check(library, now.date(), text_limits())
    proof = prove(books, Terms(now, text_limits(), hints))
    problems = sorted({*unread, *found, *proof.problems})
    return Findings(tuple(problems), len(library.flows), len(books), proof.paths)
