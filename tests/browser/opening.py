"""A page of the demo in a browser, in which nothing may go wrong unseen."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

PATIENCE = 15_000
"""Milliseconds that something may take on a busy machine."""
WIDE = ViewportSize(width=1500, height=900)
PHONE = ViewportSize(width=390, height=844)
NARROW = ViewportSize(width=320, height=640)
"""The narrowest that WCAG 2.2 asks for, success criterion 1.4.10."""


@contextmanager
def opened(browser: Browser, address: str, viewport: ViewportSize = WIDE) -> Iterator[Page]:
    """The page, with its first state on the screen. It must end without a complaint in its console."""
    troubles: list[str] = []
    with watched(browser, troubles, viewport) as page:
        page.goto(address)
        page.wait_for_selector("body[data-ready=yes]")
        yield page
    assert troubles == []


@contextmanager
def watched(browser: Browser, troubles: list[str], viewport: ViewportSize = WIDE) -> Iterator[Page]:
    """An empty page; what its scripts and its console complain of comes into `troubles`."""
    page = browser.new_page(viewport=viewport, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: _notice(said, troubles))
    try:
        yield page
    finally:
        page.close()


def _notice(said: ConsoleMessage, troubles: list[str]) -> None:
    if said.type in ("error", "warning"):
        troubles.append(said.text)
