"""Something wrong in a flow file, as a value: a file may have many, and all are told in one run."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Where (file, line and column from 1), what is wrong, and what to write instead.

    `kind` is a short stable name of the check that found it, such as `unknown_key`.
    """

    file: str
    line: int
    column: int
    kind: str
    what: str
    advice: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.what} {self.advice}"
