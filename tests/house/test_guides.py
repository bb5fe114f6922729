"""The guides: every block of commands is run by a test, or says why not."""

from pathlib import Path

import pytest

from tests.guides.page import GUIDES, blocks
from tests.house.source import ROOT, files, name

FOLLOWED = {"first-answer.md", "flow-author.md", "operator.md"}
"""The guides that a test in tests/guides follows from beginning to end."""
SHORTEST_REASON = 20


@pytest.mark.parametrize("page", files("*.md", "docs/guides"), ids=name)
def test_every_block_of_commands_of_a_guide_is_run_or_says_why_not(page: Path) -> None:
    of_page = [block for block in blocks(page) if block.language == "sh"]
    assert page.name in FOLLOWED or not of_page, "write a test that follows it"
    silent = [block.line for block in of_page if block.reason and len(block.reason) < SHORTEST_REASON]
    assert not silent, f"{name(page)}: say why nobody runs these, in lines {silent}"


@pytest.mark.parametrize("page", files("*.md", "docs/guides"), ids=name)
def test_every_fence_of_a_guide_is_one_that_the_tests_read(page: Path) -> None:
    fences = sum(line.startswith("```") for line in page.read_text(encoding="utf-8").splitlines())
    assert fences == 2 * len(blocks(page)), f"{name(page)}: a fence is open, or written in another way"
    assert {block.language for block in blocks(page)} <= {"sh", "text", "diff", "ini"}


def test_the_readme_leads_to_every_guide() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [page.name for page in GUIDES.glob("*.md") if f"(docs/guides/{page.name})" not in readme]
    assert not missing
