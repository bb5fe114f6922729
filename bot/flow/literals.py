"""Phones, addresses and days written straight into a text, where they grow old unseen."""

import re
from collections.abc import Iterator

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DATES = (
    r"\b\d{4}-\d{1,2}-\d{1,2}\b",
    r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b",
    rf"\b{_MONTH} {_DAY},? \d{{4}}\b",
    rf"\b{_DAY} (?:of )?{_MONTH},? \d{{4}}\b",
    rf"\b{_MONTH},? \d{{4}}\b",
    rf"\b(?!May\b){_MONTH} {_DAY}\b",
)
_PHONES = (
    r"(?<![\d-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ]?)\d{3}[-. ]?\d{4}(?![\d-])",
    r"(?<![\d-])\d{3}[-.]\d{4}(?![\d-])",
)
_PAGES = (r"(?i:\bhttps?://\S+)", r"(?i:\b(?:[a-z0-9-]+\.)+(?:gov|com|org|net|edu|mil|us)\b(?:/\S*)?)")
_PATTERNS = (
    ("literal_email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("literal_url", re.compile("|".join(_PAGES))),
    ("literal_date", re.compile("|".join(_DATES))),
    ("literal_phone", re.compile("|".join(_PHONES))),
)


def literals(text: str) -> Iterator[tuple[str, str]]:
    """Each literal of a text, once: the kind of problem it is, and the words themselves."""
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield kind, found[0].rstrip(".,;:!?)")
        text = pattern.sub(" ", text)
