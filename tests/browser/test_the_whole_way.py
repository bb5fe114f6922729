"""From "hi" to a person, in a real browser: by typing and by buttons, with a tick in App Home."""

from playwright.sync_api import expect

from tests.browser.workspace import STAFF_CHANNEL, Workspace

PACER_PHONE = "800-676-6856"


def test_a_filer_gets_the_steps_ticks_one_and_reaches_a_person(new_workspace: Workspace) -> None:
    _reach_the_steps(new_workspace)
    _tick_the_first(new_workspace)
    _reach_a_person(new_workspace)


def _reach_the_steps(workspace: Workspace) -> None:
    filer = workspace.filer
    filer.say("hi")
    filer.hears("Who will file in the Example Bankruptcy Court?")
    workspace.picture("1-first-question", workspace.filer.region)
    filer.say("attorney")
    filer.hears("Which PACER account do you have?")
    filer.press("My own, nobody else uses it")
    filer.hears("When was this PACER account made?")
    filer.say("in 2010")
    filer.hears("Has this PACER account been upgraded since then?")
    filer.press("No, it is not upgraded")
    filer.hears("Can you file online in this court, and since when?")
    expect(workspace.inside).to_contain_text("privileges")
    filer.press("Yes, from before May 10, 2021")
    filer.hears("Have you linked your old CM/ECF login")
    filer.say("not yet")
    filer.hears("Do you know your old CM/ECF login")
    workspace.picture("2-typed-and-pressed", workspace.filer.region)
    filer.newest.get_by_role("button").first.click()
    filer.hears("Next step:")
    filer.hears(PACER_PHONE)
    workspace.picture("3-next-steps", workspace.filer.region)


def _tick_the_first(workspace: Workspace) -> None:
    filer = workspace.filer
    filer.tab("Home")
    box = filer.home.get_by_role("checkbox").first
    box.check()
    expect(filer.home).to_contain_text("Steps ticked: 1 of 3.")
    expect(workspace.inside).to_contain_text("upgrade: done")
    expect(filer.home.get_by_role("checkbox").first).to_be_checked()
    workspace.picture("4-home", workspace.filer.region)


def _reach_a_person(workspace: Workspace) -> None:
    filer, staff = workspace.filer, workspace.staff
    filer.tab("Messages")
    filer.press("I am still stuck")
    filer.hears("NG-1001")
    staff.open(STAFF_CHANNEL)
    card = staff.messages.filter(has_text="NG-1001").first
    workspace.picture("5-card", card)
    staff.press("Claim", card)
    filer.hears("Sam Staff has your request")
    expect(card).to_contain_text("Sam Staff has this request")
    workspace.picture("6-claimed", card)
    workspace.picture("7-whole-page")
