"""Everything that one message causes, as values; the service carries it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.engine.conversation import Conversation
from bot.engine.reply import Reply


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, in the past tense, with names and ids only."""

    name: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What staff need to take over: reason, urgency, and the path in words (question, answer).

    `steps` are those the filer was shown before, `done` those of them that are ticked, in words.
    `blocks_filing` is true where nothing can be filed until staff help.
    """

    hand_over: str
    because: str
    urgent: bool
    path: tuple[tuple[str, str], ...]
    steps: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    blocks_filing: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """The conversation after a message, and what to say.

    `reply` is None only for a press that changed nothing, and for words that are for a person: `relayed`.
    `how` says how each answer read in this turn was read; `candidates` what is still possible where the
    message was unclear. `case` is set when this turn hands over to staff; `withdrawn` when the filer takes
    the request back. `fresh` is true when the reply must be a new post: a checklist, a correction, a
    hand-over, an answer to typed text. `reads_only` is true when nothing changed and a slash command may be
    answered in its acknowledgement.
    """

    conversation: Conversation
    reply: Reply | None
    how: Mapping[str, str] = field(default_factory=dict)
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    case: Evidence | None = None
    withdrawn: bool = False
    fresh: bool = True
    reads_only: bool = False
    relayed: bool = False
    echo: str = ""
