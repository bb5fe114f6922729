"""Every path of a flow and the checklist it ends in: what a court can read, compare and sign."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.engine.book import Book
from bot.engine.checklist import steps
from bot.engine.paths import walk


@dataclass(frozen=True, slots=True)
class PathRow:
    """The answers of one path by question, in the order asked, and the ids of the steps it ends in.

    A path that ends with staff has no steps: `hand_over` is the id of the hand-over, else None.
    """

    answers: Mapping[str, str]
    steps: tuple[str, ...]
    hand_over: str | None
    urgent: bool


def table(book: Book, flow: str) -> tuple[PathRow, ...]:
    """All paths of a flow by the rules of this court, in the order of the file, nothing waived.

    Raises KeyError for an unknown flow.
    """
    rules = book.flows[flow]
    rows: list[PathRow] = []
    for way in walk(rules.flow, rules.machine):
        entry = rules.flow.hand_over(way.hand_over)
        shown = () if entry else tuple(step.id for step in steps(rules.flow, way.answers))
        rows.append(
            PathRow(way.answers, shown, entry.id if entry else None, entry is not None and entry.urgent)
        )
    return tuple(rows)
