"""The table of paths for a person: one row per end, as a clerk would sign it."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bot.engine.table import PathRow


def show(rows: Sequence[PathRow]) -> None:
    """Print each checklist and each hand-over once, with the paths that end in it and the first of them."""
    ends: dict[str, list[PathRow]] = {}
    for row in rows:
        ends.setdefault(_end(row), []).append(row)
    printed = Table("paths", "ends in", "for example", title=f"{len(rows)} paths, {len(ends)} ends")
    for end, found in ends.items():
        printed.add_row(str(len(found)), end, _path(found[0]))
    Console(highlight=False, markup=False).print(printed)


def _end(row: PathRow) -> str:
    if row.hand_over:
        return f"hand over: {row.hand_over}" + (" (urgent)" if row.urgent else "")
    return "\n".join(f"{place}. {step}" for place, step in enumerate(row.steps, 1))


def _path(row: PathRow) -> str:
    return ", ".join(f"{question} {answer}" for question, answer in row.answers.items())
