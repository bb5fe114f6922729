"""The guard at the door: what is secret in a text is removed before the bot has seen it.

No password, code, social security number, card or bank number, birth date or activation token that somebody
types reaches a conversation, a database, a log or another person. It works on words alone and asks nobody.
A code that merely looks like a number of a case, a phone, a year or a bar number is left.
"""

from dataclasses import dataclass

from bot.slack.look_alikes import unmasked
from bot.slack.secret_patterns import KNOWN, Known
from bot.slack.secret_words import MARK


@dataclass(frozen=True, slots=True)
class Guarded:
    """The text without its secrets, and the kinds of secret that were found, each once, in order."""

    text: str
    found: tuple[str, ...] = ()


def guard(text: str) -> Guarded:
    """The text with every secret in it replaced by a mark. Guarding twice changes nothing more."""
    found: list[str] = []
    for known in KNOWN:
        cleaned = _removed(known, text)
        if cleaned != text:
            found.append(known.kind)
            text = cleaned
    return Guarded(text, tuple(dict.fromkeys(found)))


def _removed(known: Known, text: str) -> str:
    """The text without what this one pattern finds, whatever look-alikes it is spelled with."""
    kept, end = [], 0
    for match in known.pattern.finditer(unmasked(text)):
        secret = match.group("secret")
        if MARK in secret or not known.also(match):
            continue
        start = match.start("secret")
        kept += [text[end:start], MARK, _tail(secret)]
        end = match.end("secret")
    return "".join([*kept, text[end:]])


def _tail(secret: str) -> str:
    """White space that the pattern took along with the secret."""
    return secret[len(secret.rstrip()) :]
