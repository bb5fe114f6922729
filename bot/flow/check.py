"""All checks of a library that need no machine: words, phrases, lengths and facts."""

from datetime import date

from bot.flow.check_desk import check_desk
from bot.flow.check_facts import check_facts
from bot.flow.check_lengths import check_lengths
from bot.flow.check_macros import check_macros
from bot.flow.check_phrases import check_phrases
from bot.flow.check_sentences import check_commands, check_sentences
from bot.flow.check_texts import check_texts
from bot.flow.limits import TextLimits
from bot.flow.model import Library
from bot.flow.problem import Problem
from bot.flow.report import Report
from bot.flow.sayings import SAYINGS


def check(library: Library, today: date, limits: TextLimits) -> tuple[Problem, ...]:
    """Everything wrong with a library on this day, given what fits; in the order of files and lines.

    `load` has told the problems of grammar and references already; the proof of the paths is the engine's.
    """
    report = Report()
    check_texts(library, report)
    check_phrases(library, report)
    check_lengths(library, limits, report)
    check_facts(library, today, report)
    check_desk(library, today, report)
    check_macros(library, report)
    check_sentences(library, SAYINGS, report)
    check_commands(library, report)
    return report.problems()
