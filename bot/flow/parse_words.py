"""Phrases, words of the field and the bot's own sentences, from the files to the model."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.flow.grammar import COMMANDS, PHRASES, TERM
from bot.flow.model import Term
from bot.flow.names import nearest
from bot.flow.reading import Section, as_block, as_text, check_id
from bot.flow.report import Report
from bot.flow.written import Value

GROUPS = ("yes", "no", "not sure")


@dataclass(frozen=True, slots=True)
class PhrasesFile:
    """What `phrases.yaml` holds: groups of phrases by name, and the phrases of each command."""

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    commands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def parse_phrases(file: str, value: Value, report: Report) -> PhrasesFile:
    """The groups and commands of `phrases.yaml`. No other group or command exists."""
    section = Section(value, PHRASES, report, f"the phrases file {file}")
    for key, known in (("groups", GROUPS), ("commands", COMMANDS)):
        for entry in section.entries(key):
            if entry.key not in known:
                what = f'There is nothing called "{entry.key}" among the {key}.'
                report.error(entry.place, "unknown_key", what, nearest(entry.key, known))
    return PhrasesFile(section.lists("groups"), section.lists("commands"))


def parse_terms(file: str, value: Value, report: Report) -> tuple[Term, ...]:
    """The words of the field in `words.yaml`."""
    terms: list[Term] = []
    for entry in as_block(value, report, f"the words file {file}").entries:
        check_id(entry, report, "a word")
        section = Section(entry.value, TERM, report, f'word "{entry.key}"')
        terms.append(Term(entry.key, section.texts("phrases"), section.text("text"), entry.place))
    return tuple(terms)


def parse_says(file: str, value: Value, report: Report) -> dict[str, str]:
    """The bot's own sentences in `says.yaml`, by key."""
    says: dict[str, str] = {}
    for entry in as_block(value, report, f"the sentences file {file}").entries:
        check_id(entry, report, "a sentence")
        text = as_text(entry.value, report, f'The sentence "{entry.key}"')
        if text is not None:
            says[entry.key] = text
    return says
