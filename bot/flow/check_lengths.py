"""Texts that do not fit where they are shown, in any court."""

from collections.abc import Mapping

from bot.flow.days import in_words
from bot.flow.limits import TextLimits
from bot.flow.model import Fact, Flow, Library, Macro, Question
from bot.flow.placeholder import Gap, names, parts
from bot.flow.report import Report
from bot.flow.texts import Passage, passages

VALUE_LENGTH = 60
"""How long a value that the code puts in is taken to be."""


def check_lengths(library: Library, limits: TextLimits, report: Report) -> None:
    """Report each text that is too long with the facts of the court that makes it longest."""
    measure = _Measure(library)
    for passage in passages(library):
        _check_passage(passage, measure.length(passage.text), limits, report)
    for macro in library.macros.values():
        _check_macro(macro, library, measure, limits, report)
    for flow in library.flows.values():
        for question in flow.questions:
            _check_question(flow, question, measure, limits, report)


class _Measure:
    def __init__(self, library: Library) -> None:
        facts: dict[str, int] = {}
        labels: dict[str, int] = {}
        for fact in _all_facts(library):
            facts[fact.key] = max(facts.get(fact.key, 0), len(in_words(fact)))
            labels[fact.key] = max(labels.get(fact.key, 0), len(fact.label))
        self._facts: Mapping[str, int] = facts
        self._labels: Mapping[str, int] = labels

    def length(self, text: str) -> int:
        """The greatest number of characters the text may have once it is filled."""
        return sum(self._longest(part) for part in parts(text))

    def link(self, key: str) -> int:
        """The greatest length of a link on a line of its own: its label, a colon and its address."""
        return self._labels.get(key, 0) + self._facts.get(key, VALUE_LENGTH) + len("\n: ")

    def _longest(self, part: str | Gap) -> int:
        return self._facts.get(part.name, VALUE_LENGTH) if isinstance(part, Gap) else len(part)


def _all_facts(library: Library) -> list[Fact]:
    own = [fact for court in library.courts.values() for fact in court.facts.values()]
    return [*library.facts.values(), *own]


def _check_passage(passage: Passage, length: int, limits: TextLimits, report: Report) -> None:
    if passage.use == "reply":
        return
    most, kind = {
        "title": (limits.title, "text_too_long"),
        "button": (limits.button_label, "label_too_long"),
        "option": (limits.option, "label_too_long"),
    }.get(passage.use, (limits.section_text, "text_too_long"))
    if length > most:
        called = f"{passage.called[0].upper()}{passage.called[1:]}"
        what = f"{called} may have {length} characters; only {most} fit."
        report.error(passage.place, kind, what, "Make it shorter, or divide it.")


def _check_macro(
    macro: Macro, library: Library, measure: _Measure, limits: TextLimits, report: Report
) -> None:
    """A canned reply with its links, and with the sentence for each fact that may have to be confirmed."""
    confirm = library.says.get("confirm_fact", "")
    links = sum(measure.link(key) for key in macro.links)
    base = (macro.place.file, macro.id, "text")
    texts = [(macro.text, library.at(*base, otherwise=macro.place))]
    for court in library.courts.values():
        place = library.at(court.place.file, "macros", macro.id, otherwise=court.place)
        texts.append((court.macros.get(macro.id, ""), place))
    for text, place in texts:
        facts = len({*names(text), *macro.links})
        length = measure.length(text) + links + facts * (measure.length(confirm) + 1)
        if length > limits.reply:
            what = f'Canned reply "{macro.id}" may have {length} characters; only {limits.reply} fit.'
            report.error(place, "text_too_long", what, "Make it shorter, or divide it.")


def _check_question(
    flow: Flow, question: Question, measure: _Measure, limits: TextLimits, report: Report
) -> None:
    if len(question.answers) > limits.buttons:
        what = f'"{question.id}" has {len(question.answers)} answers; only {limits.buttons} buttons fit.'
        report.error(question.place, "too_many_answers", what, "Ask it in two questions.")
    texts = (flow.start, question.rephrase or question.ask, *(answer.label for answer in question.answers))
    length = sum(measure.length(text) for text in texts)
    if length > limits.message_text:
        what = (
            f'The message that asks "{question.id}" may have {length} characters; {limits.message_text} fit.'
        )
        report.error(
            question.place, "text_too_long", what, "Make the question, its labels or the start shorter."
        )
