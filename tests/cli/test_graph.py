"""`helpdesk graph`: a drawing, or the compiled machine."""

from dataclasses import replace
from pathlib import Path

from bot.cli.machine_lines import lines
from tests.cli.terminal import helpdesk
from tests.little import books, write


def machine(folder: Path, *changes: tuple[str, str]) -> list[str]:
    ran = helpdesk("graph", "little", "--court", "east", "--flows", write(folder, *changes), "--machine")
    assert (ran.status, ran.err) == (0, "")
    return ran.out.splitlines()


def test_a_flow_is_drawn_as_mermaid(tmp_path: Path) -> None:
    ran = helpdesk("graph", "little", "--court", "east", "--flows", write(tmp_path))
    assert ran.status == 0
    assert ran.out.startswith("flowchart TD\n")
    assert "created" in ran.out


def test_the_machine_begins_with_its_states(tmp_path: Path) -> None:
    asked, ends, *_ = machine(tmp_path)
    assert asked == "questions: account created filed"
    assert ends.startswith("ends: checklist hand_over:unsure hand_over:deadline")


def test_answers_that_lead_on_alike_share_a_line(tmp_path: Path) -> None:
    listed = machine(tmp_path)
    assert "start --> account" in listed
    assert "account -- own --> created" in listed
    assert "account -- shared / none --> filed" in listed
    assert "created -- before / after --> filed" in listed
    assert "filed -- earlier / never --> checklist" in listed


def test_of_several_targets_each_has_a_line_with_its_guard(tmp_path: Path) -> None:
    change = (
        "    ask: Have you filed here before?\n",
        "    when: account is own\n    ask: Have you filed here before?\n",
    )
    other = ("    when: filed is unsure\n", "    when: filed is unsure and created is before\n")
    listed = machine(tmp_path, change, other)
    place = listed.index("filed -- unsure [created is before] --> hand_over:unsure")
    assert listed[place + 1] == "filed -- unsure --> checklist"


def test_what_stands_behind_a_hand_over_says_when_it_is_reached(tmp_path: Path) -> None:
    listed = machine(tmp_path)
    place = listed.index("filed -- unsure --> hand_over:unsure")
    assert listed[place + 1] == "filed -- unsure [returned by staff] --> checklist"


def test_words_that_hand_over_in_any_state_stand_in_the_last_line(tmp_path: Path) -> None:
    *_, last = machine(tmp_path)
    assert last.startswith(
        "(any) -- words that are heard --> hand_over:deadline / hand_over:asked_for_person"
    )


def test_a_flow_that_listens_for_no_words_has_no_such_line() -> None:
    east, _ = books()
    rules = east.flows["little"]
    deaf = replace(rules, flow=replace(rules.flow, hand_overs=()))
    assert not any("heard" in one for one in lines(deaf))


def test_the_desks_machines_are_drawn_without_any_flow() -> None:
    ran = helpdesk("graph", "--case")
    assert (ran.status, ran.err) == (0, "")
    case, ownership = ran.out.split("\n\n")
    assert "title: The life of a case" in case
    assert "  [*] --> open" in case
    assert "  open --> claimed: claim / assign" in case
    assert "  closed --> reopened: reopen" in case
    assert "  waiting --> human: claim" in ownership


def test_without_a_name_the_courts_default_flow_is_drawn(tmp_path: Path) -> None:
    ran = helpdesk("graph", "--court", "east", "--flows", write(tmp_path))
    assert ran.status == 0
    assert 'start(("little"))' in ran.out
