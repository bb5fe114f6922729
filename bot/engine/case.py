"""A case as a state machine: open, claimed, answered, closed, reopened. Pure; one machine for all cases."""

from dataclasses import dataclass
from typing import Any, Literal

from transitions import EventData, Machine, MachineError

from bot.errors import AlreadyClaimed, CaseClosed, NotYours

Act = Literal[
    "claim",
    "take_over",
    "assign",
    "answer",
    "hear",
    "let_go",
    "give_back",
    "close",
    "withdraw",
    "reopen",
]

OPEN = "open"
CLOSED = "closed"
_STATES = (OPEN, "claimed", "answered", CLOSED, "reopened")
_WAITING = [OPEN, "reopened"]
_TAKEN = ["claimed", "answered"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands, and the id of who has it; empty while nobody has."""

    state: str = OPEN
    owner: str = ""


class _Spot:
    """One case on its way through one act: `_state` is the machine's alone."""

    __slots__ = ("_state", "by", "owner", "to")

    def __init__(self, standing: Standing, by: str, to: str) -> None:
        self._state = standing.state
        self.owner = standing.owner
        self.by = by
        self.to = to

    @property
    def state(self) -> str:
        """The state the machine has brought it to."""
        return self._state


def act(standing: Standing, deed: Act, by: str, to: str = "") -> Standing:
    """The case after somebody's act; the same standing when the act changes nothing.

    A case is claimed by one; another may take it over, and anybody may assign it (`to` is who gets it then).
    Any of the staff may answer a case that somebody has; who has it lets it go, gives it back to the bot or
    closes it. A case that nobody has may be given back or closed by any of the staff. What the filer writes
    is `hear`: an answered case waits for staff again. The filer may withdraw a case from anybody. A closed
    case can be reopened. Raises AlreadyClaimed, NotYours or CaseClosed, and then nothing has changed.
    """
    spot = _Spot(standing, by, to or by)
    try:
        moved = _MACHINE.events[deed].trigger(spot)
    except MachineError:
        moved = False
    if not moved:
        _refuse(standing, deed)
    return Standing(spot.state, spot.owner)


def listing() -> tuple[tuple[str, str, str], ...]:
    """Every transition: source, act, target."""
    return tuple((source, deed, target) for deed, sources, target, _, _ in _ACTS for source in sources)


def _refuse(standing: Standing, deed: Act) -> None:
    if standing.state == CLOSED:
        raise CaseClosed
    if deed == "claim":
        raise AlreadyClaimed(standing.owner)
    raise NotYours


def _is_owner(event: EventData) -> bool:
    spot: Any = event.model
    return bool(spot.by == spot.owner)


def _take(event: EventData) -> None:
    spot: Any = event.model
    spot.owner = spot.to


def _let_go(event: EventData) -> None:
    spot: Any = event.model
    spot.owner = ""


_ACTS: tuple[tuple[Act, list[str], str, Any, Any], ...] = (
    ("claim", _WAITING, "claimed", None, _take),
    ("claim", ["claimed"], "claimed", _is_owner, None),
    ("claim", ["answered"], "answered", _is_owner, None),
    ("take_over", ["claimed"], "claimed", None, _take),
    ("take_over", ["answered"], "answered", None, _take),
    ("assign", [*_WAITING, "claimed"], "claimed", None, _take),
    ("assign", ["answered"], "answered", None, _take),
    ("answer", _TAKEN, "answered", None, None),
    ("hear", _TAKEN, "claimed", None, None),
    ("hear", [OPEN], OPEN, None, None),
    ("hear", ["reopened"], "reopened", None, None),
    ("let_go", _TAKEN, OPEN, _is_owner, _let_go),
    ("give_back", _WAITING, CLOSED, None, None),
    ("give_back", _TAKEN, CLOSED, _is_owner, None),
    ("close", _WAITING, CLOSED, None, None),
    ("close", _TAKEN, CLOSED, _is_owner, None),
    ("withdraw", [*_WAITING, *_TAKEN], CLOSED, None, None),
    ("reopen", [CLOSED], "reopened", None, _let_go),
)


def _machine() -> Machine:
    machine = Machine(
        model=None,
        states=list(_STATES),
        initial=OPEN,
        auto_transitions=False,
        send_event=True,
        queued=False,
        model_attribute="_state",
    )
    for deed, sources, target, guard, after in _ACTS:
        machine.add_transition(deed, [*sources], target, conditions=guard, after=after)
    return machine


_MACHINE = _machine()
