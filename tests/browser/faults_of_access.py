"""What axe-core finds on a page that would keep people from using it."""

from dataclasses import dataclass
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, ViewportSize

from tests.browser.opening import PHONE, WIDE

SERIOUS = ("serious", "critical")


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which people see the page."""

    name: str
    viewport: ViewportSize
    colors: Literal["light", "dark"] = "light"


LOOKS = (
    Look("wide", WIDE),
    Look("dark", WIDE, "dark"),
    Look("200 % zoom", ViewportSize(width=640, height=400)),
    Look("phone", PHONE),
)


def take(page: Page, look: Look) -> None:
    """Show the page in this way."""
    page.set_viewport_size(look.viewport)
    page.emulate_media(color_scheme=look.colors, reduced_motion="reduce")


def serious_faults(page: Page) -> list[str]:
    """Each serious or critical fault of what the page shows now: the rule, the element, what is wrong."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{fault['id']} ({fault['impact']}): {node['html'][:120]} {node['failureSummary']}"
        for fault in found
        if fault["impact"] in SERIOUS
        for node in fault["nodes"]
    ]


def serious_faults_in_every_look(page: Page) -> list[str]:
    """The same for each of the ways in which people see it; afterwards it is wide and light again."""
    faults = []
    for look in LOOKS:
        take(page, look)
        faults += [f"{look.name}: {fault}" for fault in serious_faults(page)]
    take(page, LOOKS[0])
    return faults
