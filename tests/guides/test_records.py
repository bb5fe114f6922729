"""The page on records: how long each kind is kept is what the code says."""

import re
from dataclasses import fields
from datetime import timedelta

from bot.flow.keep import Keep
from bot.storage.prune import ADDRESSES, KEYS, SETTLED, WORDS
from tests.guides.page import GUIDES

PAGE = GUIDES.parent / "records.md"
LAST_CELL = re.compile(r"^\|(.+)\| ([^|]+) \|$", re.MULTILINE)


def rows() -> dict[str, str]:
    """What stands in the last cell of each row of a table, by the first."""
    found = LAST_CELL.findall(PAGE.read_text(encoding="utf-8"))
    return {before.partition("|")[0].strip(): last for before, last in found}


def spoken(span: timedelta) -> str:
    """A length of time, as the page writes it."""
    years, days = divmod(span.days, 365)
    if years and not days:
        return f"{years} year{'s' if years > 1 else ''}"
    hours, minutes = divmod(span // timedelta(minutes=1), 60)
    if hours > 48:
        return f"{span.days} days"
    return f"{hours} hours" if hours else f"{minutes} minutes"


def test_what_a_court_may_choose_has_the_default_that_the_page_says() -> None:
    defaults = {f"`{one.name}`": spoken(getattr(Keep(), one.name)) for one in fields(Keep)}
    assert {name: said for name, said in rows().items() if name in defaults} == defaults


def test_what_no_court_may_choose_is_kept_as_long_as_the_page_says() -> None:
    said = {
        "addresses to answer a command or a press": ADDRESSES,
        "keys by which a second delivery is known": KEYS,
        "sent rows of the outbox, whose content goes when they are sent": SETTLED,
        "the last three messages of a talk, free of secrets": WORDS,
    }
    assert {name: rows()[name] for name in said} == {name: spoken(span) for name, span in said.items()}
