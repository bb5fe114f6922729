"""Print the table of all settings, made from the code; with --write, put it into the operator's guide."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.secret_files import FROM_FILES, SUFFIX
from bot.settings import Settings

GUIDE = Path(__file__).parents[1] / "docs/guides/operator.md"
BEGIN, END = "<!-- settings: made by make settings -->\n", "<!-- settings end -->\n"


def table() -> str:
    """The table in Markdown: each setting, its default and what it means."""
    return "".join(f"| {' | '.join(row)} |\n" for row in _rows())


def within(page: str) -> str:
    """The page with the table of today between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def _rows() -> Iterator[tuple[str, str, str]]:
    yield "setting", "default", "meaning"
    yield "---", "---", "---"
    for field in Settings.model_fields.values():
        name = str(field.alias)
        yield f"`{name}`", _shown(field.get_default()), str(field.description)
        if name in FROM_FILES:
            yield f"`{name}{SUFFIX}`", "", f"instead of `{name}`: the path of a file that holds it"


def _shown(default: Any) -> str:
    """A default as it would stand in `.env`; empty where there is none, as with every secret."""
    value = f"{default:g}" if isinstance(default, float) else str(default or "")
    return f"`{value}`" if value else ""


if __name__ == "__main__":
    if "--write" in sys.argv:
        GUIDE.write_text(within(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(table(), end="")
