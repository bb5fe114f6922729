"""What a typed message answers: the ladder from exact words over phrases and dates to typos."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.matching.asked import NOTHING, Asked
from bot.matching.clauses import states_nothing
from bot.matching.dates import choose_among
from bot.matching.fold import Heard, hear
from bot.matching.ledger import Ledger
from bot.matching.lexicon import Meaning, grouped, heard_for, is_weak, meanings
from bot.matching.others import stated
from bot.matching.placing import Placed, placed
from bot.matching.scan import Hit, Phrasebook
from bot.matching.timing import Dating, Timing
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
        self._timings = {
            prompt.question: Timing(prompt)
            for prompt in prompts
            if any(option.span is not None for option in prompt.options)
        }
        self._spellers = {prompt.question: Speller(prompt, phrases) for prompt in prompts}
        self._shared = {
            " ".join(phrase) for phrase, one in phrases.items() if len(one.answers) > 1 and not one.group
        }
        self._book = Phrasebook(phrases, is_weak)
        self._books = {
            prompt.question: Phrasebook(heard_for(prompt.question, phrases), is_weak) for prompt in prompts
        }

    def read(self, text: str, asked: str | None, open_questions: Collection[str], today: date) -> Reading:
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
        if whole is not None and not self._needs_more(whole, asked):
            return whole
        book = self._book if screen is None else self._books[screen.question]
        typed = _typed(book, heard, placed(text, heard, today))
        if whole is not None and not typed.dates:
            return Reading({**whole.answers, **dict(stated(typed, asked, open_questions))})
        return self._within(typed, screen, open_questions)

    def _needs_more(self, whole: Reading, asked: str | None) -> bool:
        """True where a phrase that is the whole message may say more than its one answer.

        It may be declared under other questions, too, and a date in it may lie across a
        cut-off, whatever answer it is declared under.
        """
        match = whole.answers.get(asked or "")
        if match is None:
            return False
        if match.words in self._shared:
            return True
        return asked in self._timings and not self._asked[asked].has_label(match.words)

    def _within(self, typed: Typed, screen: Asked | None, open_questions: Collection[str]) -> Reading:
        """What is found inside a message that as a whole is no answer."""
        ledger = Ledger(self._prompts)
        asked = None if screen is None else screen.question
        if screen is not None:
            screen.weigh(typed, ledger.of(screen.question))
        for question, match in stated(typed, asked, open_questions):
            ledger.of(question).speaks_for(match)
        if typed.dates:
            for question, found in self._dating(asked, open_questions).told(typed).items():
                ledger.of(question).weighs(choose_among(found, self._prompts[question].options))
        if screen is not None and not ledger.of(screen.question):
            ledger.of(screen.question).weighs(self._mended(typed, screen))
        return ledger.reading()

    def _dating(self, asked: str | None, open_questions: Collection[str]) -> Dating:
        """The questions that dates may count for in this message."""
        beside = [
            timing
            for question, timing in self._timings.items()
            if question != asked and question in open_questions
        ]
        return Dating(self._timings.get(asked or ""), beside)

    def _mended(self, typed: Typed, screen: Asked) -> Match | None:
        """What the message says for the question on the screen once its typos are mended."""
        mended = self._spellers[screen.question].mended(typed.heard)
        if mended is None:
            return None
        reading = screen.whole(mended)
        if reading is None:
            ledger = Ledger(self._prompts)
            again = _typed(self._books[screen.question], mended, ())
            screen.weigh(again, ledger.of(screen.question))
            reading = ledger.reading()
        found = reading.answers.get(screen.question)
        if found is None:
            return None
        return Match(found.answer, "typo", as_written(found.words, mended, typed.heard))


def _typed(book: Phrasebook[Meaning], heard: Heard, dates: Sequence[Placed]) -> Typed:
    """The message with what it states; a phrase within a date's words is a part of the date."""
    silent = states_nothing(heard)
    stated_dates = [one for one in dates if one.place.start not in silent]
    hits = [hit for hit in book.hits(heard) if hit.start not in silent]
    if dates:
        hits = [hit for hit in hits if not any(_is_within(hit, one.place) for one in dates)]
    return Typed(heard, hits, stated_dates)


def _is_within(hit: Hit[Meaning], place: range) -> bool:
    """True where a phrase is a part of a stretch of words, or all of it."""
    return place.start <= hit.start and hit.end <= place.stop
