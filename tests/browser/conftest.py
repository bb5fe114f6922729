"""A real Chromium, one for all browser tests, and a page of the demo for each mode."""

import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser.demo import demo
from tests.browser.workspace import Workspace
from tests.house.source import ROOT

PICTURES = ROOT / "build" / "pictures"
"""Where the tests leave what they saw; `make pictures` takes it into the documentation."""

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-dev-shm-usage"
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Where there is none, the test says so and how to get it."""
    found = subprocess.run([ROOT / "scripts/find-browser"], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip(found.stderr.strip())
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found.stdout.strip(), args=FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture(params=["socket", "http"])
def mode(request: pytest.FixtureRequest) -> str:
    """How the bot is connected to the practice Slack."""
    return str(request.param)


@pytest.fixture
def page(browser: Browser, mode: str) -> Iterator[Page]:
    """The page of a fresh demo, in which nothing may go wrong unseen."""
    troubles: list[str] = []
    with demo(mode) as url:
        opened = browser.new_page(viewport={"width": 1500, "height": 900}, reduced_motion="reduce")
        opened.set_default_timeout(15_000)
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        opened.on("console", lambda said: _notice(said, troubles))
        opened.goto(url)
        opened.wait_for_selector("body[data-ready=yes]")
        yield opened
        opened.close()
    assert troubles == []


@pytest.fixture
def workspace(page: Page, mode: str) -> Workspace:
    """The page as people use it."""
    folder = PICTURES / mode
    folder.mkdir(parents=True, exist_ok=True)
    return Workspace(page, folder)


def _notice(said: ConsoleMessage, troubles: list[str]) -> None:
    if said.type in ("error", "warning"):
        troubles.append(said.text)
