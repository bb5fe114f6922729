"""The main states of the page, each with what brings it about."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.workspace import STAFF_CHANNEL, Workspace

Scene = Callable[[Workspace], None]
"""Brings a workspace with a new filer into a state, and its window before others on a small screen."""


def empty(workspace: Workspace) -> None:
    """Nothing has been said yet."""


def question(workspace: Workspace) -> None:
    """A question with its buttons."""
    workspace.filer.say("hi")
    workspace.filer.hears("Who will file")


def checklist(workspace: Workspace) -> None:
    """The steps."""
    workspace.filer.say("viewer")
    workspace.filer.hears("Next step:")


def home(workspace: Workspace) -> None:
    """App Home with a box to tick, and one tick."""
    checklist(workspace)
    workspace.filer.tab("Home")
    workspace.filer.home.get_by_role("checkbox").first.check()
    expect(workspace.filer.home).to_contain_text("Steps ticked: 1 of 1.")


def thread(workspace: Workspace) -> None:
    """A thread is open, with a reply in it."""
    workspace.staff.open(STAFF_CHANNEL)
    workspace.staff.say("A note for us.", STAFF_CHANNEL)
    workspace.staff.hears("A note for us.")
    workspace.staff.do("Reply in thread")
    workspace.staff.reply("I have read it.")
    workspace.show("Staff")


def dialog(workspace: Workspace) -> None:
    """A question must be answered before anything else."""
    workspace.filer.say("hi")
    workspace.filer.hears("Who will file")
    workspace.filer.do("Delete", workspace.filer.messages.first)
    expect(workspace.filer.region.get_by_role("alertdialog")).to_be_visible()


def commands(workspace: Workspace) -> None:
    """The list of commands is open."""
    workspace.filer.box().press_sequentially("/nextgen ")
    expect(workspace.filer.region.get_by_role("listbox", name="Commands")).to_be_visible()


def claimed(workspace: Workspace) -> None:
    """A card that somebody has claimed."""
    _claim(workspace)


def form(workspace: Workspace) -> None:
    """Staff write an answer, in a modal."""
    workspace.staff.press("Answer", _claim(workspace))
    expect(workspace.staff.region.get_by_role("dialog")).to_be_visible()


def keys(workspace: Workspace) -> None:
    """The list of keys is open."""
    workspace.page.get_by_role("button", name="Keys").click()
    expect(workspace.page.get_by_role("dialog", name="Keys")).to_be_visible()


def _claim(workspace: Workspace) -> Locator:
    card = workspace.ask_for_a_person()
    workspace.staff.press("Claim", card)
    expect(card).to_contain_text("Sam Staff has this request")
    workspace.show("Staff")
    return card


SCENES: tuple[Scene, ...] = (empty, question, checklist, home, thread, dialog, commands, claimed, form, keys)
