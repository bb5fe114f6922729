"""The practice workspace's page as a filer and a member of staff use it. Names as in its README."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

APP = "NextGen Help Desk"
STAFF_CHANNEL = "nextgen-help"


@dataclass(frozen=True, slots=True)
class Window:
    """One person's window: places, messages, the composer."""

    region: Locator

    def open(self, place: str) -> None:
        """Go to the app's direct message or to a channel."""
        self.region.get_by_role("navigation").get_by_role("button", name=place).click()

    def tab(self, name: str) -> None:
        """Go to the app's Messages or Home."""
        self.region.get_by_role("tab", name=name).click()

    @property
    def messages(self) -> Locator:
        """Every message of the place that is open, oldest first."""
        return self.region.get_by_role("log").first.get_by_role("article")

    @property
    def newest(self) -> Locator:
        """The message that came last."""
        return self.messages.last

    @property
    def home(self) -> Locator:
        """The app's Home."""
        return self.region.get_by_role("tabpanel", name="Home")

    def say(self, text: str, place: str = APP) -> None:
        """Type and send."""
        box = self.region.get_by_role("textbox", name=f"Message {place}")
        box.fill(text)
        box.press("Enter")

    def press(self, label: str, where: Locator | None = None) -> None:
        """Press a button of the app: of the newest message unless it is somewhere else."""
        (where or self.newest).get_by_role("button", name=label, exact=True).click()

    def hears(self, text: str) -> None:
        """Wait until the newest message says this."""
        expect(self.newest).to_contain_text(text)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The whole page; `pictures` is where screenshots go."""

    page: Page
    pictures: Path

    @property
    def filer(self) -> Window:
        """The filer's window."""
        return Window(self.page.get_by_role("region", name="Filer's window"))

    @property
    def staff(self) -> Window:
        """The staff's window."""
        return Window(self.page.get_by_role("region", name="Staff's window"))

    @property
    def inside(self) -> Locator:
        """The margin that shows the machine."""
        return self.page.get_by_role("region", name="What happens inside")

    def picture(self, name: str) -> None:
        """Keep what the page shows now."""
        self.page.screenshot(path=self.pictures / f"{name}.png")
