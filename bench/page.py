"""What a measurement hands to the report: a chapter with findings, each with its limit."""

import argparse
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bench.scale import FULL, QUICK, Scale

Measured = TypeVar("Measured")
WIDTH = 120


@dataclass(frozen=True)
class Finding:
    """One number: what it is, how it came out, and the limit in words with whether it is met.

    Without a limit it is shown for comparison only. `command` repeats it, where that is not the chapter's.
    """

    what: str
    found: str
    limit: str = ""
    met: bool = True
    command: str = ""


@dataclass(frozen=True)
class Chapter:
    """One measurement: its title, the command that repeats it, how it was done, and what was found.

    `details` is a table in Markdown of what was counted besides.
    """

    title: str
    command: str
    method: str
    findings: tuple[Finding, ...]
    details: str = ""

    @property
    def met(self) -> bool:
        """Whether every limit is met."""
        return all(finding.met for finding in self.findings)


def at_most(what: str, value: float, limit: float, form: str = "{:.1f}") -> Finding:
    """A number that may not be greater than its limit; `form` writes both, with the unit."""
    return Finding(what, form.format(value), f"at most {form.format(limit)}", value <= limit)


def markdown(chapter: Chapter) -> str:
    """The chapter as Markdown, with one table."""
    method = textwrap.fill(" ".join(chapter.method.split()), WIDTH, break_on_hyphens=False)
    rows = [(one.what, one.found, one.limit, verdict(one)) for one in chapter.findings]
    found = table(("what", "found", "limit", ""), rows)
    details = f"\n{chapter.details}" if chapter.details else ""
    return f"## {chapter.title}\n\n{method}\n\n`{chapter.command}`\n\n{found}{details}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def verdict(finding: Finding) -> str:
    """Whether a limit is met, in a word; empty where there is none."""
    if not finding.limit:
        return ""
    return "met" if finding.met else "**broken**"


def run_alone(measure: Callable[[Scale], Measured], chapter: Callable[[Measured], Chapter]) -> int:
    """The command line of one measurement: prints its findings; 0 when every limit is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="tiny numbers, to see that it runs")
    made = chapter(measure(QUICK if parser.parse_args().quick else FULL))
    print(_columns([(one.what, one.found, one.limit, verdict(one)) for one in made.findings]))
    return 0 if made.met else 1


def _columns(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
