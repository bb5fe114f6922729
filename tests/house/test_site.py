"""The documentation site: it is built without a warning, and loads nothing from anywhere else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

LOADS = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"?(?:https?:)?//[^\s>]+"
    r"|<link\b[^>]*rel=\"?(?:stylesheet|preconnect|preload|icon|dns-prefetch)[^>]*href=\"?(?:https?:)?//[^\s>]+"
    r"|(?:url\(|@import )[\"']?(?:https?:)?//[^\s)]+"
)


TAKEN = {"docs", "deploy", "scripts", "bot", "LICENSE", ".env.example"}


def only_what_the_site_is_made_of(folder: str, names: list[str]) -> set[str]:
    """What a copy of the project leaves out."""
    at_the_top = Path(folder) == ROOT
    kept = {name for name in names if name in TAKEN or Path(name).suffix in (".md", ".yml")}
    return set(names) - kept if at_the_top else {"__pycache__", "secrets"} & set(names)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it."""
    folder = tmp_path_factory.mktemp("site")
    ran = subprocess.run([ROOT / "scripts/docs", folder], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stderr == "", "warnings fail, and so does noise"
    return folder


def test_the_site_has_a_page_for_each_guide(site: Path) -> None:
    guides = {page.stem for page in (ROOT / "docs/guides").glob("*.md")}
    assert guides
    assert {page.stem for page in (site / "docs/guides").glob("*.html")} == guides
    assert "Court help-desk bot" in (site / "index.html").read_text(encoding="utf-8")


def test_no_page_of_the_site_loads_anything_from_elsewhere(site: Path) -> None:
    pages = [*site.rglob("*.html"), *site.rglob("*.css")]
    loaded = {
        f"{page.relative_to(site)}: {found}" for page in pages for found in LOADS.findall(page.read_text())
    }
    assert not loaded


def test_the_search_finds_a_word_of_a_guide(site: Path) -> None:
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert "GovSlack" in index
    assert "LoadCredential" in index


def test_a_dead_link_fails_the_build(tmp_path: Path) -> None:
    shutil.copytree(ROOT, tmp_path, dirs_exist_ok=True, ignore=only_what_the_site_is_made_of)
    page = tmp_path / "docs/outage.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[dead](nowhere.md)\n", encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [tmp_path / "scripts/docs"],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "nowhere.md" in ran.stderr
