"""A person who has a keyboard and nothing else, and must always see where they are."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

FARTHEST = 60
"""Presses of Tab within which everything of a window must be reached."""
FOCUS = """() => {
  const here = document.activeElement;
  const style = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const across = box.right > 0 && box.left < innerWidth;
  return {
    what: here.outerHTML.slice(0, 160),
    lost: here === document.body || here === document.documentElement,
    marked: outlined || style.boxShadow !== "none",
    onScreen: box.width > 0 && across && box.bottom > 0 && box.top < innerHeight,
  };
}"""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Keys of one page. Before and after each, the focus is somewhere and can be seen."""

    page: Page

    def press(self, *keys: str) -> None:
        """Press these, one after the other."""
        for key in keys:
            self.look()
            self.page.keyboard.press(key)
        self.look()

    def write(self, text: str) -> None:
        """Type where the focus is."""
        self.look()
        self.page.keyboard.type(text)

    def go(self, to: Locator, key: str = "Tab") -> None:
        """Press Tab, or another key, until the focus is there."""
        expect(to).to_be_visible()
        for _ in range(FARTHEST):
            if self.is_at(to):
                return
            self.press(key)
        raise AssertionError(f"{FARTHEST} times {key} do not lead to {to}")

    def is_at(self, place: Locator) -> bool:
        """Whether the focus is there."""
        return bool(place.evaluate("it => it === document.activeElement"))

    def look(self) -> None:
        """The focus is on something that is shown and marked."""
        focus: dict[str, Any] = self.page.evaluate(FOCUS)
        assert not focus["lost"], "the focus is lost"
        assert focus["marked"], f"nobody sees that the focus is on {focus['what']}"
        assert focus["onScreen"], f"the focus is off the screen, on {focus['what']}"
