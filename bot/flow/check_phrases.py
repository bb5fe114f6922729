"""Phrases that would mean two things at once."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.flow.model import Flow, Library, Place, Question
from bot.flow.report import Report

Groups = Mapping[str, tuple[str, ...]]
_NO_COMMANDS = frozenset({"what_is", "changes_mind"})
_MARKS = re.compile(r"[^\w\s]+")


def check_phrases(library: Library, report: Report) -> None:
    """Report a phrase that two answers, two hand-overs, two commands or two words of the field share."""
    groups = {_fold(name): phrases for name, phrases in library.groups.items()}
    commands = {name: said for name, said in library.commands.items() if name not in _NO_COMMANDS}
    for flow in library.flows.values():
        for question in flow.questions:
            _check_answers(flow, question, groups, library, report)
        heard = [
            (one.id, one.heard, library.at(flow.place.file, "hand over", one.id, "heard"))
            for one in flow.hand_overs
        ]
        _check("hand-overs", heard, groups, report)
    told = [(name, said, library.at("phrases.yaml", "commands", name)) for name, said in commands.items()]
    _check("commands", told, {}, report)
    terms = [
        (one.id, one.phrases, library.at("words.yaml", one.id, "phrases", otherwise=one.place))
        for one in library.terms
    ]
    _check("words", terms, {}, report)


def _check_answers(flow: Flow, question: Question, groups: Groups, library: Library, report: Report) -> None:
    base = (flow.place.file, "questions", question.id, "also")
    answers = [
        (answer.id, (answer.label, *answer.also), library.at(*base, answer.id, otherwise=answer.place))
        for answer in question.answers
    ]
    _check(f'answers of "{question.id}"', answers, groups, report)


def _check(
    things: str, meanings: Iterable[tuple[str, tuple[str, ...], Place]], groups: Groups, report: Report
) -> None:
    first: dict[str, str] = {}
    for meaning, phrases, place in meanings:
        for phrase in dict.fromkeys(_expanded(phrases, groups)):
            other = first.setdefault(phrase, meaning)
            if other != meaning:
                what = f'"{phrase}" means two of the {things}: {other} and {meaning}.'
                report.error(place, "twin_phrases", what, "Take it out of one of them, or make it longer.")


def _expanded(phrases: tuple[str, ...], groups: Groups) -> Iterator[str]:
    for phrase in phrases:
        folded = _fold(phrase)
        if folded:
            yield folded
        yield from (_fold(one) for one in groups.get(folded, ()))


def _fold(phrase: str) -> str:
    return " ".join(_MARKS.sub(" ", phrase.lower().replace("'", "")).split())
