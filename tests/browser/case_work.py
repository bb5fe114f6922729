"""A request for a person, as the filer and the staff of one page see it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, expect

from tests.browser.opening import opened
from tests.browser.workspace import STAFF_CHANNEL, Window, Workspace

SECOND = "Stella Second"
SOON = 500
"""Milliseconds within which each of several pages has heard when to press."""
PRESS_AT = "(button, moment) => setTimeout(() => button.click(), moment - Date.now())"
"""Pages share one clock; a card that is shown anew meanwhile keeps no press back."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request in the page; it stays the same whoever looks at it."""

    workspace: Workspace
    number: str

    @property
    def staff(self) -> Window:
        """The window in which it is worked."""
        return self.workspace.staff

    @property
    def card(self) -> Locator:
        """Its card in the staff channel."""
        return self.staff.messages.filter(has_text=f"Request {self.number}").first

    @property
    def form(self) -> Locator:
        """The form that the member of staff has open."""
        return self.staff.region.get_by_role("dialog")

    def says(self, text: str) -> None:
        """Wait until the card says this."""
        expect(self.card).to_contain_text(text)

    def press(self, label: str) -> None:
        """Press a button of the card."""
        self.staff.press(label, self.card)

    def claim(self) -> None:
        """Claim it as the one who is in the window, and see that it worked."""
        self.press("Claim")
        self.says("has this request.")

    def open_thread(self) -> None:
        """Open what was written under the card."""
        self.staff.do("Reply in thread", self.card)
        expect(self.staff.thread).to_be_visible()

    def write(self, text: str) -> None:
        """Write under the card; the bot may have said something below it before one sees it there."""
        box = self.staff.thread.get_by_role("textbox", name="Reply in thread")
        box.fill(text)
        box.press("Enter")
        expect(self.staff.thread.get_by_role("article").filter(has_text=text)).to_be_visible()

    def thread_says(self, text: str) -> None:
        """Wait until the newest reply under the card says this."""
        expect(self.staff.thread.get_by_role("article").last).to_contain_text(text)

    def hand_in(self, label: str) -> None:
        """Hand in the form that is open, and see it close."""
        self.form.get_by_role("button", name=label, exact=True).click()
        expect(self.form).to_be_hidden()

    def assign(self, name: str) -> None:
        """Give it to somebody of the staff."""
        self.press("Assign")
        self.form.get_by_role("combobox", name="Who is to have it?").select_option(label=name)
        self.hand_in("Assign")
        self.says(f"{name} has this request.")

    def is_told(self, text: str) -> None:
        """Wait until only the one who is in the window is told this."""
        told = self.staff.region.get_by_role("article").filter(has_text="Only visible to you")
        expect(told.last).to_contain_text(text)

    def filer_reads(self, text: str) -> Locator:
        """Wait until some message to the filer says this; which one."""
        message = self.workspace.filer.messages.filter(has_text=text).last
        expect(message).to_be_visible()
        return message


def request_in(workspace: Workspace) -> Request:
    """A new request, which nobody has."""
    workspace.ask_for_a_person()
    return Request(workspace, workspace.case_number())


@contextmanager
def second_page(browser: Browser, address: str, request: Request) -> Iterator[Request]:
    """The same request in a page of its own, where another member of staff is."""
    with opened(browser, address) as page:
        workspace = Workspace(page, request.workspace.mode)
        workspace.staff.person.select_option(label=SECOND)
        workspace.staff.open(STAFF_CHANNEL)
        seen = Request(workspace, request.number)
        expect(seen.card).to_be_visible()
        yield seen
        workspace.staff.close_dialog()


def claim_together(*requests: Request) -> None:
    """Let everybody press Claim at one moment, each in a page of their own."""
    moment = requests[0].workspace.page.evaluate("soon => Date.now() + soon", SOON)
    for one in requests:
        one.card.get_by_role("button", name="Claim", exact=True).evaluate(PRESS_AT, moment)
