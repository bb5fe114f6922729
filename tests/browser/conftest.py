"""A real Chromium and, for each mode, a demo: one for all browser tests, with a filer of its own for each."""

import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.demo import demo
from tests.browser.opening import PATIENCE, opened
from tests.browser.workspace import Workspace
from tests.house.source import ROOT

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
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found.stdout.strip(), args=FLAGS.split())
        yield chromium
        chromium.close()


@pytest.fixture(scope="package", params=["socket", "http"])
def mode(request: pytest.FixtureRequest) -> str:
    """How the bot is connected to the practice Slack."""
    return str(request.param)


@pytest.fixture(scope="package")
def address(mode: str) -> Iterator[str]:
    """The page of a demo that all tests of a mode share."""
    with demo(mode) as url:
        yield url


@pytest.fixture
def workspace(browser: Browser, address: str, mode: str) -> Iterator[Workspace]:
    """The page as people use it, with a filer whom the bot has never met."""
    with opened(browser, address) as page:
        workspace = Workspace(page, mode)
        workspace.start_over()
        yield workspace
        workspace.staff.close_dialog()


@pytest.fixture
def new_workspace(browser: Browser, mode: str) -> Iterator[Workspace]:
    """The page as it is when a demo has just begun."""
    with demo(mode) as url, opened(browser, url) as page:
        yield Workspace(page, mode)
