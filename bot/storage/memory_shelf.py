"""What the store in memory keeps, all in one place."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.engine.outcome import Event
from bot.service.case_row import CaseRow
from bot.service.notice import Notice
from bot.service.ports import DeadLetter
from bot.storage.memory_desk import Drawer
from bot.storage.memory_outbox import Row


@dataclass(slots=True)
class Shelf:
    """Everything that is kept, by key. The values are frozen, so that copying the dictionaries is enough."""

    seen: dict[str, datetime] = field(default_factory=dict)
    conversations: dict[str, tuple[Conversation, datetime]] = field(default_factory=dict)
    events: list[tuple[str, datetime, Event]] = field(default_factory=list)
    flows: dict[str, str] = field(default_factory=dict)
    cases: dict[str, CaseRow] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)
    rows: dict[str, Row] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    letters: dict[tuple[str, str], DeadLetter] = field(default_factory=dict)
    drawer: Drawer = field(default_factory=Drawer)
    notices: list[Notice] = field(default_factory=list)
    forgotten: int = 0

    def copy(self) -> "Shelf":
        """The same things on another shelf."""
        return Shelf(
            seen=dict(self.seen),
            conversations=dict(self.conversations),
            events=list(self.events),
            flows=dict(self.flows),
            cases=dict(self.cases),
            numbers=list(self.numbers),
            rows=dict(self.rows),
            channels=dict(self.channels),
            letters=dict(self.letters),
            drawer=self.drawer.copy(),
            notices=list(self.notices),
            forgotten=self.forgotten,
        )
