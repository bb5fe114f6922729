"""What nobody would ever see: a question never asked, a step never shown, a hand-over never reached."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.engine.checklist import steps
from bot.engine.machine import CHECKLIST
from bot.engine.paths import Ways
from bot.flow.model import Flow, Place
from bot.flow.problem import Problem
from bot.flow.report import Report

Part = tuple[str, str, str]
"""Kind (question, step, hand over), flow and id."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the paths of one court meet, and the problem of each part they do not meet."""

    met: frozenset[Part] = frozenset()
    unmet: Mapping[Part, Problem] = field(default_factory=dict)


def reach(flow: Flow, ways: Ways) -> Reach:
    """Which parts of a flow the paths of one court meet; what a mere sample misses is a warning."""
    met = frozenset(_met(flow, ways))
    return Reach(met, {part: _problem(part, place, ways) for part, place in _parts(flow) if part not in met})


def met_nowhere(found: list[Reach]) -> Iterator[Problem]:
    """The problems of the parts that some court has and no court meets."""
    met = frozenset[Part]().union(*(one.met for one in found))
    unmet = {part: problem for one in found for part, problem in one.unmet.items()}
    return (problem for part, problem in unmet.items() if part not in met)


def _met(flow: Flow, ways: Ways) -> Iterator[Part]:
    for way in ways.walked:
        for question in way.answers:
            yield "question", flow.id, question
        if way.hand_over:
            yield "hand over", flow.id, way.hand_over
        if way.end == CHECKLIST:
            for step in steps(flow, way.answers):
                yield "step", flow.id, step.id


def _parts(flow: Flow) -> Iterator[tuple[Part, Place]]:
    for question in flow.questions:
        yield ("question", flow.id, question.id), question.place
    for step in flow.steps:
        yield ("step", flow.id, step.id), step.place
    for entry in flow.hand_overs:
        if entry.when is not None:
            yield ("hand over", flow.id, entry.id), entry.place


_SAID = {
    "question": ("unreachable_question", "The question {id} is never asked."),
    "step": ("step_never_shown", "The step {id} is never shown."),
    "hand over": ("hand_over_never_reached", "The hand over {id} is never reached by its `when`."),
}


def _problem(part: Part, place: Place, ways: Ways) -> Problem:
    kind, what = _SAID[part[0]]
    advice = "No path gives the answers that its `when` asks for: change the `when`, or leave it out."
    report = Report()
    tell = report.error if ways.complete else report.warning
    tell(place, kind, what.format(id=part[2]), advice)
    return report.problems()[0]
