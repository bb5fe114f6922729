"""A conversation in a test: say, press, and look at what came back."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.engine.message import Message, Press
from bot.engine.outcome import Turn
from bot.engine.reply import plain
from bot.engine.turn import advance, fresh
from tests.unit.engine.small_library import small_book

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("America/Chicago"))
SECOND = 1_000_000
BOOK = small_book()


@dataclass
class Talk:
    """One filer's conversation; each message comes ten seconds after the one before."""

    book: Book = BOOK
    now: datetime = NOON
    conversation: Conversation = field(default_factory=lambda: fresh(BOOK, "key", "U1"))
    turn: Turn | None = None
    at: int = 1_000 * SECOND

    def say(self, *texts: str, at: int | None = None, secrets: tuple[str, ...] = ()) -> "Talk":
        """Type these messages, one after the other."""
        for text in texts:
            self._take(Message(at=self._moment(at), text=text, secrets=secrets))
        return self

    def press(self, question: str, answer: str, at: int | None = None, of: str | None = None) -> "Talk":
        """Press a button of this conversation, or of another (`of`)."""
        conversation = self.conversation.id if of is None else of
        self._take(Message(at=self._moment(at), press=Press(question, answer, conversation, "nextgen")))
        return self

    def command(self, word: str) -> "Talk":
        """Send the slash command with this word."""
        self._take(Message(at=self._moment(None), command=word))
        return self

    @property
    def said(self) -> str:
        """The last reply as text; empty when there was none."""
        assert self.turn is not None
        return plain(self.turn.reply) if self.turn.reply else ""

    @property
    def last(self) -> Turn:
        """The last turn."""
        assert self.turn is not None
        return self.turn

    @property
    def state(self) -> str:
        """Where the conversation stands."""
        return self.conversation.state

    @property
    def told(self) -> dict[str, str]:
        """What was told, without times."""
        return {question: told.answer for question, told in self.conversation.told.items()}

    @property
    def events(self) -> list[str]:
        """The names of what happened in the last turn."""
        return [event.name for event in self.last.events]

    def _moment(self, at: int | None) -> int:
        if at is not None:
            return at * SECOND
        self.at += 10 * SECOND
        return self.at

    def _take(self, message: Message) -> None:
        self.turn = advance(self.book, self.conversation, message, self.now)
        self.conversation = self.turn.conversation
