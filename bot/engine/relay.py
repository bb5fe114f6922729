"""What staff write in the thread of a case: a note that stays here, or a reply that the filer gets. Pure.

Protected by default: only a marked message is a reply, and only while somebody has the case. What was a
note when it first arrived is never delivered, whatever becomes of it later.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["reply", "note"]
Deed = Literal["deliver", "update", "withdraw", "warn_seen", "warn_stays", "warn_unclaimed", "nothing"]

_TO_FILER = re.compile(r"[\s*_~]*to\s+filer[\s*_~]*:[\s*_~]*", re.IGNORECASE)
_NOTE = re.compile(r"[\s*_~!]*note\b[\s*_~]*[:!\-\u2013\u2014]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marking:
    """A court's rule for threads. `open` turns it round.

    Then what the owner writes reaches the filer, but for what starts with `note:`.
    """

    open: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A thread message as it stands.

    `kind` is what it was when it first arrived, for ever; `seen` says whether the filer was given it, `gone`
    whether it was taken back; `text` is what the filer has, or would have.
    """

    kind: Kind
    text: str = ""
    seen: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote in the thread: whether somebody has the case, and whether that is the one who wrote."""

    claimed: bool
    owner: bool


UNKNOWN = Written("note")
"""A message whose first version never arrived: an edit or a deletion came before it."""


def arrived(text: str, author: Author, marking: Marking) -> tuple[Written, Deed]:
    """A new message: what it is from now on, and what is to be done."""
    body = _reply(text, marking, author)
    if body is None:
        return Written("note"), "nothing"
    if not author.claimed:
        return Written("note"), "warn_unclaimed"
    return Written("reply", body, seen=True), "deliver"


def edited(before: Written, text: str, author: Author, marking: Marking) -> tuple[Written, Deed]:
    """An edit: a reply's copy follows it; a note stays one; a reply made a note was seen already.

    It is a note by the same rule as a new message of this author.
    """
    if before.gone:
        return before, "nothing"
    if before.kind == "note":
        return before, "warn_stays" if _body(text) is not None else "nothing"
    meant = _reply(text, marking, author)
    if meant is None:
        return before, "warn_seen"
    if meant == before.text:
        return before, "nothing"
    return replace(before, text=meant), "update"


def deleted(before: Written) -> tuple[Written, Deed]:
    """A deletion: the filer's copy says that it was taken back."""
    if before.gone:
        return before, "nothing"
    return replace(before, gone=True), "withdraw" if before.seen else "nothing"


def _reply(text: str, marking: Marking, author: Author) -> str | None:
    """What a message tells the filer, or None for a note; unmarked words count for the owner alone."""
    if _TO_FILER.match(text) or not (marking.open and author.owner):
        return _body(text)
    return None if _NOTE.match(text) else text.strip() or None


def _body(text: str) -> str | None:
    """What follows `to filer:`, or None; a mark with nothing behind it is a note."""
    mark = _TO_FILER.match(text)
    return text[mark.end() :].strip() or None if mark else None
