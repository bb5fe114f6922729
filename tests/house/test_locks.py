"""The lock files install the same everywhere, from whatever package index a machine is set to."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")


def pins(lock: Path) -> dict[str, str]:
    """Each locked distribution with all that its entry says."""
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    return {entry.split("==")[0].lower(): entry for entry in entries if "==" in entry}


def wanted(*extras: str) -> Iterator[str]:
    """The distributions that pyproject.toml asks for, in lower case and without versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    for line in lines:
        yield re.split(r"[^A-Za-z0-9_.-]", line)[0].lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_has_a_version_and_a_hash(lock: str) -> None:
    entries = pins(ROOT / lock)
    assert entries
    assert [name for name, entry in entries.items() if "--hash=sha256:" not in entry] == []


def test_the_locks_hold_everything_the_project_asks_for() -> None:
    assert set(wanted()) <= set(pins(ROOT / "requirements.txt"))
    assert set(wanted("dev")) <= set(pins(ROOT / "requirements-dev.txt"))


def test_what_runs_is_the_same_in_both_locks() -> None:
    development = pins(ROOT / "requirements-dev.txt")
    for name, entry in pins(ROOT / "requirements.txt").items():
        assert entry.split()[0] == development[name].split()[0]


def test_every_dependency_has_a_reason() -> None:
    reasons = (ROOT / "docs/decisions/dependencies.md").read_text(encoding="utf-8").lower()
    assert [name for name in wanted("dev") if f"| {name} |" not in reasons] == []
