"""The heart: what was told leads to a state and to the answers that count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.engine.machine import FlowMachine


@dataclass(frozen=True, slots=True)
class Settled:
    """The state (a question's id, `checklist`, `hand_over:ID`) and the answers that count, in order."""

    state: str
    path: dict[str, str]


def settle(
    machine: FlowMachine, told: Mapping[str, str], waived: Collection[str] = (), heard: str = ""
) -> Settled:
    """Where these answers lead, and which of them count.

    Going back, changing an answer, pressing an old button, several facts in one sentence and editing a flow
    are all the same thing: change what was told, then settle. An answer whose question is not reached
    waits; one that the flow no longer has is asked again. `heard` is a hand-over that was said in words.
    """
    spot = machine.begin(waived)
    while (answer := told.get(spot.state)) is not None and answer in machine.answers.get(spot.state, ()):
        machine.answer(spot, answer)
    if heard:
        machine.hear(spot, heard)
    return Settled(spot.state, spot.path)
