"""A flow as a state machine: the one place where YAML becomes `transitions`.

A question is a state, an answer an input, a `when` a guard; the checklist and each hand-over are final
states. One machine per flow and court, built once and shared by all conversations: what changes lies in a
`Spot` that lives for one settling. Nothing else in the bot moves from state to state.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from transitions import EventData, Machine

from bot.engine.guards import ahead, concerning, narrowed, written
from bot.flow.model import Flow, HandOver
from bot.flow.when import When

START = "start"
CHECKLIST = "checklist"
HAND_OVER = "hand_over:"
_BEGIN = "to begin"
_HEAR = "to hear "


class Spot:
    """Where one conversation is: the state, and what its guards may look at."""

    __slots__ = ("_state", "path", "waived")

    def __init__(self, state: str, path: dict[str, str], waived: Collection[str]) -> None:
        self._state = state
        self.path = path
        self.waived = waived

    @property
    def state(self) -> str:
        """A question's id, `checklist`, or `hand_over:` and an id."""
        return self._state


@dataclass(frozen=True, slots=True)
class Arrow:
    """A transition in words: `account -- own --> created`; `guard` is empty when it always holds."""

    source: str
    answer: str
    guard: str
    target: str


class FlowMachine:
    """The compiled flow. Immutable once built, and safe to share between threads."""

    def __init__(self, flow: Flow) -> None:
        self._arrows: list[Arrow] = []
        self.answers: dict[str, frozenset[str]] = {
            question.id: frozenset(answer.id for answer in question.answers) for question in flow.questions
        }
        states = [START, *self.answers, CHECKLIST, *(HAND_OVER + one.id for one in flow.hand_overs)]
        self._machine = Machine(
            model=None,
            states=list(states),
            initial=START,
            auto_transitions=False,
            send_event=True,
            queued=False,
            model_attribute="_state",
        )
        self._compile(flow)
        self._events = self._machine.events
        self.states: tuple[str, ...] = tuple(states)
        before_all = Spot(START, {}, ())
        self._events[_BEGIN].trigger(before_all)
        self._first = before_all.state

    def begin(self, waived: Collection[str] = ()) -> Spot:
        """A spot at the first question."""
        return Spot(self._first, {}, waived)

    def answer(self, spot: Spot, answer: str) -> None:
        """Take one of the `answers` of the question the spot is at, and move on."""
        spot.path[spot.state] = answer
        self._events[answer].trigger(spot)

    def hear(self, spot: Spot, hand_over: str) -> None:
        """Hand over from wherever the spot is. Raises KeyError for an unknown hand-over."""
        self._events[_HEAR + hand_over].trigger(spot)

    def first(self) -> str:
        """The state a conversation begins in."""
        return self._first

    def next(self, state: str, path: Mapping[str, str], waived: Collection[str] = ()) -> str:
        """The state after `state`, whose answer is the last on the path.

        Raises KeyError when the question has no such answer.
        """
        if path[state] not in self.answers[state]:
            raise KeyError(path[state])
        spot = Spot(state, dict(path), waived)
        self.answer(spot, path[state])
        return spot.state

    def is_question(self, state: str) -> bool:
        """Whether this state waits for an answer."""
        return state in self.answers

    def listing(self) -> tuple[Arrow, ...]:
        """Every transition between questions and outcomes, in the order the guards are tried."""
        return tuple(self._arrows)

    def _compile(self, flow: Flow) -> None:
        self._lead_on(flow, START, "", _BEGIN)
        for question in flow.questions:
            for answer in question.answers:
                self._lead_on(flow, question.id, answer.id, answer.id)
        for hand_over in flow.hand_overs:
            self._machine.add_transition(_HEAR + hand_over.id, "*", HAND_OVER + hand_over.id)

    def _lead_on(self, flow: Flow, source: str, answer: str, trigger: str) -> None:
        for hand_over in flow.hand_overs:
            self._hand_over(flow, hand_over, Arrow(source, answer, "", HAND_OVER + hand_over.id), trigger)
        for question in ahead(flow, source):
            when = narrowed(question.when, flow, source, answer)
            if when is not None:
                self._add(trigger, Arrow(source, answer, written(when), question.id), _asks(when))
            if when is not None and not when.rows:
                return
        self._add(trigger, Arrow(source, answer, "", CHECKLIST), None)

    def _hand_over(self, flow: Flow, hand_over: HandOver, arrow: Arrow, trigger: str) -> None:
        rule = concerning(hand_over.when, arrow.source) if hand_over.when else None
        when = narrowed(rule, flow, arrow.source, arrow.answer) if rule else None
        if when is not None:
            self._add(trigger, replace(arrow, guard=written(when)), _hands_over(when, hand_over.id))

    def _add(self, trigger: str, arrow: Arrow, guard: Callable[[EventData], bool] | None) -> None:
        self._arrows.append(arrow)
        conditions: Any = guard
        self._machine.add_transition(trigger, arrow.source, arrow.target, conditions=conditions)


def compile_machine(flow: Flow) -> FlowMachine:
    """The machine of a flow that is resolved for its court. Raises nothing on a checked flow."""
    return FlowMachine(flow)


def _asks(when: When) -> Callable[[EventData], bool] | None:
    if not when.rows:
        return None

    def guard(event: EventData) -> bool:
        spot: Any = event.model
        return when.fits(spot.path)

    return guard


def _hands_over(when: When, hand_over: str) -> Callable[[EventData], bool]:
    def guard(event: EventData) -> bool:
        spot: Any = event.model
        return hand_over not in spot.waived and when.fits(spot.path)

    return guard
