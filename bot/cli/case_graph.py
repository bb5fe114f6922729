"""The desk's two machines as Mermaid state diagrams: the life of a case, and who has the word."""

from collections.abc import Iterator, Sequence

from bot.engine import case, ownership
from bot.engine.case import OPEN

Arrows = Sequence[tuple[str, str, str]]
"""Source, event, target."""


def case_machines() -> str:
    """Both machines, each with a title that a Mermaid page shows."""
    return "\n\n".join(
        [
            "\n".join(_drawing("The life of a case", OPEN, case.listing())),
            "\n".join(_drawing("Who has the word with a filer", "bot", ownership.listing())),
        ]
    )


def _drawing(title: str, first: str, arrows: Arrows) -> Iterator[str]:
    """One diagram; events that lead the same way share an arrow."""
    yield from ("---", f"title: {title}", "---", "stateDiagram-v2", f"  [*] --> {first}")
    ways: dict[tuple[str, str], list[str]] = {}
    for source, event, target in arrows:
        ways.setdefault((source, target), []).append(event)
    for (source, target), events in ways.items():
        yield f"  {source} --> {target}: {' / '.join(dict.fromkeys(events))}"
