"""Everything can be done with the keyboard alone, and the focus is always seen. No test here uses a mouse."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard
from tests.browser.workspace import APP, ONE_MODE, STAFF_CHANNEL, Window, Workspace

pytestmark = ONE_MODE


@pytest.fixture
def keys(workspace: Workspace) -> Keyboard:
    """The keyboard, in the box in which the filer types: there *Start over* leaves one."""
    expect(workspace.filer.box()).to_be_focused()
    return Keyboard(workspace.page)


def say(keys: Keyboard, text: str) -> None:
    """Type and send, in the box one is in."""
    keys.write(text)
    keys.press("Enter")


def button(where: Locator, label: str) -> Locator:
    """A button by its whole label."""
    return where.get_by_role("button", name=label, exact=True)


def act_on(keys: Keyboard, window: Window, message: Locator, action: str) -> None:
    """From the box to the messages, to this one, and to what can be done with it."""
    keys.press("Shift+Tab", "ArrowUp")
    keys.go(window.newest, "ArrowDown")
    keys.go(message, "ArrowUp")
    keys.go(button(message, action))
    keys.press("Enter")


def test_questions_are_answered_by_buttons_and_a_step_is_ticked(workspace: Workspace, keys: Keyboard) -> None:
    filer = workspace.filer
    say(keys, "hi")
    filer.hears("Who will file")
    keys.go(button(filer.newest, "Nobody, I only look at cases"), "Shift+Tab")
    keys.press("Enter")
    filer.hears("Next step:")
    keys.look()
    keys.go(filer.region.get_by_role("tab", name="Messages"), "Shift+Tab")
    keys.press("ArrowRight")
    box = filer.home.get_by_role("checkbox").first
    keys.go(box)
    keys.press("Space")
    expect(filer.home).to_contain_text("Steps ticked: 1 of 1.")
    expect(box).to_be_checked()
    assert keys.is_at(box), "the focus stays on the box while Home is shown anew"
    keys.go(button(filer.home, "Talk to a person"))
    keys.press("Enter")
    keys.go(filer.region.get_by_role("tab", name="Home"), "Shift+Tab")
    keys.press("ArrowLeft")
    filer.hears("NG-")


def test_a_thread_is_opened_answered_and_closed(workspace: Workspace, keys: Keyboard) -> None:
    filer = workspace.filer
    say(keys, "hi")
    filer.hears("Who will file")
    first = filer.messages.first
    act_on(keys, filer, first, "Reply in thread")
    expect(filer.thread.get_by_role("textbox")).to_be_focused()
    say(keys, "One more thing")
    expect(filer.thread.get_by_role("article").nth(1)).to_contain_text("One more thing")
    keys.go(button(filer.thread, "Close thread"), "Shift+Tab")
    keys.press("Enter")
    expect(filer.thread).to_be_hidden()
    expect(filer.box()).to_be_focused()
    keys.go(first.get_by_role("button", name=re.compile("repl(y|ies)$")), "Shift+Tab")
    keys.press("Enter")
    expect(filer.thread).to_be_visible()
    keys.press("Escape")
    expect(filer.thread).to_be_hidden()
    expect(filer.box()).to_be_focused()


def test_a_slash_lists_the_commands_and_arrows_take_one(workspace: Workspace, keys: Keyboard) -> None:
    filer = workspace.filer
    hints = filer.region.get_by_role("listbox", name="Commands")
    keys.write("/")
    expect(hints.get_by_role("option").first).to_be_visible()
    keys.press("Escape")
    expect(hints).to_be_hidden()
    keys.write("nextgen p")
    expect(hints.get_by_role("option")).to_have_count(2)
    keys.press("ArrowDown", "ArrowDown", "ArrowUp")
    expect(hints.get_by_role("option", selected=True)).to_have_text(re.compile("/nextgen phone"))
    keys.press("Tab")
    expect(filer.box()).to_have_value("/nextgen phone")
    keys.press("Enter")
    filer.hears("800-676-6856")
    expect(filer.newest).to_contain_text("Only visible to you")


def test_one_becomes_another_person(workspace: Workspace, keys: Keyboard) -> None:
    filer = workspace.filer
    before = filer.person.input_value()
    keys.go(filer.person, "Shift+Tab")
    keys.press("ArrowUp")
    expect(filer.person).not_to_have_value(before)
    expect(workspace.line).to_have_text("Connected")
    assert keys.is_at(filer.person)


def test_f6_goes_round_the_windows_and_back(workspace: Workspace, keys: Keyboard) -> None:
    staff = workspace.staff.box(STAFF_CHANNEL)
    keys.press("F6")
    expect(staff).to_be_focused()
    keys.press("F6")
    expect(workspace.inside).to_be_focused()
    keys.press("F6")
    expect(workspace.filer.box()).to_be_focused()
    keys.press("Shift+F6", "Shift+F6")
    expect(staff).to_be_focused()


def test_an_own_message_is_changed_and_deleted(workspace: Workspace, keys: Keyboard) -> None:
    staff, own = workspace.staff, workspace.staff.newest
    keys.press("F6")
    say(keys, "Back at noon.")
    staff.hears("Back at noon.")
    act_on(keys, staff, own, "Edit")
    editing = staff.region.get_by_role("textbox", name="Edit your message")
    expect(editing).to_be_focused()
    keys.press("Escape")
    expect(staff.box(STAFF_CHANNEL)).to_be_focused()
    act_on(keys, staff, own, "Edit")
    keys.press("Control+A")
    say(keys, "Back at one.")
    staff.hears("Back at one.")
    expect(own).to_contain_text("(edited)")
    act_on(keys, staff, own, "Delete")
    question = staff.region.get_by_role("alertdialog", name="Delete message")
    expect(question).to_be_visible()
    keys.press("Escape")
    expect(question).to_be_hidden()
    assert keys.is_at(button(own, "Delete")), "the focus goes back to where the question came from"
    keys.press("Enter")
    keys.go(button(question, "Delete"))
    keys.press("Enter")
    expect(staff.messages.filter(has_text="Back at one.")).to_have_count(0)
    keys.look()


def test_a_card_is_claimed_and_closed(workspace: Workspace, keys: Keyboard) -> None:
    say(keys, "person")
    workspace.filer.hears("NG-")
    card = workspace.staff.messages.filter(has_text=workspace.case_number()).first
    keys.press("F6")
    act_on(keys, workspace.staff, card, "Claim")
    expect(card).to_contain_text("Sam Staff has this request")
    keys.look()
    keys.go(button(card, "Close"), "Tab")
    keys.press("Space")
    form = workspace.staff.region.get_by_role("dialog")
    keys.go(form.get_by_role("textbox"))
    keys.write("All is well.")
    keys.go(form.get_by_role("button", name="Close", exact=True))
    keys.press("Enter")
    expect(form).to_be_hidden()
    workspace.filer.hears("closed your request")
    keys.look()


def test_staff_go_from_place_to_place(workspace: Workspace, keys: Keyboard) -> None:
    staff = workspace.staff
    places = staff.region.get_by_role("navigation")
    keys.press("F6")
    keys.go(button(places, APP), "Shift+Tab")
    keys.press("Enter")
    expect(staff.box()).to_be_visible()
    assert keys.is_at(button(places, APP))


def test_the_list_of_keys_opens_and_closes(workspace: Workspace, keys: Keyboard) -> None:
    opener = button(workspace.page.get_by_role("banner"), "Keys")
    keys.go(opener, "Shift+Tab")
    keys.press("Enter")
    listed = workspace.page.get_by_role("dialog", name="Keys")
    expect(listed).to_contain_text("F6")
    keys.press("Tab", "Shift+Tab", "Escape")
    expect(listed).to_be_hidden()
    assert keys.is_at(opener)


def test_one_starts_over_and_skips_to_a_window(workspace: Workspace, keys: Keyboard) -> None:
    keys.go(button(workspace.page.get_by_role("banner"), "Start over"), "Shift+Tab")
    keys.press("Enter")
    expect(workspace.filer.box()).to_be_focused()
    keys.go(workspace.page.get_by_role("link", name="Skip to the staff"), "Shift+Tab")
    keys.press("Enter")
    expect(workspace.staff.region).to_be_focused()


def test_something_goes_wrong_at_the_press_of_a_key(workspace: Workspace, keys: Keyboard) -> None:
    keys.press("F6", "F6")
    keys.go(button(workspace.inside, "Deliver the next message twice"))
    keys.press("Enter")
    expect(workspace.inside).to_contain_text("duplicate (1)")
    keys.go(button(workspace.inside, "Clear faults"))
    keys.press("Space")
    expect(workspace.inside).to_contain_text("No fault is waiting.")
    keys.look()
