"""The canned replies as one court has them: its own texts in, those it leaves out gone."""

from collections.abc import Iterator
from dataclasses import replace

from bot.flow.fingerprint import macro_fingerprint
from bot.flow.model import Court, Library, Macro


def court_macros(library: Library, court: Court) -> tuple[Macro, ...]:
    """The court's canned replies with their fingerprints, in the order of the file."""
    return tuple(_macros(library, court))


def _macros(library: Library, court: Court) -> Iterator[Macro]:
    for macro in library.macros.values():
        text = court.macros.get(macro.id, macro.text)
        if text:
            own = replace(macro, text=text)
            yield replace(own, fingerprint=macro_fingerprint(own))
