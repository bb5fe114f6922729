"""Flow versions as they are kept by their fingerprints, so that an old answer can be given once more."""

from pydantic import TypeAdapter

from bot.engine.book import Book
from bot.flow.model import Flow
from bot.service.ports import Unit

_flow = TypeAdapter(Flow)


def keep_flows(book: Book, unit: Unit) -> None:
    """Keep today's flows; one that is kept already costs nothing."""
    for rules in book.flows.values():
        unit.keep_flow(rules.flow.fingerprint, rules.flow.id, _flow.dump_json(rules.flow).decode())


def kept_flow(unit: Unit, fingerprint: str) -> Flow | None:
    """The flow with this fingerprint as it was first kept, or None.

    Raises pydantic.ValidationError where what is kept is no flow.
    """
    text = unit.flow_text(fingerprint)
    return None if text is None else _flow.validate_json(text)
