"""The bot's own sentences and commands: all that the code needs, and nothing that it does not."""

from collections.abc import Mapping

from bot.flow.grammar import COMMANDS
from bot.flow.model import Library, Place
from bot.flow.names import nearest
from bot.flow.parse_words import GROUPS
from bot.flow.placeholder import names
from bot.flow.report import Report


def check_sentences(library: Library, sayings: Mapping[str, frozenset[str]], report: Report) -> None:
    """Report sentences that are missing, unknown, or use a value that the code does not put in."""
    for key in sorted(sayings.keys() - library.says.keys()):
        advice = f'Add "{key}:" and the sentence.'
        report.error(Place("says.yaml"), "missing_key", f'The sentence "{key}" is missing.', advice)
    for key, text in library.says.items():
        place = library.at("says.yaml", key)
        if key not in sayings:
            what = f'The bot never says "{key}".'
            report.error(place, "unknown_key", what, nearest(key, sayings))
            continue
        for name in names(text):
            if "." not in name and name not in sayings[key]:
                what = f'{{{name}}} in the sentence "{key}" stands for nothing.'
                report.error(place, "unknown_placeholder", what, nearest(name, sorted(sayings[key])))


def check_commands(library: Library, report: Report) -> None:
    """Report groups and commands without a phrase."""
    for part, known, found in (("groups", GROUPS, library.groups), ("commands", COMMANDS, library.commands)):
        for name in known:
            if not found.get(name):
                what = f'The phrases for "{name}" are missing among the {part}.'
                place = library.at("phrases.yaml", part)
                report.error(place, "missing_key", what, f'Add "{name}:" and its phrases.')
