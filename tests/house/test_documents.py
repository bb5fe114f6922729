"""What the documents say exists: commands, decisions, files; and no page shows one machine's paths."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT, files, name

DECISIONS = ROOT / "docs/decisions"
TEXTS = ("*.md", "*.toml", "*.yaml", "*.yml", "*.py", "*.txt", "Makefile", "Dockerfile")
HOMES = re.compile(r"(?<![\w.:/}-])/(?:home|root|work|Users)/\w")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def code_blocks(page: Path) -> str:
    """What stands in the fenced blocks and the inline code of a page."""
    text = page.read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, flags=re.DOTALL))


def make_targets() -> set[str]:
    """The commands that the Makefile knows."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", text, flags=re.MULTILINE))


@pytest.mark.parametrize("page", files("*.md"), ids=name)
def test_every_make_command_of_a_page_exists(page: Path) -> None:
    named = set(re.findall(r"(?:^|`|\$ )make ([a-z]+)", code_blocks(page), flags=re.MULTILINE))
    assert named <= make_targets(), f"{name(page)} names commands that the Makefile has not"


def helpdesk_commands() -> list[str]:
    """Every command of `helpdesk` that some page names."""
    blocks = "\n".join(code_blocks(page) for page in files("*.md"))
    return sorted(set(re.findall(r"(?:^|`|\$ |bin/)helpdesk ([a-z]+)", blocks, flags=re.MULTILINE)))


@pytest.mark.parametrize("command", helpdesk_commands())
def test_every_helpdesk_command_of_a_page_exists(command: str) -> None:
    helpdesk = Path(sys.executable).with_name("helpdesk")
    result = subprocess.run([helpdesk, command, "--help"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("page", files("*.md"), ids=name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    dead = [
        link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()
    ]
    assert not dead, f"{name(page)} links to files that are not there: {dead}"


def test_the_readme_shows_the_two_commands_everybody_needs() -> None:
    assert {"make demo", "make test"} <= set(re.findall(r"make [a-z]+", code_blocks(ROOT / "README.md")))


def test_every_decision_is_listed_and_has_its_three_parts() -> None:
    listed = (DECISIONS / "README.md").read_text(encoding="utf-8")
    records = sorted(DECISIONS.glob("[0-9]*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert f"({record.name})" in listed, f"{record.name} is not in docs/decisions/README.md"
        assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    wrong = [
        f"{name(path)}: {found.group()}"
        for pattern in TEXTS
        for path in files(pattern)
        if (found := HOMES.search(path.read_text(encoding="utf-8")))
    ]
    assert not wrong, f"Write these from the project's root: {wrong}"
