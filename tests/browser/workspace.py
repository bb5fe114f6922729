"""The practice workspace's page as a filer and a member of staff use it. Names as in its README."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.opening import PHONE, WIDE
from tests.house.source import ROOT

APP = "NextGen Help Desk"
STAFF_CHANNEL = "nextgen-help"
PICTURES = ROOT / "build" / "pictures"
"""Where the tests leave what they saw, by mode; `make pictures` takes it into the documentation."""
ONE_MODE = pytest.mark.parametrize("mode", ["socket"], indirect=True)
"""For tests of the page alone, which is the same in both modes."""


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
    def person(self) -> Locator:
        """Who is there."""
        return self.region.get_by_role("combobox", name=re.compile(": person$"))

    @property
    def messages(self) -> Locator:
        """Every message of the place that is open, oldest first."""
        return self.region.get_by_role("log").first.get_by_role("article")

    @property
    def newest(self) -> Locator:
        """The message that came last."""
        return self.messages.last

    @property
    def thread(self) -> Locator:
        """The thread that is open."""
        return self.region.get_by_role("region", name="Thread")

    @property
    def home(self) -> Locator:
        """The app's Home."""
        return self.region.get_by_role("tabpanel", name="Home")

    def box(self, place: str = APP) -> Locator:
        """Where one types."""
        return self.region.get_by_role("textbox", name=f"Message {place}")

    def say(self, text: str, place: str = APP) -> None:
        """Type and send."""
        self.box(place).fill(text)
        self.box(place).press("Enter")

    def reply(self, text: str) -> None:
        """Type and send in the thread that is open, and see it there."""
        box = self.thread.get_by_role("textbox", name="Reply in thread")
        box.fill(text)
        box.press("Enter")
        expect(self.thread.get_by_role("article").last).to_contain_text(text)

    def do(self, action: str, message: Locator | None = None) -> None:
        """Reply in thread, Edit or Delete: the newest message unless another is named."""
        where = message or self.newest
        where.hover()
        where.get_by_role("group", name="Message actions").get_by_role("button", name=action).click()

    def close_dialog(self) -> None:
        """Leave no dialog open: the server shows a modal to the same person again."""
        close = self.region.get_by_role("button", name="Close dialog")
        if close.is_visible():
            close.click()
            expect(close).to_be_hidden()

    def press(self, label: str, where: Locator | None = None) -> None:
        """Press a button of the app: of the newest message unless it is somewhere else."""
        (where or self.newest).get_by_role("button", name=label, exact=True).click()

    def hears(self, text: str) -> None:
        """Wait until the newest message says this."""
        expect(self.newest).to_contain_text(text)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The whole page, of a demo in this mode."""

    page: Page
    mode: str

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

    @property
    def line(self) -> Locator:
        """What the page says of itself: connected, or what went wrong."""
        return self.page.get_by_role("status")

    def show(self, window: str) -> None:
        """Let a small screen show this window: Filer, Staff or Inside. Ends in the size in which it began."""
        before = self.page.viewport_size
        self.page.set_viewport_size(PHONE)
        switch = self.page.get_by_role("navigation", name="Windows")
        switch.get_by_role("button", name=re.compile(f"^{window}")).click()
        self.page.set_viewport_size(before or WIDE)

    def start_over(self) -> None:
        """Go on as a filer whom the bot has never met."""
        before = self.filer.person.input_value()
        self.page.get_by_role("button", name="Start over").click()
        expect(self.filer.person).not_to_have_value(before)
        expect(self.filer.messages).to_have_count(0)

    def ask_for_a_person(self) -> Locator:
        """Let the filer ask for a person; gives the card that staff see."""
        self.filer.say("person")
        self.filer.hears("NG-")
        self.staff.open(STAFF_CHANNEL)
        return self.staff.messages.filter(has_text=self.case_number()).first

    def case_number(self) -> str:
        """The number that the filer was told last."""
        return str(re.findall(r"NG-\d+", self.filer.newest.inner_text())[0])

    def picture(self, name: str, of: Locator | None = None) -> None:
        """Keep what the page shows now, or one part of it."""
        path = PICTURES / self.mode / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        (of or self.page).screenshot(path=path)
