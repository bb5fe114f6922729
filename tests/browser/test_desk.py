"""Two people in one page: a filer who needs a person, and the staff who work the request to its end."""

import re

from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.case_work import SECOND, Request, claim_together, request_in, second_page
from tests.browser.opening import WIDE
from tests.browser.workspace import APP, ONE_MODE, STAFF_CHANNEL, Workspace

TALL = ViewportSize(width=1500, height=1200)
FIRST = "Sam Staff"
CANNED = "PACER account is locked"
FILLED = re.compile("^PACER must look at this. Please call PACER at 800-676-6856")


def test_a_request_is_worked_from_its_card_to_the_filers_last_word(new_workspace: Workspace) -> None:
    request = _ask(new_workspace)
    _claim_at_home(request)
    _write_both_ways(request)
    _answer_by_the_form(request)
    _close(request)
    _open_again(request)


def _ask(workspace: Workspace) -> Request:
    workspace.filer.say("attorney")
    workspace.filer.hears("Which PACER account do you have?")
    workspace.filer.say("my own, but I cannot get in")
    workspace.filer.hears("made?")
    request = request_in(workspace)
    request.says("Nobody has this request yet.")
    request.says("my own, but I cannot get in")
    _picture_of_card(request, "10-request")
    return request


def _claim_at_home(request: Request) -> None:
    staff = request.staff
    staff.open(APP)
    staff.tab("Home")
    expect(staff.home).to_contain_text("Open: 1. Nobody has 1 of them.")
    request.workspace.picture("11-home-of-staff", staff.region)
    staff.press(f"Claim {request.number}", staff.home)
    expect(staff.home).to_contain_text("You have 1.")
    request.filer_reads(f"{FIRST} has your request")
    staff.open(STAFF_CHANNEL)
    request.says(f"{FIRST} has this request.")
    _picture_of_card(request, "12-claimed")


def _picture_of_card(request: Request, name: str) -> None:
    """A card is longer than the window in which the rest is best seen."""
    request.workspace.page.set_viewport_size(TALL)
    request.workspace.picture(name, request.card)
    request.workspace.page.set_viewport_size(WIDE)


def _write_both_ways(request: Request) -> None:
    filer, staff = request.workspace.filer, request.staff
    filer.say("It says that my account is locked.")
    request.open_thread()
    request.thread_says("It says that my account is locked.")
    request.write("I have seen this before.")
    request.write("to filer: Since when is it locked?")
    request.thread_says("Sent to the filer at")
    request.filer_reads("Since when is it locked?")
    expect(filer.messages.filter(has_text="seen this before")).to_have_count(0)
    request.says("Staff have answered last.")
    filer.say("Since this morning.")
    request.thread_says("Since this morning.")
    request.says("The filer waits for an answer.")
    request.workspace.picture("13-thread", staff.thread)


def _answer_by_the_form(request: Request) -> None:
    request.press("Answer")
    answer = request.form.get_by_role("textbox", name="Your answer")
    request.form.get_by_role("combobox", name="Canned reply").select_option(label=CANNED)
    expect(answer).to_have_value(FILLED)
    request.workspace.picture("14-answer", request.form)
    answer.fill("Good morning. Please call PACER.")
    request.hand_in("Send")
    request.filer_reads("Good morning. Please call PACER.")
    expect(request.staff.thread).to_contain_text(f"{FIRST} answered by the form:")
    request.press("Note")
    request.form.get_by_role("textbox", name="Your note").fill("They have two accounts.")
    request.hand_in("Keep")
    request.thread_says("They have two accounts.")
    expect(request.workspace.filer.messages.filter(has_text="two accounts")).to_have_count(0)


def _close(request: Request) -> None:
    request.press("Close")
    request.form.get_by_role("combobox", name="How did it end?").select_option(label="It is solved")
    request.form.get_by_role("textbox", name="A last word to the filer").fill("PACER has unlocked it.")
    request.workspace.picture("15-close", request.form)
    request.hand_in("Close")
    closing = request.filer_reads("Is it solved? And how was our help?")
    expect(closing).to_contain_text("PACER has unlocked it.")
    request.workspace.picture("16-closing-question", closing)
    request.says(f"Closed by {FIRST}. It is solved.")
    request.workspace.filer.press("The help was good", closing)
    request.says("The filer found the help good.")


