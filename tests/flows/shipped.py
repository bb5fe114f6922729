"""The flows that the project ships, as the tests of their content read them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from bot.flow.library import load
from bot.flow.model import Fact, Library
from bot.flow.problem import Problem

FLOWS = Path(__file__).parents[2] / "flows"
COURTS = ("moeb", "nvd", "ca10")
INVENTED = "example"
"""The court that is made up; no page shows its facts."""

TODAY = date(2026, 11, 22)


@cache
def texts() -> dict[str, str]:
    """Every file under `flows/` by its name there."""
    return {
        path.relative_to(FLOWS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(FLOWS.rglob("*.yaml"))
    }


@cache
def loaded() -> tuple[Library | None, tuple[Problem, ...]]:
    """The shipped library and what is wrong with it."""
    return load(texts())


def library() -> Library:
    """The shipped library."""
    found, _ = loaded()
    assert found is not None
    return found


def facts() -> Iterator[tuple[str, Fact]]:
    """Every fact that was looked up, with the file it stands in; those of the example court are made up."""
    shipped = library()
    for fact in shipped.facts.values():
        yield "facts.yaml", fact
    for court in (one for one in shipped.courts.values() if one.id != INVENTED):
        for fact in court.facts.values():
            if fact.checked != date.min:
                yield f"courts/{court.id}.yaml", fact
