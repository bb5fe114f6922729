"""One typed message, cut up once for everybody who looks into it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.fold import Heard
from bot.matching.lexicon import Meaning
from bot.matching.placing import Placed
from bot.matching.politeness import POLITE
from bot.matching.scan import Hit


@dataclass(frozen=True, slots=True)
class Typed:
    """A message: its words, the phrases it states, and its dates with where they stand.

    What stands in a question or after an "if" states nothing and is in neither.
    """

    heard: Heard
    hits: Sequence[Hit[Meaning]]
    dates: Sequence[Placed]

    @property
    def is_led(self) -> bool:
        """True where a word for yes, no or not sure opens the message."""
        begin = POLITE.start(self.heard.words)
        return any(hit.meaning.group and hit.start == begin for hit in self.hits)

    def said(self, hit: Hit[Meaning]) -> str:
        """The words of a phrase."""
        return " ".join(self.heard.words[hit.start : hit.end])

    def goes_on_with_or(self, hit: Hit[Meaning]) -> bool:
        """True where "or" or "and" follows a phrase: "before or after"."""
        return self.heard.words[hit.end : hit.end + 1] in {("or",), ("and",)}

    def adjoins(self, hit: Hit[Meaning], others: Sequence[Hit[Meaning]]) -> bool:
        """True where a phrase stands right before or after one of the others that is not denied."""
        return any(hit.start == other.end or other.start == hit.end for other in others if not other.denied)

    def is_unsure_of(self, hits: Sequence[Hit[Meaning]]) -> bool:
        """True where a "not sure" of its own stands beside one of these: "linked? not sure"."""
        return any(
            hit.meaning.group == "not sure" and self.heard.ends_at(hit.end) and self.adjoins(hit, hits)
            for hit in self.hits
        )

    def names_other(self, question: str, clause: range) -> bool:
        """True where a phrase in the clause means an answer, but none of this question."""
        return any(
            hit.start in clause and not hit.meaning.group and question not in hit.meaning.answers
            for hit in self.hits
        )
