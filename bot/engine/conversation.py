"""One filer in one flow: what was told, and who has the word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Owner = Literal["bot", "waiting", "human", "returned"]


@dataclass(frozen=True, slots=True)
class Told:
    """An answer that was given, and when (microseconds since 1970, Slack's time)."""

    answer: str
    at: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A late answer that contradicts a later one: the filer says which holds."""

    question: str
    early: Told
    later: Told


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that is kept of an ordinary conversation; no words of the filer but the last three messages.

    `state` is what `settle` gave last (a question's id, `checklist`, or `hand_over:ID`), kept so that the
    question on the screen is known; it is never the truth: `told`, `waived` and `heard` are.
    `offered` are the buttons on the screen, in order (question, answer): a typed number picks one.
    `case` is the number of the case staff have or wait with, `helper` the name of who claimed it.
    `talk` counts conversations of this person; a restart begins a new one, and old buttons are over.
    """

    key: str
    court: str
    person: str
    purpose: str = "own"
    talk: int = 1
    flow: str = ""
    fingerprint: str = ""
    told: Mapping[str, Told] = field(default_factory=dict)
    waived: tuple[str, ...] = ()
    heard: str = ""
    state: str = ""
    misses: int = 0
    doubt: Doubt | None = None
    resuming: bool = False
    ended: bool = False
    owner: Owner = "bot"
    helper: str = ""
    case: str = ""
    offered: tuple[tuple[str, str], ...] = ()
    done: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    last_at: int = 0
    version: int = 0

    @property
    def id(self) -> str:
        """What the buttons of this conversation carry: the person's key and the number of the talk."""
        return f"{self.key}.{self.talk}"
