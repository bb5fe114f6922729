"""Which question a date of a message tells of: when an account was made, or something was done."""

from bot.matching.dates import DateFound
from bot.matching.fold import words
from bot.matching.placing import Placed
from bot.matching.typed import Typed
from bot.matching.types import Prompt

_DOINGS = tuple(
    frozenset(words_of.split())
    for words_of in (
        "case cases efile efiled efiling file filed files filing filings",
        "link linked linking",
        "upgrade upgraded upgrading",
        "practice practiced practicing",
    )
)
_OTHER = frozenset(
    "accessed bar born changed converted died expired golive graduated hired joined left licensed live"
    " locked logged merged moved passed renewed reset retired switched sworn updated".split()
)
_ADMITTED = frozenset({"admission", "admitted"})
"""To this court or to a bar: such a date counts where a question asks for it, and is nobody else's."""
_DONE = _OTHER.union(_ADMITTED, *_DOINGS)
_MADE = frozenset({"created", "made", "opened"})
_MAKING = _MADE | frozenset("account accounts got obtained pacer registered set signed".split())


class Timing:
    """One question whose answers are days, and the words that show whether a date is its own.

    Its own phrases tell: where they speak of an account made, "opened" and "account" show
    it; where they speak of filing, "filed" does.  A date beside another thing done
    ("upgraded in 2015") is never taken.
    """

    def __init__(self, prompt: Prompt) -> None:
        """Sort the words for things done by whether the question's phrases have them."""
        own = {
            word
            for option in prompt.options
            for phrase in (option.label, *option.phrases)
            for word in words(phrase)
        }
        self.prompt = prompt
        doing = frozenset[str]().union(*(family for family in _DOINGS if not own.isdisjoint(family)))
        if not doing or not _MADE.isdisjoint(own):
            self._cues, self._elsewhere = _MAKING, _DONE
        else:
            self._cues, self._elsewhere = (
                doing - {"case", "cases"},
                (_DONE - doing - (_ADMITTED & own)) | (_MADE - own),
            )

    def claims(self, around: frozenset[str]) -> bool:
        """True where the words around a date show that it is this question's."""
        return not self._cues.isdisjoint(around) and not self.excludes(around)

    def excludes(self, around: frozenset[str]) -> bool:
        """True where the words around a date speak of another thing done."""
        return not self._elsewhere.isdisjoint(around)


class Dating:
    """The questions of a message that dates may answer: the one asked, and open ones."""

    def __init__(self, screen: Timing | None, beside: list[Timing]) -> None:
        """Take the asked question, if its answers are days, and the open ones of that kind."""
        self._screen = screen
        self._beside = beside

    def told(self, typed: Typed) -> dict[str, list[DateFound]]:
        """The dates of a message by the question that they tell of."""
        told: dict[str, list[DateFound]] = {}
        for date_told in typed.dates:
            timing = self._owner(typed, date_told)
            if timing is not None:
                told.setdefault(timing.prompt.question, []).append(date_told.found)
        return told

    def _owner(self, typed: Typed, date_told: Placed) -> Timing | None:
        """The one question that the words around claim a date for, else the likely one."""
        beside = self._beside if date_told.found.year_named else []
        everyone = beside if self._screen is None else [self._screen, *beside]
        claiming = [timing for timing in everyone if timing.claims(date_told.around)]
        if not claiming:
            return self._likely(typed, date_told, beside)
        return claiming[0] if claiming[0] is self._screen or len(claiming) == 1 else None

    def _likely(self, typed: Typed, date_told: Placed, beside: list[Timing]) -> Timing | None:
        """The question asked; else the only open one, unless the year goes with a yes or no.

        Neither where the clause speaks of another thing done or names another answer.
        """
        likely = self._screen
        if likely is None:
            likely = beside[0] if len(beside) == 1 and not typed.is_led else None
        if likely is None or likely.excludes(date_told.around):
            return None
        return None if typed.names_other(likely.prompt.question, date_told.clause) else likely
