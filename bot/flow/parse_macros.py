"""Canned replies, and a court's own texts for them, from the files to the model."""

from bot.flow.grammar import MACRO
from bot.flow.model import Macro
from bot.flow.reading import Section, as_block, check_id
from bot.flow.report import Report
from bot.flow.written import Value

LEFT_OUT = "no"


def parse_macros(file: str, value: Value, report: Report) -> dict[str, Macro]:
    """The canned replies of `macros.yaml`, in the order of the file."""
    macros: dict[str, Macro] = {}
    for entry in as_block(value, report, f"the canned replies in {file}").entries:
        check_id(entry, report, "a canned reply")
        section = Section(entry.value, MACRO, report, f'canned reply "{entry.key}"')
        macros[entry.key] = Macro(
            id=entry.key,
            title=section.text("title"),
            text=section.text("text"),
            offered_for=section.texts("for"),
            links=section.texts("link"),
            place=entry.place,
        )
    return macros


def parse_own_macros(court: Section) -> dict[str, str]:
    """The court's own texts by canned reply; empty for one that it leaves out."""
    texts = court.named_texts("macros")
    return {macro: "" if text == LEFT_OUT else text for macro, text in texts.items()}
