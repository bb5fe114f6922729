"""Which of many named lists of phrases occur in a text: hand-overs, glossary, `about:` lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.matching.fold import hear, words
from bot.matching.politeness import POLITE
from bot.matching.scan import Phrasebook


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: its key, the phrase as declared, and its words' positions.

    `start` and `end` count the folded words of the text; `end` is exclusive.
    """

    key: str
    phrase: str
    start: int
    end: int


class PhraseIndex:
    """Named phrases, prepared once and shared between threads."""

    def __init__(self, entries: Mapping[str, Sequence[str]]) -> None:
        """Keep the phrases of every key; two keys may share one."""
        meanings: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for key, phrases in entries.items():
            for phrase in phrases:
                keys = meanings.setdefault(words(phrase), [])
                if all(key != other for other, _ in keys):
                    keys.append((key, phrase))
        meanings.pop((), None)
        self._wholes = {phrase: keys[0][0] for phrase, keys in meanings.items()}
        self._book = Phrasebook(meanings)

    def found(self, text: str) -> tuple[Found, ...]:
        """The phrases in the text as whole words, in order; a denied one is left out.

        Of phrases that overlap the longest stays; one that two keys share comes twice.
        """
        return tuple(
            Found(key, phrase, hit.start, hit.end)
            for hit in self._book.hits(hear(text))
            if not hit.denied
            for key, phrase in hit.meaning
        )

    def whole(self, text: str) -> str | None:
        """The key of which the whole message, politeness aside, is a phrase."""
        heard = words(text)
        key = self._wholes.get(heard)
        if key is None:
            start, end = POLITE.core(heard)
            key = self._wholes.get(heard[start:end])
        return key
