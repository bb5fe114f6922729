"""Single slips of the keyboard in longer words: one letter wrong, missing, too many, swapped."""

from collections.abc import Collection

from rapidfuzz.distance import OSA

from bot.matching.fold import Heard, words
from bot.matching.ordinary import ORDINARY
from bot.matching.types import Prompt

SHORTEST = 5
"""Letters that a word has at least before a slip in it is mended."""

LONGEST_MESSAGE = 12
"""Words; longer messages are not mended, there is too much in them to go wrong."""


class Speller:
    """The words by which one question's answers are known, for mending slips in them."""

    def __init__(self, prompt: Prompt, known: Collection[tuple[str, ...]]) -> None:
        """Take the words of this question; `known` are all phrases of the flow.

        A word of any phrase is spelled as it was meant and never mended into another.
        """
        self._known = {word for phrase in known for word in phrase} | ORDINARY
        self._by_first: dict[str, list[str]] = {}
        own = {
            word
            for option in prompt.options
            for phrase in (option.label, *option.phrases)
            for word in words(phrase)
        }
        for word in sorted(own):
            if len(word) >= SHORTEST and word.isalpha():
                self._by_first.setdefault(word[0], []).append(word)

    def mended(self, heard: Heard) -> Heard | None:
        """The message with its slips mended; None where there is none to mend."""
        if len(heard.words) > LONGEST_MESSAGE:
            return None
        mended = tuple(self._meant(word) for word in heard.words)
        return Heard(mended, heard.breaks) if mended != heard.words else None

    def _meant(self, word: str) -> str:
        """The one known word that is a slip away; the word itself where none or several are."""
        if len(word) < SHORTEST or word in self._known or not word.isalpha():
            return word
        near = [known for known in self._by_first.get(word[0], ()) if is_slip(word, known)]
        return near[0] if len(near) == 1 else word


def is_slip(written: str, meant: str) -> bool:
    """True where one edit parts the words, other than a letter added or lost at the end.

    At the end a letter is grammar rather than a slip: link, linked; trustee, trustees.
    """
    if written.startswith(meant) or meant.startswith(written):
        return False
    return OSA.distance(written, meant, score_cutoff=1) == 1


def as_written(said: str, mended: Heard, heard: Heard) -> str:
    """How the words of a phrase found in the mended message were written."""
    wanted = tuple(said.split())
    length = len(wanted)
    starts = range(len(mended.words) - length + 1)
    start = next(at for at in starts if mended.words[at : at + length] == wanted)
    return " ".join(heard.words[start : start + length])
