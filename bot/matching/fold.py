"""What was typed, reduced to plain words: no case, accents, marks or contractions.

The people's words and the flow's own phrases go through the same door, so that two
spellings of one thing meet.  Only the first 2,000 characters are read.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.matching.spellings import WRITTEN_APART, WRITTEN_OUT, contraction, written_out

LIMIT = 2000
"""Characters of a message that are read; the rest changes nothing."""

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[,.;:!?()\n\u2013\u2014]|--+|(?<=\s)-(?=\s)")
_SHORTCODE = re.compile(r"(?<![a-z0-9]):(?:[a-z][a-z0-9_+'-]*|[+-]1):(?:skin-tone-[2-6]:)?")
_THUMBS = {
    ":+1:": " yes ",
    ":thumbsup:": " yes ",
    ":thumbs_up:": " yes ",
    ":-1:": " no ",
    ":thumbsdown:": " no ",
    ":thumbs_down:": " no ",
}
_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u2032\u02bc\u00b4`", "'"),
        "\N{THUMBS UP SIGN}": " yes ",
        "\N{THUMBS DOWN SIGN}": " no ",
    }
)
_SPECIAL = frozenset(WRITTEN_OUT) | frozenset(WRITTEN_APART)
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Heard:
    """The folded words of one message, and the punctuation before the word at a position."""

    words: tuple[str, ...]
    breaks: Mapping[int, str]

    def ends_at(self, position: int) -> bool:
        """True where a clause or the message ends before this word."""
        return position >= len(self.words) or position in self.breaks


def fold(text: str) -> str:
    """The words of a text, folded, with one space between."""
    return " ".join(words(text))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order; () where it has none."""
    return hear(text).words


@lru_cache(maxsize=4)  # one turn hears the same message as a command, a number and an answer
def hear(text: str) -> Heard:
    """The folded words of a text and where punctuation parts them."""
    heard: list[str] = []
    breaks: dict[int, str] = {}
    for token in _TOKEN.findall(clean(text)):
        if not token[0].isalnum():
            if breaks.get(len(heard)) != "?":
                breaks[len(heard)] = token
        elif "'" in token:
            for word in contraction(token):
                _add(heard, breaks, word)
        elif token in _SPECIAL:
            for word in written_out(token):
                _add(heard, breaks, word)
        else:
            heard.append(token)
    return Heard(tuple(heard), breaks)


def _add(heard: list[str], breaks: Mapping[int, str], word: str) -> None:
    """Put a word at the end, joined with the one before where the two are one word."""
    together = WRITTEN_APART.get(word)
    if together and heard and heard[-1] in together and len(heard) not in breaks:
        heard[-1:] = together[heard[-1]]
    else:
        heard.append(word)


def clean(text: str) -> str:
    """The text in lower case without accents and invisible characters, marks kept.

    Curly quotes become straight, thumbs become yes and no, other emoji names vanish.
    """
    if len(text) > LIMIT:
        text = _first_part(text)
    if not text.isascii():
        text = _plain(text)
    text = text.lower()
    if ":" in text:
        text = _SHORTCODE.sub(_thumb, text)
    return text


def _first_part(text: str) -> str:
    """The first 2,000 characters, without the word that the cut goes through."""
    first = text[:LIMIT]
    if first[-1].isspace() or text[LIMIT].isspace():
        return first
    return first.rsplit(None, 1)[0]


def _plain(text: str) -> str:
    """Letters without accents, in one shape; invisible characters are gone."""
    text = unicodedata.normalize("NFKD", text.translate(_MARKS)).casefold()
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", text)
        if unicodedata.category(character) not in _UNSEEN
    )


def _thumb(shortcode: re.Match[str]) -> str:
    """Yes or no for the thumbs, a space for any other emoji name."""
    return _THUMBS.get(shortcode[0].partition("skin-tone")[0], " ")
