"""Other spellings of a word: contractions, slips of the keyboard, words written apart."""

_BEFORE_NOT = "ai are ca could did do does had has have is might must need should was were wo would"
_STEMS = {"ai": "is", "ca": "can", "wo": "will"}


def _negated() -> dict[str, tuple[str, ...]]:
    """`dont`, `didnt`, `cant` and the like, typed without an apostrophe."""
    return {f"{stem}nt": (_STEMS.get(stem, stem), "not") for stem in _BEFORE_NOT.split() if stem != "ai"}


WRITTEN_OUT: dict[str, tuple[str, ...]] = {
    **_negated(),
    "aint": ("is", "not"),
    "cannot": ("can", "not"),
    "shant": ("shall", "not"),
    "nto": ("not",),
    "nott": ("not",),
    "nver": ("never",),
    "nevr": ("never",),
    "nevre": ("never",),
    "neevr": ("never",),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "thats": ("that", "is"),
    "whats": ("what", "is"),
    "idk": ("i", "do", "not", "know"),
    "dunno": ("i", "do", "not", "know"),
    "acct": ("account",),
    "accts": ("accounts",),
    "atty": ("attorney",),
    "attys": ("attorneys",),
    "yr": ("year",),
    "yrs": ("years",),
    "prose": ("pro", "se"),
}
"""One written word -> the words it stands for."""

_FILE = "ecf file filed filer filers files filing filings mail mailed"


def _joins() -> dict[str, dict[str, tuple[str, ...]]]:
    """Second word -> first word -> what the two are together."""
    joins: dict[str, dict[str, tuple[str, ...]]] = {
        second: {"e": (f"e{second}",)} for second in _FILE.split() if second != "ecf"
    }
    joins["ecf"] = {"cm": ("cmecf",)}
    joins["in"] = {"log": ("login",)}
    joins["live"] = {"go": ("golive",)}
    joins["name"] = {"user": ("username",)}
    joins["word"] = {"pass": ("password",)}
    joins["gen"] = {"next": ("nextgen",)}
    joins["more"] = {"any": ("anymore",)}
    joins["o"] = {"w": ("without",)}
    joins["t"] = {f"{stem}n": (stem, "not") for stem in _BEFORE_NOT.split()}
    joins["t"].update({"don": ("do", "not"), "can": ("can", "not"), "won": ("will", "not")})
    return joins


WRITTEN_APART = _joins()
"""Second word -> first word -> the words that the two stand for (`e filed`, `cm ecf`)."""

_IS = "everyone everything he here how it nobody she someone that there this what where who"
ENDINGS = {
    "m": ("am",),
    "re": ("are",),
    "ve": ("have",),
    "ll": ("will",),
    "d": ("would",),
}
SAID_IS = frozenset(_IS.split())
STEMS = {**_STEMS, "sha": "shall", "n": "n"}


def contraction(token: str) -> tuple[str, ...]:
    """The words that a word with an apostrophe stands for; a possessive loses its s.

    `don't` -> do not; `it's` -> it is; `firm's` -> firm; `o'clock` -> oclock.
    """
    if token.endswith("n't"):
        stem = token[:-3].replace("'", "")
        stem = STEMS.get(stem, stem)
        return (*written_out(stem), "not") if stem else ("not",)
    stem, _, ending = token.rpartition("'")
    stem = stem.replace("'", "")
    if ending in ENDINGS:
        return (*written_out(stem), *ENDINGS[ending])
    if ending == "s":
        return (stem, "is") if stem in SAID_IS else written_out(stem)
    return written_out(stem + ending)


def written_out(word: str) -> tuple[str, ...]:
    """The words that one word stands for; mostly itself."""
    return WRITTEN_OUT.get(word, (word,))
