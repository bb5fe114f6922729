"""Names in a flow file: what an id may look like, and which known name somebody meant."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

ID = r"[a-z][a-z0-9_]*"
LONGEST_ID = 40
_ID = re.compile(ID)
_KEPT = frozenset({"and", "or", "is", "checklist", "court", "do", "start"})


def is_id(name: str) -> bool:
    """Whether a question, answer, step or hand-over may be called so."""
    return len(name) <= LONGEST_ID and name not in _KEPT and _ID.fullmatch(name) is not None


def id_advice(name: str) -> str:
    """What to write instead of a name that is no id."""
    if name in _KEPT:
        return f'"{name}" has a meaning of its own in flows; choose another word.'
    return f"Use one word of small letters, digits and _, at most {LONGEST_ID} long, such as own_account."


def closest(name: str, known: Collection[str]) -> str:
    """The known name that was probably meant; empty when none is like it."""
    return next(iter(get_close_matches(name[:200], list(known), n=1, cutoff=0.6)), "")


def nearest(name: str, known: Collection[str]) -> str:
    """Advice that names what was probably meant, and else all that is known."""
    close = closest(name, known)
    if close:
        return f'Did you mean "{close}"?'
    return f"Known here: {listed(known)}." if known else "Nothing of that sort is known here."


def listed(names: Iterable[str]) -> str:
    """Names in a row, with commas."""
    return ", ".join(names)
