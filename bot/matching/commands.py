"""Words that always work when they are the whole message: back, restart, why, help ..."""

from collections.abc import Mapping, Sequence

from bot.matching.phrases import PhraseIndex


class Commands:
    """The command words of one language, prepared once."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """Keep the phrases of each command, by the command's name."""
        self._index = PhraseIndex(words)

    def read(self, text: str) -> str | None:
        """The command that the whole message, politeness aside, asks for."""
        return self._index.whole(text)
