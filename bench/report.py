"""The page `docs/performance.md`: what was measured, beside its limits and the command that repeats it."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version

from bench.page import Chapter, markdown, table, verdict

LIBRARIES = ("slack-bolt", "aiohttp", "uvicorn", "uvloop", "sqlalchemy", "transitions")
TOP = """# Performance

Made by `make bench`, in one run; do not edit. Where two things are compared they take turns, and their
ratio is the number to trust: a busy machine slows both. The limits are promises: the command ends with
status 1 when one is broken. Each chapter says how its numbers were measured.
"""


def page(chapters: Sequence[Chapter]) -> str:
    """The whole page: the numbers that have a limit, then every chapter, then the machine."""
    return "\n".join([TOP, _promises(chapters), *(markdown(chapter) for chapter in chapters), _machine()])


def _promises(chapters: Sequence[Chapter]) -> str:
    rows = [
        (one.what, one.found, one.limit, verdict(one), f"`{one.command or chapter.command}`")
        for chapter in chapters
        for one in chapter.findings
        if one.limit
    ]
    return table(("what", "found", "limit", "", "command"), rows)


def _machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    machine = f"{platform.system()} on {platform.machine()}, {len(os.sched_getaffinity(0))} cores"
    return (
        f"## Measured on\n\n{date.today().isoformat()}, {machine}. "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}.\n"
    )
