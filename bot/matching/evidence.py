"""What speaks for and against the answers of one question, and what follows from it."""

from bot.matching.types import Match, Prompt, Unclear


class Evidence:
    """What one message says about one question, gathered in any order."""

    def __init__(self, prompt: Prompt) -> None:
        """Begin with nothing said."""
        self._prompt = prompt
        self._found: dict[str, Match] = {}
        self._denied: dict[str, str] = {}
        self._doubts: list[Unclear] = []

    def __bool__(self) -> bool:
        """True once anything was said."""
        return bool(self._found or self._denied or self._doubts)

    @property
    def answers(self) -> frozenset[str]:
        """The answers that something speaks for."""
        return frozenset(self._found)

    def speaks_for(self, match: Match) -> None:
        """Words or a date that mean an answer; the first to mean it is kept."""
        self._found.setdefault(match.answer, match)

    def speaks_against(self, answer: str, words: str) -> None:
        """A denied phrase of an answer."""
        self._denied.setdefault(answer, words)

    def is_doubtful(self, unclear: Unclear) -> None:
        """Days that fit several answers."""
        self._doubts.append(unclear)

    def weighs(self, found: Match | Unclear | None) -> None:
        """What was concluded elsewhere, from dates or a mended word."""
        if isinstance(found, Match):
            self.speaks_for(found)
        elif found is not None:
            self.is_doubtful(found)

    def result(self) -> Match | Unclear | None:
        """The one answer that everything fits, the several still possible, or nothing.

        A denial alone never chooses, even where one answer is left: it leaves the rest
        to ask about.  An answer both stated and denied leaves all of them.
        """
        if not self._found and not self._doubts:
            return self._rest()
        if self._denied.keys() & self._found.keys():
            return self._unclear({option.answer for option in self._prompt.options})
        possible = set(self._found)
        if len(possible) == 1 and all(possible < set(doubt.candidates) for doubt in self._doubts):
            return next(iter(self._found.values()))
        for doubt in self._doubts:
            possible.update(doubt.candidates)
        return self._unclear(possible - self._denied.keys())

    def _rest(self) -> Unclear | None:
        """The answers that were not denied, where there are two or more of them."""
        if not self._denied:
            return None
        return self._unclear({option.answer for option in self._prompt.options} - self._denied.keys())

    def _unclear(self, possible: set[str]) -> Unclear | None:
        candidates = tuple(option.answer for option in self._prompt.options if option.answer in possible)
        if len(candidates) < 2:
            return None
        said = (
            *(match.words for match in self._found.values()),
            *(doubt.words for doubt in self._doubts),
            *self._denied.values(),
        )
        return Unclear(candidates, "; ".join(dict.fromkeys(said)))
