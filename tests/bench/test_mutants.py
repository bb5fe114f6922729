"""The page of the mutation run: what was killed, what lives, and why."""

import json
from pathlib import Path

import pytest

from bench.mutants import UNKNOWN, Survivor, Tried, change, known_reasons, page, place, rate, read

EDGE = Survivor("matching.days.years.full_year", change("if year > today.year:", "if year >= today.year:"))


def tried(alive: int) -> Tried:
    """A module with ten mutants, so many of them alive."""
    return Tried("bot/engine/settle.py", 9 - alive, 1, tuple([EDGE] * alive))


def test_a_change_shows_what_was_and_what_is_with_its_surroundings() -> None:
    assert change("if year > today.year:", "if year >= today.year:") == "`` if year [> → >=] today.year: ``"
    assert change("a | b", "a & b") == "`` a [¦ → &] b ``"
    assert change("f(a, b=1)", "f(a, )") == "`` f(a, [b=1 → ]) ``"


def test_a_survivor_is_named_by_its_module_and_function() -> None:
    assert place("bot.engine.settle.x_settle__mutmut_9") == "engine.settle.settle"
    assert place("bot.engine.turn.x__begun__mutmut_4") == "engine.turn._begun"
    assert place("bot.matching.days.tokens.xǁTokensǁat__mutmut_6") == "matching.days.tokens.Tokens.at"


def test_a_mutant_that_runs_too_long_counts_as_killed() -> None:
    assert rate([tried(0)]) == 1.0
    assert rate([tried(2)]) == 0.8
    assert rate([]) == 0.0


def test_the_page_keeps_the_reasons_that_were_written_into_it() -> None:
    first = page([tried(1)], {})
    assert known_reasons(first) == {EDGE: UNKNOWN}
    second = page([tried(1)], {EDGE: "Nobody opens an account on that day."})
    assert known_reasons(second) == {EDGE: "Nobody opens an account on that day."}


def test_a_run_that_was_broken_off_is_no_result(tmp_path: Path) -> None:
    folder = tmp_path / "bot" / "engine"
    folder.mkdir(parents=True)
    (folder / "settle.py.meta").write_text(json.dumps({"exit_code_by_key": {"one": 1, "other": None}}))
    with pytest.raises(RuntimeError, match="did not come to its end"):
        list(read(tmp_path))
