"""The page is live: pages side by side agree, a lost line comes back, and faults double nothing."""

import socket
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import demo
from tests.browser.opening import opened, watched
from tests.browser.workspace import ONE_MODE, STAFF_CHANNEL, Workspace

FAULTS = (
    "Rate limit (429) on the next call",
    "Error 500 after the message was posted",
    "Cut the next call off",
    "Deliver the next message twice",
)
TWO_FAULTS = "Deliver the next two messages in the wrong order"
BANNER = "Please note: PACER is down."
SECOND_DELIVERY = 90_000
"""Milliseconds until Slack's second delivery has come, where the first met no connection."""
OUTAGE_ON = '/nextgen outage on "PACER is down."'


def test_two_pages_side_by_side_show_the_same(browser: Browser, workspace: Workspace, address: str) -> None:
    filer = workspace.filer.person.input_value()
    with opened(browser, address) as page:
        other = Workspace(page, workspace.mode)
        other.filer.person.select_option(filer)
        workspace.filer.say("hi")
        other.filer.hears("Who will file")
        other.filer.press("Nobody, I only look at cases")
        workspace.filer.hears("Next step:")
        other.filer.hears("Next step:")
        assert workspace.filer.messages.all_inner_texts() == other.filer.messages.all_inner_texts()
        expect(other.inside).to_contain_text("filer: viewer")


@ONE_MODE
def test_the_page_comes_back_when_the_server_does(browser: Browser, mode: str, tmp_path: Path) -> None:
    port, troubles = str(free_port()), list[str]()
    options = ("--port", port, "--database", str(tmp_path / "kept.db"))
    with watched(browser, troubles) as page:
        workspace = Workspace(page, mode)
        with demo(mode, *options) as url:
            page.goto(url)
            workspace.filer.say("hi")
            workspace.filer.hears("Who will file")
        expect(workspace.line).to_contain_text("does not answer")
        with demo(mode, *options):
            expect(workspace.line).to_have_text("Connected", timeout=30_000)
            workspace.filer.say("viewer")
            workspace.filer.hears("Next step:")
            workspace.start_over()
            workspace.filer.say("hi")
            workspace.filer.hears("Who will file")
    assert [one for one in troubles if "ERR_" not in one] == [], "only the lost line is complained of"


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_doubles_nothing_and_loses_nothing(workspace: Workspace, fault: str) -> None:
    workspace.inside.get_by_role("button", name=fault).click()
    expect(workspace.inside).to_contain_text("To come:")
    workspace.filer.say("hi")
    workspace.filer.hears("Who will file")
    expect(workspace.inside).to_contain_text("No fault is waiting.")
    workspace.filer.say("viewer")
    workspace.filer.hears("Next step:")
    expect(workspace.filer.messages).to_have_count(4)


def test_messages_in_the_wrong_order_are_each_answered_once(workspace: Workspace) -> None:
    workspace.inside.get_by_role("button", name=TWO_FAULTS).click()
    expect(workspace.inside).to_contain_text("reorder (1)")
    workspace.filer.say("hi")
    expect(workspace.filer.messages).to_have_count(1)
    workspace.filer.say("viewer")
    workspace.filer.hears("Next step:")
    expect(workspace.inside).to_contain_text("No fault is waiting.")
    expect(workspace.inside).to_contain_text("filer: viewer")


@pytest.mark.timeout(180)
@ONE_MODE
def test_a_disconnected_socket_comes_back(workspace: Workspace) -> None:
    workspace.inside.get_by_role("button", name="Disconnect Socket Mode").click()
    workspace.filer.say("hi")
    expect(workspace.filer.newest).to_contain_text("Who will file", timeout=SECOND_DELIVERY)
    expect(workspace.filer.messages).to_have_count(2)
    expect(workspace.inside).to_contain_text("Socket Mode, 1 open")


def test_an_outage_leads_the_next_reply_and_home(workspace: Workspace) -> None:
    filer, staff = workspace.filer, workspace.staff
    filer.say("viewer")
    filer.hears("Next step:")
    staff.open(STAFF_CHANNEL)
    staff.say(OUTAGE_ON, STAFF_CHANNEL)
    expect(staff.region.get_by_role("article").filter(has_text="PACER is down.").last).to_be_visible()
    try:
        filer.say("why")
        filer.hears(BANNER)
        filer.tab("Home")
        expect(filer.home).to_contain_text(BANNER)
        workspace.picture("9-outage", filer.region)
    finally:
        staff.say("/nextgen outage off", STAFF_CHANNEL)
    filer.tab("Messages")
    filer.tab("Home")
    expect(filer.home).not_to_contain_text(BANNER)


def free_port() -> int:
    """A port that nobody has now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
