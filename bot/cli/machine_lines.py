"""The compiled machine in lines: `account -- own --> created`."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.engine.book import Rules
from bot.engine.machine import HAND_OVER, START, Arrow

Onward = tuple[tuple[str, str], ...]
"""Where an answer leads: guard and target of each arrow, in the order they are tried."""


def lines(rules: Rules) -> Iterator[str]:
    """The states that ask and those that end, then the transitions.

    Answers that lead on alike share their lines; of several lines the first counts whose guard, in brackets,
    holds. A hand-over is passed over once staff have returned the filer from it.
    """
    machine = rules.machine
    ends = [state for state in machine.states if state not in machine.answers]
    yield f"questions: {' '.join(machine.answers)}"
    yield f"ends: {' '.join(state for state in ends if state != START)}"
    for source, arrows in groupby(machine.listing(), key=lambda arrow: arrow.source):
        for answers, onward in _alike(arrows):
            for guard, target in _behind(onward):
                yield _line(source, answers, guard, target)
    heard = [HAND_OVER + entry.id for entry in rules.flow.hand_overs if entry.heard]
    if heard:
        yield f"(any) -- words that are heard --> {' / '.join(heard)}"


def _alike(arrows: Iterable[Arrow]) -> list[tuple[list[str], Onward]]:
    """The answers to one question, those that lead on alike together."""
    ways: dict[str, list[tuple[str, str]]] = {}
    for arrow in arrows:
        ways.setdefault(arrow.answer, []).append((arrow.guard, arrow.target))
    alike: dict[Onward, list[str]] = {}
    for answer, onward in ways.items():
        alike.setdefault(tuple(onward), []).append(answer)
    return [(answers, onward) for onward, answers in alike.items()]


def _behind(onward: Onward) -> Iterator[tuple[str, str]]:
    """The same, where what stands behind a hand-over without a guard says when it is reached."""
    returned = False
    for guard, target in onward:
        yield "; ".join(part for part in ("returned by staff" if returned else "", guard) if part), target
        returned = returned or (target.startswith(HAND_OVER) and not guard)


def _line(source: str, answers: list[str], guard: str, target: str) -> str:
    trigger = " / ".join(answers) + (f" [{guard}]" if guard else "")
    return f"{source} -- {trigger} --> {target}" if trigger else f"{source} --> {target}"
