"""A library with problems, made whole enough to be proved: what points nowhere is left out.

Its problems have been reported. Without this the proof would stop at the first of them, and the clerk would
hear of the rest one run later.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from bot.flow.grammar import LINKED
from bot.flow.model import Answer, Fact, Flow, Library
from bot.flow.placeholder import names
from bot.flow.texts import passages


def mended(library: Library) -> Library:
    """The library without links, days and flows that do not exist, and with a blank for each unknown fact."""
    links, days = _known(library, LINKED), _known(library, ("date",))
    blanks = {key: _blank(key) for key in _unknown(library)}
    first = next(iter(library.flows))
    courts = {
        court.id: court if court.default_flow in library.flows else replace(court, default_flow=first)
        for court in library.courts.values()
    }
    flows = {flow.id: _flow(flow, library, links, days) for flow in library.flows.values()}
    macros = {
        macro.id: replace(macro, links=tuple(key for key in macro.links if key in links))
        for macro in library.macros.values()
    }
    facts = {**library.facts, **blanks}
    return replace(library, flows=flows, courts=courts, macros=macros, facts=facts)


def _flow(flow: Flow, library: Library, links: Collection[str], days: Collection[str]) -> Flow:
    questions = (
        replace(question, answers=tuple(_answer(answer, days) for answer in question.answers))
        for question in flow.questions
    )
    steps = (
        replace(
            step,
            links=tuple(key for key in step.links if key in links),
            not_before=step.not_before if step.not_before in days else "",
            flow=step.flow if step.flow in library.flows else "",
        )
        for step in flow.steps
    )
    hand_overs = (
        replace(one, links=tuple(key for key in one.links if key in links)) for one in flow.hand_overs
    )
    return replace(flow, questions=tuple(questions), steps=tuple(steps), hand_overs=tuple(hand_overs))


def _answer(answer: Answer, days: Collection[str]) -> Answer:
    named = {answer.dates.start, answer.dates.end} - {""} if answer.dates else set()
    return answer if named <= set(days) else replace(answer, dates=None)


def _known(library: Library, kinds: Collection[str]) -> frozenset[str]:
    """The keys that every court has, and of such a kind."""
    of_courts = [{**library.facts, **court.facts} for court in library.courts.values()]
    return frozenset(
        key for key in of_courts[0] if all(key in one and one[key].kind in kinds for one in of_courts)
    )


def _unknown(library: Library) -> Iterator[str]:
    """The facts named in texts that some court does not have."""
    for passage in passages(library):
        courts = [one for one in library.courts.values() if passage.court in ("", one.id)]
        for name in names(passage.text):
            if "." in name and name not in library.facts and any(name not in one.facts for one in courts):
                yield name


def _blank(key: str) -> Fact:
    return Fact(key, "text", "?", "nowhere", checked=date.min, expires=date.max)
