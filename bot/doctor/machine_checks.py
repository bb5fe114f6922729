"""The machine that the program runs on: whether its Python will do."""

import sys
from collections.abc import Iterator

from bot.doctor.finding import Finding, bad, good

OLDEST = (3, 11)


def check_python(version: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Finding]:
    """Whether this Python is one that the program is made for."""
    shown = ".".join(map(str, version))
    if version < OLDEST:
        yield bad(
            "python", f"This is Python {shown}.", "Install Python 3.11 or later, then the program anew."
        )
    else:
        yield good("python", f"This is Python {shown}.")
