"""Words that say nothing about the answer: greetings, thanks, hesitation, hedges."""

from bot.matching.fold import words

_GREETINGS = """
evening | good afternoon | good day | good evening | good morning | greetings | hello | hello again
| hello there | hey | hey there | hi | hi again | hi there | hiya | howdy | morning
"""

_POLITE = (
    _GREETINGS
    + """
| ahem | alright | cheers | dear | er | hmm | kind regards | kindly | maam | many thanks | mr bot | oh
| ok | okay | please | pls | plz | regards | sir | so | sorry | thank you | thank you so much
| thank you very much | thanks | thanks a lot | thanks in advance | thanks so much | thx | ty | uh
| uhm | um | umm | well
"""
)

_HEDGES = """
could be | guess | i am guessing | i am not sure but | i believe | i believe so | i guess | i guess so
| i suppose | i suppose so | i think | i think so | i would guess | i would say | kind of
| maybe | might be | perhaps | possibly | presumably | probably | probably so | roughly
| sort of | think so
"""


def _sequences(text: str) -> tuple[tuple[str, ...], ...]:
    """The word sequences between the bars, longest first."""
    found = {tuple(part.split()) for part in text.split("|")}
    return tuple(sorted(found, key=len, reverse=True))


class Padding:
    """Word sequences that may be taken off both ends of a message."""

    def __init__(self, sequences: tuple[tuple[str, ...], ...]) -> None:
        """Keep the sequences by their first and by their last word, longest first."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for sequence in sequences:
            self._by_first.setdefault(sequence[0], []).append(sequence)
            self._by_last.setdefault(sequence[-1], []).append(sequence)

    def core(self, words: tuple[str, ...]) -> tuple[int, int]:
        """From where to where the words say something; equal where none does."""
        start, end = self.start(words), len(words)
        while end > start:
            longest = self._ending(words, start, end)
            if not longest:
                break
            end -= longest
        return start, end

    def start(self, words: tuple[str, ...], at: int = 0) -> int:
        """The position of the first word from `at` on that says something."""
        while at < len(words):
            longest = self._opening(words, at)
            if not longest:
                break
            at += longest
        return at

    def _opening(self, words: tuple[str, ...], at: int) -> int:
        for sequence in self._by_first.get(words[at], ()):
            if words[at : at + len(sequence)] == sequence:
                return len(sequence)
        return 0

    def _ending(self, words: tuple[str, ...], start: int, end: int) -> int:
        for sequence in self._by_last.get(words[end - 1], ()):
            if end - len(sequence) >= start and words[end - len(sequence) : end] == sequence:
                return len(sequence)
        return 0


POLITE = Padding(_sequences(_POLITE))
"""Greetings, thanks and hesitation."""

GREETING = Padding(_sequences(_GREETINGS))
"""Greetings alone."""

HEDGED = Padding(_sequences(_POLITE + "|" + _HEDGES))
"""The same and words that make an answer unsure: maybe, I think, probably."""


def is_greeting(text: str) -> bool:
    """Whether the message says no more than hello."""
    heard = words(text)
    return GREETING.start(heard) > 0 and POLITE.start(heard) == len(heard)
