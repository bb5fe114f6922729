"""Where the words of a flow are tried out: one court, one flow, one moment, and the sizes that fit."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.book import Book, Rules
from bot.engine.conversation import Conversation, Told
from bot.engine.message import Message
from bot.engine.outcome import Turn
from bot.engine.paths import Walked
from bot.engine.replies import reply_for
from bot.engine.reply import Reply
from bot.engine.scene import Scene, resettled
from bot.engine.turn import advance
from bot.flow.limits import TextLimits


@dataclass(frozen=True, slots=True)
class Stage:
    """All that is needed to say a thing aloud. `now` is aware."""

    book: Book
    rules: Rules
    now: datetime
    limits: TextLimits

    def conversation(self, way: Walked) -> Conversation:
        """The conversation of a filer who went this way, as if the answers had just been told."""
        told = {question: Told(answer, at) for at, (question, answer) in enumerate(way.answers.items(), 1)}
        begun = Conversation(
            key="proof",
            court=self.book.court.id,
            person="proof",
            flow=self.rules.flow.id,
            told=told,
            waived=way.waived,
            last_at=len(told) + 1,
        )
        return resettled(self.rules, begun)[0]

    def screen(self, way: Walked) -> Reply:
        """What the filer sees there; before any answer, with the greeting."""
        conversation = self.conversation(way)
        scene = Scene(self.book, self.rules, conversation, Message(at=0), self.now)
        greeting = () if way.answers else (scene.fill(self.rules.flow.start),)
        return reply_for(scene, conversation, *greeting)

    def said(self, way: Walked, text: str) -> Turn:
        """The turn of these words, said there, with the buttons of that screen in view."""
        offered = tuple((choice.question, choice.answer) for choice in self.screen(way).choices)
        before = replace(self.conversation(way), offered=offered)
        return advance(self.book, before, Message(at=before.last_at + 1, text=text), self.now)

    def fill(self, text: str) -> str:
        """A text of the flow with its facts in it."""
        return self.book.wording.fill(text, self.now.date())
