"""One conversation at a terminal: no database, the same engine, reader, words and door as in Slack."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.engine.acts import ACTS
from bot.engine.book import Book
from bot.engine.message import DO, Message, Press
from bot.engine.outcome import Turn
from bot.engine.reply import plain
from bot.engine.turn import advance, fresh
from bot.slack.guard import guard

PERSON = "terminal"


class Clock(Protocol):
    """What time it is in the court's zone, asked once for each message."""

    def __call__(self) -> datetime:
        """The time, aware."""
        ...


class Talk:
    """A conversation that goes on message by message, in the flow that is the book's default."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self.book = book
        self.conversation = fresh(book, PERSON, PERSON)
        self._clock = clock

    def begin(self) -> Turn:
        """The greeting and the first question."""
        return self._take(Message(self._at(), command="start"))

    def say(self, text: str) -> Turn:
        """The turn of a typed message; what is secret in it is removed before the engine sees it."""
        guarded = guard(text)
        return self._take(Message(self._at(), text=guarded.text, secrets=guarded.found))

    def press(self, question: str, answer: str) -> Turn:
        """The turn of a button. Look with `unknown` first whether there is such a button."""
        flow = self.conversation.flow or self.book.default
        pressed = Press(question, answer, conversation=self.conversation.id, flow=flow)
        return self._take(Message(self._at(), press=pressed))

    def unknown(self, question: str, answer: str) -> str:
        """What is wrong with a press, in one sentence; empty when there is such a button."""
        if question == DO:
            return "" if self._is_act(answer) else f"There is no button {answer}."
        open_here = self._answers(self.conversation.flow or self.book.default, question)
        answers = open_here or self._answers(self.book.default, question)
        if not answers:
            return f"There is no question {question}."
        return "" if answer in answers else f"The question {question} has no answer {answer}."

    def _answers(self, flow: str, question: str) -> frozenset[str]:
        return self.book.rules(flow).machine.answers.get(question, frozenset())

    def _is_act(self, answer: str) -> bool:
        kind, _, flow = answer.partition(":")
        return answer in ACTS or (kind == "flow" and flow in self.book.flows)

    def _take(self, message: Message) -> Turn:
        turn = advance(self.book, self.conversation, message, self._clock())
        self.conversation = turn.conversation
        return turn

    def _at(self) -> int:
        """Microseconds since 1970: the time of this message, later than that of the one before."""
        return max(int(self._clock().timestamp() * 1_000_000), self.conversation.last_at + _STEP)


def said(turn: Turn) -> str:
    """What the bot says in a turn, as text; empty when a press changed nothing."""
    return plain(turn.reply) if turn.reply else ""


_STEP = int(timedelta(seconds=1) / timedelta(microseconds=1))
