"""What `helpdesk check` found, as text for a clerk and as JSON for a program."""

import json
from dataclasses import asdict
from pathlib import Path

from bot.cli.checking import Findings


def as_text(findings: Findings, folder: Path) -> str:
    """One line for each problem, then how many there are; or that there is none, and what was looked at."""
    if not findings.problems:
        looked_at = [
            _count(findings.flows, "flow"),
            _count(findings.courts, "court"),
            _count(findings.paths, "path"),
        ]
        return f"No problems: {', '.join(looked_at)} proved."
    warnings = len(findings.problems) - findings.errors
    lines = [f"{folder}/{problem}" for problem in findings.problems]
    return "\n".join([*lines, f"{_count(findings.errors, 'error')}, {_count(warnings, 'warning')}."])


def as_json(findings: Findings, folder: Path) -> str:
    """An array of objects: file, line, column, kind, what, advice, severity."""
    listed = [{**asdict(one), "file": str(folder / one.file)} for one in findings.problems]
    return json.dumps(listed, indent=2)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
