"""Questions and their answers, from the file to the model."""

import re

from bot.flow.grammar import QUESTION
from bot.flow.model import Answer, DayFacts, Question
from bot.flow.names import nearest
from bot.flow.reading import Section, as_text, check_id
from bot.flow.report import Report
from bot.flow.when import ALWAYS
from bot.flow.written import Entry

_DAYS = re.compile(r"(before|from) (\S+)|(\S+) to (\S+)")
_LITERAL = re.compile(r"\d.*")
_HOW = "Write before FACT, from FACT, or FACT to FACT, with the key of a date fact: before pacer.upgrade_day."
_NO_LITERAL = "Write the day into facts.yaml, with its source, and its key here: before pacer.upgrade_day."


def parse_question(entry: Entry, report: Report) -> Question:
    """A question of the file; whatever is wrong in it is reported and left out."""
    called = f'question "{entry.key}"'
    check_id(entry, report, "a question")
    section = Section(entry.value, QUESTION, report, called)
    return Question(
        id=entry.key,
        ask=section.text("ask"),
        answers=_answers(section),
        rephrase=section.text("rephrase"),
        why=section.text("why"),
        when=section.rule("when") or ALWAYS,
        place=entry.place,
    )


def _answers(section: Section) -> tuple[Answer, ...]:
    entries = section.entries("answers")
    for entry in entries:
        check_id(entry, section.report, "an answer")
    _check_named(section, {entry.key for entry in entries})
    also = section.lists("also")
    dates = {entry.key: _dates(entry, section.report) for entry in section.entries("dates")}
    labels = section.named_texts("answers")
    return tuple(
        Answer(
            id=entry.key,
            label=labels.get(entry.key, ""),
            also=also.get(entry.key, ()),
            dates=dates.get(entry.key),
            place=entry.place,
        )
        for entry in entries
    )


def _check_named(section: Section, answers: set[str]) -> None:
    for key in ("also", "dates"):
        for entry in section.entries(key):
            if entry.key not in answers:
                what = f'"{key}" of {section.called} names "{entry.key}", which is none of its answers.'
                advice = nearest(entry.key, sorted(answers))
                section.report.error(entry.place, "unknown_answer", what, advice)


def _dates(entry: Entry, report: Report) -> DayFacts | None:
    text = as_text(entry.value, report, f'The days of "{entry.key}"')
    if text is None:
        return None
    found = _DAYS.fullmatch(text)
    if found is None:
        report.error(entry.place, "bad_days", f'"{text}" cannot be read as days.', _HOW)
        return None
    word, edge, first, last = found.groups()
    for name in (edge, first, last):
        if name and _LITERAL.fullmatch(name):
            report.error(
                entry.place, "literal_date", f'The day "{name}" is written into a rule.', _NO_LITERAL
            )
            return None
    if word:
        return DayFacts(end=edge) if word == "before" else DayFacts(start=edge)
    return DayFacts(first, last)
