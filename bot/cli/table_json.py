"""The table of paths as JSON, for other programs."""

import json
from collections.abc import Sequence

from bot.engine.table import PathRow


def as_text(rows: Sequence[PathRow]) -> str:
    """One array, one object per path, each on a line of its own."""
    return "[\n" + ",\n".join(json.dumps(_object(row)) for row in rows) + "\n]"


def _object(row: PathRow) -> dict[str, object]:
    hand_over = {"id": row.hand_over, "urgent": row.urgent} if row.hand_over else None
    return {"answers": dict(row.answers), "steps": list(row.steps), "hand_over": hand_over}
