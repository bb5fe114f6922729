"""What the paths of a flow must end in: a step, with an address or a phone in it."""

from collections import defaultdict

from bot.engine.book import Book, Rules
from bot.engine.checklist import steps
from bot.engine.machine import CHECKLIST
from bot.engine.paths import Walked, Ways
from bot.flow.model import HandOver, Step
from bot.flow.placeholder import names
from bot.flow.report import Report

_ADDRESSES = {"phone", "link", "email"}


def prove_ends(book: Book, rules: Rules, ways: Ways, report: Report) -> None:
    """Report the ends that leave a filer with nothing to do, or with nobody to ask."""
    ends: dict[tuple[Step, ...], list[Walked]] = defaultdict(list)
    for way in ways.walked:
        if way.end == CHECKLIST:
            ends[steps(rules.flow, way.answers)].append(way)
    _nothing_to_do(rules, [way for way in ends.get((), []) if not way.waived], report)
    for entry in rules.flow.hand_overs:
        _no_way_back(entry, [way for way in ends.get((), []) if way.waived[-1:] == (entry.id,)], report)
    for shown in ends:
        if shown and not any(has_address(book, step) for step in shown):
            _nobody_to_ask(shown, report)


def has_address(book: Book, step: Step) -> bool:
    """Whether a step gives the filer a link, a phone number or an e-mail address."""
    named = (key for key in names(step.do) if book.wording.knows(key))
    return bool(step.links) or any(book.wording.fact(key).kind in _ADDRESSES for key in named)


def path_text(way: Walked) -> str:
    """A path as a clerk finds it in the file: `account is own, created is before`."""
    return ", ".join(f"{question} is {answer}" for question, answer in way.answers.items()) or "no question"


def _nothing_to_do(rules: Rules, found: list[Walked], report: Report) -> None:
    if found:
        what = f"No step is shown on {_count(found)}: {path_text(found[0])}."
        advice = "Add a step or a hand over whose `when` fits, or ask one more question."
        report.error(rules.flow.place, "path_without_step", what, advice)


def _no_way_back(entry: HandOver, found: list[Walked], report: Report) -> None:
    if found:
        what = f"Returned from {entry.id}, a filer gets no step on {_count(found)}: {path_text(found[0])}."
        advice = "Add a step whose `when` fits, or write `no way back: yes` under the hand over."
        report.error(entry.place, "no_way_back", what, advice)


def _nobody_to_ask(shown: tuple[Step, ...], report: Report) -> None:
    what = f"A checklist has neither a link nor a phone: {', '.join(step.id for step in shown)}."
    advice = "Give one of its steps a `link:`, or write a phone in it, such as {pacer.phone}."
    report.error(shown[0].place, "path_without_link", what, advice)


def _count(found: list[Walked]) -> str:
    return "this path" if len(found) == 1 else f"{len(found)} paths, such as this"
