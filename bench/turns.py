"""The longest turn against one bare guarded transition of the same library.

Every turn of every path of `nextgen` is taken once; the slowest is then measured, in rounds, beside the
transition. `python -m bench.turns` prints it.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from transitions import EventData, Machine

from bench.page import Chapter, Finding, at_most, run_alone
from bench.rounds import Compared, compare
from bench.scale import Scale
from bench.walk import FLOW, label, the_book
from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.engine.message import Message, Press
from bot.engine.table import table
from bot.engine.turn import advance, fresh

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
TRIES = 3
LIMIT = 15.0
COMMAND = "python -m bench.turns"
METHOD = """
Each of the {turns} turns that begin some path of `nextgen` was taken; the slowest is measured here, in rounds
beside one guarded transition of a machine with two states, made by the same library. It settles {questions}
answers, each through the compiled machine. The limit is for the least round of each. Beside it the slowest
turn whose answer is typed in the words of its button: reading them is no move of the machine, and comes on
top. Processor time, one thread.
"""


@dataclass(frozen=True)
class Candidate:
    """One turn: the conversation before it, the message, and how many questions its path has by then."""

    before: Conversation
    message: Message
    questions: int


@dataclass(frozen=True)
class LongestTurn:
    """How many turns there are, and the slowest pressed and the slowest typed one against a transition."""

    turns: int
    questions: int
    pressed: Compared
    typed: Compared


class Door:
    """A thin object with a state and a guard's question: all that a transition needs."""

    __slots__ = ("answers", "state")

    def __init__(self) -> None:
        """Closed, with one answer told."""
        self.state = "closed"
        self.answers = {"account": "own"}


def measure(scale: Scale) -> LongestTurn:
    """The slowest turns of the default court, measured in rounds."""
    book = the_book()
    turns = every_turn(book)
    pressed = max(turns, key=lambda turn: seconds(book, turn.before, turn.message))
    written = [Candidate(turn.before, in_words(book, turn.message), turn.questions) for turn in turns]
    typed = max(written, key=lambda turn: seconds(book, turn.before, turn.message))
    return LongestTurn(
        len(turns),
        pressed.questions,
        compare(lambda: advance(book, pressed.before, pressed.message, NOW), bare_transition(), scale),
        compare(lambda: advance(book, typed.before, typed.message, NOW), bare_transition(), scale),
    )


def chapter(found: LongestTurn) -> Chapter:
    """The findings, for the report."""
    return Chapter(
        "The longest turn",
        COMMAND,
        METHOD.format(turns=found.turns, questions=found.questions),
        (
            at_most("the slowest pressed turn, in bare transitions", found.pressed.at_best, LIMIT),
            Finding("the slowest typed turn, in bare transitions", f"{found.typed.at_best:.1f}"),
            Finding("pressed, median round (least to greatest)", found.pressed.spread),
            Finding("typed, median round (least to greatest)", found.typed.spread),
            Finding("the slowest pressed turn, median", f"{found.pressed.ours:.0f} microseconds"),
            Finding("the slowest typed turn, median", f"{found.typed.ours:.0f} microseconds"),
            Finding("one bare guarded transition, median", f"{found.pressed.theirs:.1f} microseconds"),
        ),
    )


def every_turn(book: Book) -> list[Candidate]:
    """Every turn of every path, pressed, each once."""
    found: dict[tuple[tuple[str, str], ...], Candidate] = {}
    for row in table(book, FLOW):
        conversation, so_far = fresh(book, "bench", "UBENCH001"), list[tuple[str, str]]()
        for at, (question, answer) in enumerate(row.answers.items(), 1):
            so_far.append((question, answer))
            message = Message(at=at, press=Press(question, answer))
            found.setdefault(tuple(so_far), Candidate(conversation, message, at))
            conversation = advance(book, conversation, message, NOW).conversation
    return list(found.values())


def in_words(book: Book, message: Message) -> Message:
    """The same answer, typed as its button says it."""
    assert message.press is not None
    return Message(at=message.at, text=label(book, message.press.question, message.press.answer))


def seconds(book: Book, before: Conversation, message: Message) -> float:
    """The least time of a few tries."""
    took = []
    for _ in range(TRIES):
        began = time.perf_counter()
        advance(book, before, message, NOW)
        took.append(time.perf_counter() - began)
    return min(took)


def bare_transition() -> Callable[[], bool]:
    """One guarded transition of a shared two-state machine, as cheap as the library makes it."""
    machine = Machine(
        model=None, states=["closed", "open"], initial="closed", auto_transitions=False, send_event=True
    )
    machine.add_transition("knock", "closed", "open", conditions=_is_own)
    event = machine.events["knock"]
    return lambda: event.trigger(Door())


def _is_own(event: EventData) -> bool:
    door = event.model
    assert isinstance(door, Door)
    return door.answers.get("account") in ("own", "shared")


if __name__ == "__main__":
    sys.exit(run_alone(measure, chapter))