def _open_again(request: Request) -> None:
    request.workspace.filer.press("Not solved: open it again")
    request.filer_reads(f"Your request {request.number} is open again.")
    request.says("The filer opened this request again. Nobody has it yet.")
    request.thread_says(f"{FIRST} had it before.")
    request.claim()


@ONE_MODE
def test_an_answer_is_changed_and_taken_back(workspace: Workspace) -> None:
    request = request_in(workspace)
    request.claim()
    request.open_thread()
    request.write("to filer: Please call PACER.")
    sent = request.filer_reads("Please call PACER.")
    answer = request.staff.thread.get_by_role("article").filter(has_text="to filer:")
    request.staff.do("Edit", answer)
    editing = request.staff.region.get_by_role("textbox", name="Edit your message")
    editing.fill("to filer: Please call us.")
    editing.press("Enter")
    expect(sent).to_be_hidden()
    changed = request.filer_reads("Please call us.")
    expect(changed).to_contain_text("(changed)")
    request.open_thread()
    request.staff.do("Delete", answer)
    request.staff.region.get_by_role("alertdialog").get_by_role("button", name="Delete", exact=True).click()
    request.filer_reads("(taken back by its author)")
    expect(changed).to_be_hidden()


@ONE_MODE
def test_of_two_who_claim_at_once_one_wins_and_the_other_may_take_it_over(
    browser: Browser, workspace: Workspace, address: str
) -> None:
    mine = request_in(workspace)
    with second_page(browser, address, mine) as theirs:
        claim_together(mine, theirs)
        mine.says("has this request.")
        won = FIRST in mine.card.inner_text()
        winner, loser = (FIRST, theirs) if won else (SECOND, mine)
        expect(loser.form).to_contain_text(f"{winner} has this request already.")
        late = SECOND if won else FIRST
        loser.workspace.picture("17-take-over", loser.form)
        loser.hand_in("Take over")
        mine.says(f"{late} has this request.")
        mine.filer_reads(f"{late} has your request")
        mine.open_thread()
        expect(mine.staff.thread).to_contain_text(f"{late} has taken this over from {winner}.")


@ONE_MODE
def test_a_request_is_given_away_taken_back_and_let_go(
    browser: Browser, workspace: Workspace, address: str
) -> None:
    request = request_in(workspace)
    request.claim()
    with second_page(browser, address, request) as theirs:
        request.assign(SECOND)
        theirs.says(f"{SECOND} has this request.")
        request.filer_reads(f"{SECOND} has your request")
        theirs.staff.open(APP)
        theirs.staff.hears(f"{FIRST} has given you request {request.number}.")
        theirs.staff.open(STAFF_CHANNEL)
        request.assign(FIRST)
        theirs.press("Let go")
        theirs.is_told(f"{FIRST} has this request already.")
        request.press("Let go")
        request.says("Nobody has this request yet.")
        request.filer_reads("Another person will write to you here.")


@ONE_MODE
def test_a_request_is_urgent_moves_rests_and_goes_back_to_the_bot(workspace: Workspace) -> None:
    workspace.filer.say("attorney")
    workspace.filer.hears("Which PACER account do you have?")
    request = request_in(workspace)
    request.press("Urgent")
    request.says("Urgent: this cannot wait.")
    request.press("Not urgent")
    expect(request.card).not_to_contain_text("Urgent: this cannot wait.")
    request.press("Move to a queue")
    request.form.get_by_role("combobox", name="To which queue?").select_option(label="Attorney admissions")
    request.hand_in("Move to a queue")
    request.says("Queue: Attorney admissions")
    request.press("Put off")
    expect(request.form).to_contain_text("It wakes sooner when the filer writes.")
    request.hand_in("Put off")
    request.says("Put off until")
    request.press("Take up again")
    expect(request.card).not_to_contain_text("Put off until")
    request.press("Return to the bot")
    request.says(f"Returned to the bot by {FIRST}.")
    workspace.filer.hears("Which PACER account do you have?")


@ONE_MODE
def test_staff_find_a_request_by_typing(workspace: Workspace) -> None:
    request = request_in(workspace)
    request.claim()
    asked = {
        "queue": "Open requests:",
        "mine": request.number,
        f"find {request.number}": "Requests found: 1.",
        f"case {request.number}": "What happened:",
    }
    for words, answer in asked.items():
        request.staff.say(f"/nextgen {words}", STAFF_CHANNEL)
        request.staff.hears(answer)
        expect(request.staff.newest).to_contain_text("Only visible to you")
