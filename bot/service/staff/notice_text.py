"""The text of a notice as staff type it: where it ends, and made plain. Pure."""

import re
import unicodedata

QUOTED = (
    re.compile(r"""["\u201c\u201d\u201e\u00ab](?P<text>.*)["\u201c\u201d\u00bb](?P<rest>.*)""", re.DOTALL),
    re.compile(r"""['\u2018](?P<text>.*)['\u2019](?P<rest>.*)""", re.DOTALL),
)
END = re.compile(r"until\b(?P<end>.*)", re.DOTALL | re.IGNORECASE)
PLAIN = re.compile(r"(?:(?P<text>.*)\s)?until(?:\s+(?P<end>.*))?", re.DOTALL | re.IGNORECASE)

ADDRESS = re.compile(r"https?://\S*[^\s*_~`]")
MARKUP = re.compile(r"[*~`]|(?<![^\W_])_+|_+(?![^\W_])")
QUOTE_MARKS = "> "


def without_end(typed: str) -> tuple[str, str | None]:
    """The text, and when it is to end as it was typed; None when no end was named.

    What follows a text in quotes can only be its end. Without quotes the last *until* begins the end.
    """
    typed = typed.strip()
    quoted = next((found for form in QUOTED if (found := form.fullmatch(typed))), None)
    if quoted is not None:
        rest = quoted["rest"].strip()
        end = END.fullmatch(rest)
        return quoted["text"], end["end"].strip() if end else rest or None
    plain = PLAIN.fullmatch(typed)
    return (plain["text"] or "", (plain["end"] or "").strip()) if plain else (typed, None)


def harmless(text: str) -> str:
    """One line of plain words: no sign that is not seen and no markup of Slack's; addresses stay whole."""
    seen = "".join(_seen(sign) for sign in text)
    parts, end = [], 0
    for address in ADDRESS.finditer(seen):
        parts += [MARKUP.sub("", seen[end : address.start()]), address.group()]
        end = address.end()
    parts.append(MARKUP.sub("", seen[end:]))
    return " ".join("".join(parts).split()).lstrip(QUOTE_MARKS)


def _seen(sign: str) -> str:
    """The sign; a space for white space, nothing for what controls or formats (Unicode's categories C)."""
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign).startswith("C") else sign
