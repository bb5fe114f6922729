"""How hard a text is to read: its sentences, and its school grade after Flesch and Kincaid (1975).

The names that a filer sees on the screen, between asterisks, and those of the field cannot be made easier:
they count as words of one syllable, and so does a placeholder.
"""

import re

LONGEST_SENTENCE = 25
FEWEST_WORDS = 20
_SCREEN = re.compile(r"\*[^*\n]+\*|\{[^{}]*\}|\([A-Z]{2,}\)")
_END = re.compile(r"(?<=[.!?:])[\"')*]*\s+|\n(?=\s*(?:\n|[-•\d]))")
_WORD = re.compile(r"[A-Za-z][A-Za-z/'-]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiouytd]ed|[^aeiouysxzgc]es)$")
_EASY = frozenset(
    ["account", "attorney", "cm/ecf", "e-file", "e-filing", "email", "login", "nextgen", "pacer", "password"]
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text. A line that goes on in the next is one with it."""
    found = (" ".join(part.split()) for part in _END.split(text))
    return tuple(part for part in found if part)


def words(text: str) -> tuple[str, ...]:
    """The words of a text; a name on the screen is one."""
    return tuple(_WORD.findall(_SCREEN.sub(" name ", text)))


def grade(text: str) -> float:
    """The school grade that reads this text with ease: 6 is an eleven-year-old.

    0 for a text too short to say, under 20 words.
    """
    found = words(text)
    if len(found) < FEWEST_WORDS:
        return 0.0
    spoken = sum(syllables(word) for word in found)
    return 0.39 * len(found) / len(sentences(text)) + 11.8 * spoken / len(found) - 15.59


def syllables(word: str) -> int:
    """About how many syllables a word has; one for the names of the field."""
    plain = word.lower().strip("'-/")
    if plain in _EASY or plain.removesuffix("s") in _EASY or word.isupper():
        return 1
    count = len(_VOWELS.findall(plain))
    return max(1, count - bool(_SILENT.search(plain)))
