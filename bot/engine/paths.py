"""Every way through a flow, walked by the compiled machine itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from bot.engine.machine import HAND_OVER, FlowMachine
from bot.flow.model import Flow


@dataclass(frozen=True, slots=True)
class Walked:
    """One way through a flow: the answers in the order asked, and the state it ends in.

    `waived` are the hand-overs that were passed over on the way, as after a return from staff.
    """

    answers: Mapping[str, str]
    end: str
    waived: tuple[str, ...] = ()

    @property
    def hand_over(self) -> str:
        """The id of the hand-over this way ends in, or empty."""
        return self.end.removeprefix(HAND_OVER) if self.end.startswith(HAND_OVER) else ""


def walk(flow: Flow, machine: FlowMachine, *, returning: bool = False) -> Iterator[Walked]:
    """All ways from the first question to an end, the answers tried in the order of the file.

    When `returning`, each hand-over that staff can return a filer from is also passed over where it is met,
    and the walk goes on behind it; the ways that end in it are given all the same.
    """
    ahead = [Walked({}, machine.first())]
    while ahead:
        here = ahead.pop()
        onward = [step_on(machine, here, answer) for answer in offered(flow, here.end)]
        if not onward:
            yield here
        if returning and can_return(flow, here.hand_over):
            onward = [_returned(machine, here)]
        ahead += reversed(onward)


def offered(flow: Flow, state: str) -> tuple[str, ...]:
    """The ids of the answers to the question of this state; none when it is an end."""
    question = flow.question(state)
    return tuple(answer.id for answer in question.answers) if question else ()


def step_on(machine: FlowMachine, here: Walked, answer: str) -> Walked:
    """The way one answer further."""
    answers = {**here.answers, here.end: answer}
    return Walked(answers, machine.next(here.end, answers, here.waived), here.waived)


def can_return(flow: Flow, hand_over: str) -> bool:
    """Whether staff can give a filer back to the bot from this hand-over; never from none."""
    entry = flow.hand_over(hand_over)
    return entry is not None and not entry.no_way_back


def _returned(machine: FlowMachine, here: Walked) -> Walked:
    waived = (*here.waived, here.hand_over)
    last = list(here.answers)[-1]
    return Walked(here.answers, machine.next(last, here.answers, waived), waived)


MOST = 50_000
SAMPLE = 5_000


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways that were walked, also behind each hand-over; `complete` is false when they are a sample."""

    walked: tuple[Walked, ...]
    complete: bool = True

    @property
    def paths(self) -> int:
        """How many of them pass over no hand-over."""
        return sum(not way.waived for way in self.walked)


def ways(flow: Flow, machine: FlowMachine, most: int = MOST) -> Ways:
    """All ways through a flow, or a sample that is always the same when there are more than `most`."""
    walked = tuple(islice(walk(flow, machine, returning=True), most + 1))
    if len(walked) <= most:
        return Ways(walked)
    sample = (_sampled(flow, machine, number) for number in range(SAMPLE))
    return Ways(tuple(chain.from_iterable(sample)), complete=False)


def _sampled(flow: Flow, machine: FlowMachine, number: int) -> Iterator[Walked]:
    """One way, its answers picked by a fixed row of numbers, on to the end behind every hand-over."""
    here, pick = Walked({}, machine.first()), number
    while True:
        answers = offered(flow, here.end)
        if answers:
            pick = (pick * 6364136223846793005 + 1442695040888963407) % 2**64
            here = step_on(machine, here, answers[(pick >> 33) % len(answers)])
            continue
        yield here
        if not can_return(flow, here.hand_over):
            return
        here = _returned(machine, here)
