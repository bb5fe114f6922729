"""Whether a phrase of a message is denied: "not my own", "no longer shared", "linked? no"."""

from bot.matching.fold import Heard

NEGATORS = frozenset({"no", "not", "never", "non", "nor", "neither", "without"})
"""Words that deny what follows them."""

STARTERS = frozenset(
    "a about actually after all already and around as at because before but cause each even"
    " every everyone for from he his i in it its just last my never no nobody none nope nor not"
    " of on only our she since sir someone somebody sorry still that the their there they"
    " this those to we with yet you your".split()
)
"""Words that open a sentence of their own: a "no" before one of them stands alone."""

_BETWEEN = frozenset(
    "a able actually am an any anymore are as be been being believe currently even ever exactly get"
    " going got gotten had has have having i in is it its longer made my need of one our quite really"
    " registered say says show shows still technically that the think to under up use used using was"
    " we were working yet your".split()
)
_STANDING = frozenset({"no", "not", "never", "nope", "nah"})
_TRAILING = frozenset({"yet", "anymore", "really", "exactly"})
_REACH = 6


def is_denied(heard: Heard, start: int, end: int) -> bool:
    """True where the words from `start` to `end` are directly denied.

    A negator governs what follows it in the same clause, at most a few small words
    away; "no" alone, "not" and "never" also deny what stands right before them, unless
    that is itself a no ("no, never").
    """
    return _governed(heard, start) or (heard.words[start] not in _STANDING and _taken_back(heard, end))


def _governed(heard: Heard, start: int) -> bool:
    words = heard.words
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if at + 1 in heard.breaks:
            return False
        word = words[at]
        if word in NEGATORS:
            return word != "no" or words[at + 1] not in STARTERS
        if word not in _BETWEEN and word not in {"instead", "rather", "than"}:
            return False
        if (word, words[at + 1]) in {("used", "to"), ("instead", "of"), ("rather", "than")}:
            return True
    return False


def _taken_back(heard: Heard, end: int) -> bool:
    words = heard.words
    if end >= len(words) or heard.breaks.get(end, "?") != "?":
        return False
    for with_nobody in (("with", "nobody"), ("with", "no", "one")):
        if with_nobody in (words[end : end + len(with_nobody)], words[end + 1 : end + 1 + len(with_nobody)]):
            return True
    if words[end] in _STANDING:
        after = end + 1
        return heard.ends_at(after) or words[after] in _TRAILING
    return words[end : end + 2] == ("used", "to") and heard.ends_at(end + 2)
