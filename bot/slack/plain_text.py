"""Slack's text as plain words, and plain words as Slack's text; each done once, at the border.

Text of an event is escaped (`&amp;`, `&lt;`, `&gt;`) and may hold tokens: `<@U123|bob>`, `<#C123|room>`,
`<!here>`, `<https://x|label>`. Source: docs.slack.dev, "Formatting message text".
"""

import html
import re
import unicodedata

TOKEN = re.compile(r"<([^<>|\n]*)(?:\|([^<>\n]*))?>")
PERSON = re.compile(r"<@([UW][A-Z0-9]+)\|[^<>\n]*>")
ENTITY = re.compile(r"&(?:amp|lt|gt);")
NO_GLYPH = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
BROADCAST = re.compile(r"@(?=channel\b|here\b|everyone\b)", re.IGNORECASE)
DIGITS_OF_A_PHONE = 7
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def from_slack(text: str) -> str:
    """The words a person sees, with the real target of every link in view and nothing invisible left.

    Full-width digits and letters become ordinary ones, so that a secret is found however it was typed.
    """
    flat = TOKEN.sub(lambda found: _flat(found.group(1), found.group(2) or ""), text)
    plain = ENTITY.sub(lambda found: html.unescape(found.group()), flat)
    return NO_GLYPH.sub("", unicodedata.normalize("NFKC", plain)).strip()


def with_ids(text: str) -> str:
    """Slack's text with each person under the id alone, for a line that says whom it is about."""
    return PERSON.sub(r"<@\1>", text)


def to_slack(text: str) -> str:
    """The words as Slack's text: three characters escaped, and no word that calls a whole channel."""
    escaped = re.sub("[&<>]", lambda found: ESCAPES[found.group()], text)
    return BROADCAST.sub("@\u2060", escaped)


def _flat(target: str, label: str) -> str:
    """One token as people should read it: a label never hides where a link leads."""
    kind, rest = target[:1], target[1:]
    if kind in ("@", "#"):
        return kind + (label or rest)
    if kind == "!":
        return label or "@" + rest.split("^")[0]
    if not label or _says_the_same(label, target):
        return label or target
    return f"{label} ({target})"


def _says_the_same(label: str, target: str) -> bool:
    """Whether a label shows the whole target, so that it need not be written twice."""
    scheme, _, rest = target.partition(":")
    if scheme == "tel":
        digits = re.sub(r"\D", "", label)
        return len(digits) >= DIGITS_OF_A_PHONE and re.sub(r"\D", "", rest).endswith(digits)
    return label == target or (scheme == "mailto" and label == rest) or f"//{label}" == rest
