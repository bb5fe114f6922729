"""One turn's view: the conversation as it stands, the message, the day, and the rules that hold."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.engine.book import Book, Rules
from bot.engine.conversation import Conversation, Told
from bot.engine.machine import HAND_OVER
from bot.engine.message import Message
from bot.engine.settle import Settled, settle


@dataclass(frozen=True, slots=True)
class Scene:
    """What every road through a turn looks at. `conversation` has begun and is settled by today's flow.

    `now` is aware and in the court's zone.

    `opening` is true when this message begins the talk; `edited` when a change of the flow file moved it.
    """

    book: Book
    rules: Rules
    conversation: Conversation
    message: Message
    now: datetime
    opening: bool = False
    edited: bool = False

    @property
    def today(self) -> date:
        """The day at the court."""
        return self.now.date()

    def say(self, key: str, **values: str) -> str:
        """One of the court's own sentences."""
        return self.book.wording.say(key, self.today, **values)

    def fill(self, text: str) -> str:
        """A flow's text with today's facts in it."""
        return self.book.wording.fill(text, self.today)

    def label(self, question: str, answer: str) -> str:
        """The words on the button of an answer."""
        asked = self.rules.asked[question].answer(answer)
        return self.fill(asked.label) if asked else answer

    def settled(self, conversation: Conversation) -> Settled:
        """Where a conversation stands by today's rules."""
        return settled(self.rules, conversation)


def settled(rules: Rules, conversation: Conversation) -> Settled:
    """Where a conversation stands: `settle` over its answers, without their times."""
    told = {question: told.answer for question, told in conversation.told.items()}
    return settle(rules.machine, told, conversation.waived, conversation.heard)


def resettled(rules: Rules, conversation: Conversation) -> tuple[Conversation, Settled]:
    """The conversation with its state brought up to date, and its path."""
    now = settled(rules, conversation)
    fingerprint = rules.flow.fingerprint
    return replace(conversation, state=now.state, fingerprint=fingerprint), now


def told_before(rules: Rules, conversation: Conversation, moment: int) -> str:
    """The state at an earlier moment: what was on the screen when a late message was written."""
    earlier = {question: told.answer for question, told in conversation.told.items() if told.at < moment}
    return settle(rules.machine, earlier, conversation.waived).state


def with_answer(conversation: Conversation, question: str, told: Told) -> Conversation:
    """The conversation with one answer told or changed; a hand-over that was heard is over."""
    answers: Mapping[str, Told] = {**conversation.told, question: told}
    return replace(conversation, told=answers, misses=0, doubt=None, resuming=False, heard="")


def hand_over_id(state: str) -> str:
    """The id of the hand-over this state is, or empty."""
    return state.removeprefix(HAND_OVER) if state.startswith(HAND_OVER) else ""
