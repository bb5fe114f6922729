"""The evidence that one message gives, by question."""

from collections.abc import Mapping

from bot.matching.evidence import Evidence
from bot.matching.types import Match, Prompt, Reading, Unclear


class Ledger:
    """Evidence by question, in the order in which it was found."""

    def __init__(self, prompts: Mapping[str, Prompt]) -> None:
        """Begin empty; `prompts` are the questions that may be spoken of."""
        self._prompts = prompts
        self._evidence: dict[str, Evidence] = {}

    def of(self, question: str) -> Evidence:
        """The evidence for a question, begun where there was none."""
        found = self._evidence.get(question)
        if found is None:
            found = self._evidence[question] = Evidence(self._prompts[question])
        return found

    def reading(self) -> Reading:
        """What follows from it all."""
        answers: dict[str, Match] = {}
        unclear: dict[str, Unclear] = {}
        for question, evidence in self._evidence.items():
            result = evidence.result()
            if isinstance(result, Match):
                answers[question] = result
            elif result is not None:
                unclear[question] = result
        return Reading(answers, unclear)
