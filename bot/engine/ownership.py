"""Who has the word with a filer: the bot, nobody yet, a person, the bot again. Pure; one machine for all."""

from typing import Any, Literal

from transitions import Machine

from bot.engine.conversation import Owner

Event = Literal["hand_over", "nobody_there", "claim", "let_go", "give_back", "withdraw", "reopen"]

_EVENTS: tuple[tuple[Event, list[Owner], Owner], ...] = (
    ("hand_over", ["bot", "returned"], "waiting"),
    ("hand_over", ["waiting"], "waiting"),
    ("hand_over", ["human"], "human"),
    ("nobody_there", ["waiting"], "bot"),
    ("claim", ["waiting", "human"], "human"),
    ("let_go", ["human", "waiting"], "waiting"),
    ("give_back", ["waiting", "human", "returned"], "returned"),
    ("withdraw", ["bot", "waiting", "human", "returned"], "bot"),
    ("reopen", ["bot", "returned"], "waiting"),
)


class _Spot:
    """One conversation on its way through one event: `_state` is the machine's alone."""

    __slots__ = ("_state",)

    def __init__(self, owner: Owner) -> None:
        self._state: Any = owner


def after(owner: Owner, event: Event) -> Owner:
    """Who has the word after this. Raises transitions.MachineError where it cannot happen."""
    spot = _Spot(owner)
    _MACHINE.events[event].trigger(spot)
    who: Owner = spot._state
    return who


def listing() -> tuple[tuple[str, str, str], ...]:
    """Every transition: source, event, target."""
    return tuple((source, event, target) for event, sources, target in _EVENTS for source in sources)


def _machine() -> Machine:
    machine = Machine(
        model=None,
        states=["bot", "waiting", "human", "returned"],
        initial="bot",
        auto_transitions=False,
        send_event=True,
        queued=False,
        model_attribute="_state",
    )
    for event, sources, target in _EVENTS:
        machine.add_transition(event, [*sources], target)
    return machine


_MACHINE = _machine()
