"""What a typed message answers: the ladder from exact words over phrases and dates to typos."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.matching.asked import NOTHING, Asked
from bot.matching.clauses import states_nothing
from bot.matching.dates import choose_among
from bot.matching.fold import Heard, hear
from bot.matching.ledger import Ledger
from bot.matching.lexicon import grouped, meanings
from bot.matching.others import stated
from bot.matching.scan import Phrasebook
from bot.matching.timing import dates_told, dates_told_beside, has_dates
from bot.matching.typed import Typed
from bot.matching.types import Match, Prompt, Reading
from bot.matching.typos import Speller, as_written


class Reader:
    """All questions of one flow, prepared once; immutable and shared between threads."""

    def __init__(
        self,
        prompts: Sequence[Prompt],
        yes: Sequence[str] = (),
        no: Sequence[str] = (),
        not_sure: Sequence[str] = (),
    ) -> None:
        """Take in the questions in their order, and the words of the three groups."""
        group_of = grouped({"yes": yes, "no": no, "not sure": not_sure})
        phrases = meanings(prompts, group_of)
        self._prompts = {prompt.question: prompt for prompt in prompts}
        self._asked = {prompt.question: Asked(prompt, group_of) for prompt in prompts}
        self._spellers = {prompt.question: Speller(prompt, phrases) for prompt in prompts}
        self._book = Phrasebook(phrases)

    def read(
        self, text: str, asked: str | None, open_questions: Collection[str], today: date
    ) -> Reading:
        """The answers that a message gives, and the questions it leaves unclear.

        `asked` is the question on the screen: numbers, yes and no, dates and typos count for
        it.  For `open_questions` only declared phrases count, and a date with a year
        where exactly one of them has days and the one asked has none.  A phrase declared
        under two questions tells both.
        """
        heard = hear(text)
        if not heard.words:
            return NOTHING
        screen = self._asked.get(asked) if asked is not None else None
        whole = screen.whole(heard) if screen is not None else None
        if whole is not None and not whole.answers:
            return whole
        typed = self._typed(text, heard, today)
        if whole is not None:
            return Reading({**whole.answers, **dict(stated(typed, asked, open_questions))})
        return self._within(typed, screen, open_questions)

    def _typed(self, text: str, heard: Heard, today: date) -> Typed:
        """The message with the phrases it states; those in questions and after "if" left out."""
        silent = states_nothing(heard)
        hits = [hit for hit in self._book.hits(heard) if hit.start not in silent]
        return Typed(text, heard, silent, hits, today)

    def _within(
        self, typed: Typed, screen: Asked | None, open_questions: Collection[str]
    ) -> Reading:
        """What is found inside a message that as a whole is no answer."""
        ledger = Ledger(self._prompts)
        led = screen is not None and screen.weigh(typed, ledger.of(screen.question))
        for question, match in stated(typed, screen and screen.question, open_questions):
            ledger.of(question).speaks_for(match)
        dated = self._dated(screen, open_questions)
        if dated is not None and has_dates(typed.heard):
            told = (
                dates_told(typed)
                if dated is screen
                else dates_told_beside(typed, dated.question, led)
            )
            ledger.of(dated.question).weighs(choose_among(told, dated.prompt.options))
        if screen is not None and not ledger.of(screen.question):
            ledger.of(screen.question).weighs(self._mended(typed, screen))
        return ledger.reading()

    def _dated(self, screen: Asked | None, open_questions: Collection[str]) -> Asked | None:
        """The question that dates count for: the one asked, else the only open one with days."""
        if screen is not None and screen.is_dated:
            return screen
        dated = [
            one for question, one in self._asked.items() if one.is_dated and question in open_questions
        ]
        return dated[0] if len(dated) == 1 else None

    def _mended(self, typed: Typed, screen: Asked) -> Match | None:
        """What the message says for the question on the screen once its typos are mended."""
        mended = self._spellers[screen.question].mended(typed.heard)
        if mended is None:
            return None
        reading = screen.whole(mended)
        if reading is None:
            ledger = Ledger(self._prompts)
            again = self._typed(typed.text, mended, typed.today)
            screen.weigh(again, ledger.of(screen.question))
            reading = ledger.reading()
        found = reading.answers.get(screen.question)
        if found is None:
            return None
        return Match(found.answer, "typo", as_written(found.words, mended, typed.heard))
