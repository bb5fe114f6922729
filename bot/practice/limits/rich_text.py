"""Limits of rich text and of tables."""

from bot.practice.limits.problems import Problems
from bot.practice.shapes import Json, as_objects

PARTS = {
    "rich_text_section": frozenset({"type", "elements"}),
    "rich_text_quote": frozenset({"type", "elements", "border"}),
    "rich_text_preformatted": frozenset({"type", "elements", "border", "language"}),
    "rich_text_list": frozenset({"type", "elements", "style", "indent", "offset", "border"}),
}
PIECES: dict[str, tuple[str, ...]] = {
    "text": ("text",),
    "link": ("url",),
    "emoji": ("name",),
    "user": ("user_id",),
    "channel": ("channel_id",),
    "usergroup": ("usergroup_id",),
    "broadcast": ("range",),
    "date": ("timestamp", "format"),
    "color": ("value",),
}
CELLS = ("raw_text", "raw_number", "rich_text")


def check_rich_text(found: Problems, block: Json, at: str) -> None:
    """Sections, quotes, lists and preformatted text; an empty text piece is refused."""
    for place, part in enumerate(found.items(block.get("elements"), f"{at}/elements", 1000)):
        _part(found, part, f"{at}/elements/{place}")


def _part(found: Problems, part: Json, at: str) -> None:
    kind = str(part.get("type"))
    if kind not in PARTS:
        found.add(f"{at}/type", f"unsupported type: {kind}")
        return
    found.required(part, at, "elements")
    found.known(part, at, PARTS[kind])
    if kind == "rich_text_list":
        found.one_of(part.get("style"), f"{at}/style", ("bullet", "ordered"))
        found.required(part, at, "style")
    for place, piece in enumerate(as_objects(part.get("elements"))):
        here = f"{at}/elements/{place}"
        if kind == "rich_text_list":
            _part(found, piece, here)
        else:
            _piece(found, piece, here)


def _piece(found: Problems, piece: Json, at: str) -> None:
    kind = str(piece.get("type"))
    if kind not in PIECES:
        found.add(f"{at}/type", f"unsupported type: {kind}")
        return
    found.required(piece, at, *PIECES[kind])
    if kind == "text":
        found.length(piece.get("text"), f"{at}/text", 40_000)
    if kind == "link":
        found.length(piece.get("url"), f"{at}/url", 3000)


def check_table(found: Problems, block: Json, at: str) -> None:
    """Up to 100 rows of up to 20 cells; an empty `raw_text` is refused."""
    rows = block.get("rows")
    if not isinstance(rows, list):
        found.add(f"{at}/rows", "must be an array")
        return
    if not 1 <= len(rows) <= 100:
        found.add(f"{at}/rows", "no more than 100 items allowed")
    for number, row in enumerate(rows):
        here = f"{at}/rows/{number}"
        for place, cell in enumerate(found.items(row, here, 20)):
            _cell(found, cell, f"{here}/{place}")


def _cell(found: Problems, cell: Json, at: str) -> None:
    found.one_of(cell.get("type"), f"{at}/type", CELLS)
    found.required(cell, at, "type")
    if cell.get("type") == "raw_text":
        found.required(cell, at, "text")
        found.length(cell.get("text"), f"{at}/text", 10_000)


def table_characters(block: Json) -> int:
    """How many characters stand in a table's cells; a message may hold 10,000."""
    rows = block.get("rows")
    cells = [cell for row in rows for cell in as_objects(row)] if isinstance(rows, list) else []
    return sum(len(str(cell.get("text", ""))) for cell in cells)
