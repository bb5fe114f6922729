"""What `helpdesk doctor` found, as text for an operator and as JSON for a program."""

import json
from collections import Counter
from collections.abc import Sequence

from bot.doctor.finding import Finding, Level

LEVEL_WIDTH = max(map(len, Level)) + 1
CHECK_WIDTH = 15


def as_text(findings: Sequence[Finding]) -> str:
    """One line for each finding, what to do under it (once for neighbours with one cure), and the sum."""
    lines: list[str] = []
    for finding, following in zip(findings, [*findings[1:], None], strict=True):
        lines.append(f"{finding.level:{LEVEL_WIDTH}} {finding.check:{CHECK_WIDTH}} {finding.what}")
        if finding.advice and (following is None or following.advice != finding.advice):
            lines.append(f"{'':{LEVEL_WIDTH + CHECK_WIDTH + 1}} -> {finding.advice}")
    return "\n".join([*lines, _sum(findings)])


def as_json(findings: Sequence[Finding]) -> str:
    """An object: the findings (check, level, what, advice), and how many are good, warnings and bad."""
    good, warnings, bad = _counted(findings)
    listed = [
        {"check": one.check, "level": one.level.value, "what": one.what, "advice": one.advice}
        for one in findings
    ]
    return json.dumps({"findings": listed, "good": good, "warnings": warnings, "bad": bad}, indent=2)


def _sum(findings: Sequence[Finding]) -> str:
    """How many lines there are of each level, by the word that the lines begin with."""
    count = Counter(finding.level for finding in findings)
    warnings, left_out = count[Level.WARNING], count[Level.SKIPPED]
    named = f"{warnings} {'warning' if warnings == 1 else 'warnings'}"
    skipped = f", {left_out} skipped" if left_out else ""
    return f"{count[Level.GOOD]} good, {named}{skipped}, {count[Level.BAD]} bad."


def _counted(findings: Sequence[Finding]) -> tuple[int, int, int]:
    """How many are good, how many are warnings or were skipped, and how many are bad."""
    count = Counter(finding.level for finding in findings)
    return count[Level.GOOD], count[Level.WARNING] + count[Level.SKIPPED], count[Level.BAD]
