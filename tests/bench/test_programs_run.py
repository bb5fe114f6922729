"""Every measurement runs, with numbers too small to say anything about speed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 280


pytestmark = pytest.mark.timeout(300)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A program of the package `bench`, ended by itself."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)


def test_the_page_is_written_with_every_chapter(tmp_path: Path) -> None:
    result = run("bench", "--quick", "--to", str(tmp_path / "page.md"))
    assert result.returncode in (0, 1), result.stderr
    text = (tmp_path / "page.md").read_text(encoding="utf-8")
    for title in (
        "The longest turn",
        "A full durable turn over HTTP",
        "The queue of staff",
        "Message calls per turn",
        "Memory, and the time until ready",
        "A turn with many conversations stored",
        "Killed under load",
    ):
        assert f"## {title}\n" in text
    assert "| as shipped, 1 kills" in text


def test_a_bot_that_never_looks_up_what_it_sent_is_found_out() -> None:
    result = run("bench.crash", "--kills", "2", "--json", "--without", "look-up")
    assert result.returncode == 0, result.stdout + result.stderr
    found = json.loads(result.stdout)
    assert set(found) >= {"kills", "turns", "lost", "doubled", "looked_up"}
    assert found["turns"] >= 40
    assert found["doubled"] > 0
