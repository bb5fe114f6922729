"""Down to 320 px of width everything can be reached, and nothing has to be scrolled sideways."""

import pytest
from playwright.sync_api import expect

from tests.browser.opening import NARROW, PHONE
from tests.browser.scenes import SCENES, Scene
from tests.browser.workspace import ONE_MODE, STAFF_CHANNEL, Workspace

pytestmark = ONE_MODE

STICKING_OUT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility({ opacityProperty: true }) && !one.closest(".unseen, .skip"))
  .filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
  })
  .map((one) => one.outerHTML.slice(0, 120))"""
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_nothing_sticks_out_at_320_px(workspace: Workspace, scene: Scene) -> None:
    scene(workspace)
    workspace.page.set_viewport_size(NARROW)
    assert workspace.page.evaluate(SIDEWAYS) <= 0
    assert workspace.page.evaluate(STICKING_OUT) == []


def test_all_of_it_can_be_done_on_a_phone(workspace: Workspace) -> None:
    workspace.page.set_viewport_size(NARROW)
    filer, staff = workspace.filer, workspace.staff
    filer.say("hi")
    filer.hears("Who will file")
    workspace.page.set_viewport_size(PHONE)
    workspace.picture("8-phone")
    workspace.page.set_viewport_size(NARROW)
    filer.press("Nobody, I only look at cases")
    filer.hears("Next step:")
    filer.tab("Home")
    filer.home.get_by_role("checkbox").first.check()
    expect(filer.home).to_contain_text("Steps ticked: 1 of 1.")
    filer.tab("Messages")
    filer.press("I am still stuck")
    filer.hears("NG-")
    number = workspace.case_number()
    workspace.show("Staff")
    staff.open(STAFF_CHANNEL)
    card = staff.messages.filter(has_text=number).first
    staff.press("Claim", card)
    expect(card).to_contain_text("Sam Staff has this request")
    staff.do("Reply in thread", card)
    staff.reply("I call them now.")
    workspace.show("Inside")
    expect(workspace.inside).to_contain_text(number)
    workspace.inside.get_by_role("button", name="Clear faults").click()
    workspace.show("Filer")
    filer.hears("has your request")
