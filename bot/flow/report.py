"""Everything found wrong in one run, gathered while the files are read."""

from bot.flow.model import Place
from bot.flow.problem import Problem


class Report:
    """A list of problems that grows. Nothing here stops a reading: the reader goes on with what is left."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}

    def error(self, place: Place, kind: str, what: str, advice: str) -> None:
        """Something that must be put right before the flow can be used."""
        self._problems[Problem(place.file, place.line, place.column, kind, what, advice)] = None

    def warning(self, place: Place, kind: str, what: str, advice: str) -> None:
        """Something that can be used, but should be looked at."""
        found = Problem(place.file, place.line, place.column, kind, what, advice, "warning")
        self._problems[found] = None

    def problems(self) -> tuple[Problem, ...]:
        """All problems, each once, in the order of the files and their lines."""
        return tuple(sorted(self._problems))
