"""Letters that look like Latin ones: a password spelled with them is a password too.

From the pairs of unicode.org/Public/security/latest/confusables.txt, those that a person would not notice.
"""

import unicodedata
from functools import lru_cache

_PAIRS = dict(
    zip(
        "\u0430\u0432\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d\u043a\u043c\u0442\u043d\u04cf"
        "\u03b1\u03bf\u03c1\u03bd\u03c5\u03b9\u03ba\u03c4\u03b5\u0251\u0261\u0131\u0585\u057d",
        "abeopcyxsijdqwkmthlaopvuikteagiou",
        strict=True,
    )
)


def unmasked(text: str) -> str:
    """The text with plain Latin letters in the place of their look-alikes; no longer and no shorter."""
    return text if text.isascii() else "".join(map(_plain, text))


@lru_cache(maxsize=1024)
def _plain(sign: str) -> str:
    """One sign for one sign: wide, bold and circled forms are unmasked too."""
    simple = unicodedata.normalize("NFKC", sign)
    simple = simple if len(simple) == 1 else sign
    return _PAIRS.get(simple.lower(), simple)
