"""What `helpdesk check` found, as text for a clerk and as JSON for a program."""

import json
from dataclasses import asdict
from pathlib import Path

from bot.cli.checking import Findings

EXAMPLE = "example_fails"


def as_text(findings: Findings, folder: Path) -> str:
    """One line for each problem, then how many there are; or that there is none, and what was looked at.

    Beside other errors the examples that fail are only counted: as a rule they fail because of those.
    """
    if not findings.problems:
        looked_at = [
            _count(findings.flows, "flow"),
            _count(findings.courts, "court"),
            _count(findings.paths, "path"),
        ]
        return f"No problems: {', '.join(looked_at)} proved."
    warnings = len(findings.problems) - findings.errors
    first = [problem for problem in findings.problems if problem.kind != EXAMPLE]
    later = len(findings.problems) - len(first)
    hidden = later if any(problem.severity == "error" for problem in first) else 0
    lines = [f"{folder}/{problem}" for problem in (first if hidden else findings.problems)]
    lines.append(f"{_count(findings.errors - hidden, 'error')}, {_count(warnings, 'warning')}.")
    if hidden:
        fail = "example fails" if hidden == 1 else "examples fail"
        lines.append(f"{hidden} {fail} too: correct what is above, then check again.")
    return "\n".join(lines)


def as_json(findings: Findings, folder: Path) -> str:
    """An array of objects: file, line, column, kind, what, advice, severity."""
    listed = [{**asdict(one), "file": str(folder / one.file)} for one in findings.problems]
    return json.dumps(listed, indent=2)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
