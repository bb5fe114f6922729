"""What became of one thing that somebody did, as it is counted: ids and seconds, never a word or a person."""

from dataclasses import dataclass

from bot.engine.outcome import Turn
from bot.service.incoming import FromStaff, Incoming

STAFF = "staff"
AGAIN = "again"
FAILED = "failed"
UNSAVED = "unsaved"


@dataclass(frozen=True, slots=True)
class Handled:
    """`surface` is how it came: an Incoming's `how`, or staff.

    `outcome` is the kind of the reply (question, answer, hand_over, information), silent (a turn without a
    reply), at_once (answered in the acknowledgement, or nothing to do), again (seen before), failed (rolled
    back and apologised for) or unsaved (the database did not take it). `missed` is the state in which a
    message was not read, `hand_over` the id of the hand-over it led to; both empty as a rule.
    """

    surface: str
    outcome: str
    seconds: float
    missed: str = ""
    hand_over: str = ""
    urgent: bool = False


def surface_of(incoming: Incoming | FromStaff) -> str:
    """How it came, in one word."""
    return incoming.how if isinstance(incoming, Incoming) else STAFF


def handled(surface: str, outcome: str, seconds: float, turn: Turn | None) -> Handled:
    """The account of a turn; `outcome` where there is one beside the turn's own, else empty."""
    if turn is None:
        return Handled(surface, outcome or "at_once", seconds)
    missed = next((one.data.get("state", "") for one in turn.events if one.name == "missed"), "")
    return Handled(
        surface,
        outcome or (turn.reply.kind if turn.reply else "silent"),
        seconds,
        missed,
        turn.case.hand_over if turn.case else "",
        turn.case.urgent if turn.case else False,
    )
