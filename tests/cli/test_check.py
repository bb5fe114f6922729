"""`helpdesk check`: all problems in one run, and an exit status that a script can use."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import helpdesk
from tests.little import FACTS, line, write

DAY = ("--today", "2026-11-24")


def test_sound_files_give_a_line_with_what_was_looked_at_and_status_0(tmp_path: Path) -> None:
    ran = helpdesk("check", write(tmp_path), *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "No problems: 1 flow, 2 courts, 24 paths proved.\n"


def test_a_problem_gives_its_place_what_is_wrong_and_advice_and_status_1(tmp_path: Path) -> None:
    change = ("gets: upgrade, connect", "gets: upgrade, request")
    ran = helpdesk("check", write(tmp_path, change), *DAY)
    place = f"{tmp_path}/little.yaml:{line('  old account:')}:3: error: "
    assert ran.status == 1
    assert ran.out.startswith(
        f'{place}The example "old account" comes to upgrade, connect, not to upgrade, request.'
    )
    assert ran.out.endswith("1 error, 0 warnings.\n")


def test_problems_of_every_kind_are_told_in_one_run(tmp_path: Path) -> None:
    changes = (
        ("title: Get ready to file\n", "title: Get ready to file\ncolour: red\n"),
        ("    when: filed is never\n", "    when: fild is never\n"),
        ("gets: upgrade, connect", "gets: upgrade"),
        ("Link your accounts.", "Link your accounts at https://pacer.uscourts.gov/."),
    )
    ran = helpdesk("check", write(tmp_path, *changes), *DAY, "--json")
    kinds = {problem["kind"] for problem in json.loads(ran.out)}
    assert ran.status == 1
    assert {"unknown_key", "unknown_question", "example_fails"} <= kinds
    assert any("literal" in kind for kind in kinds)


def test_beside_another_error_the_examples_that_fail_are_only_counted(tmp_path: Path) -> None:
    changes = (
        ("title: Get ready to file\n", "title: Get ready to file\ncolour: red\n"),
        ("gets: upgrade, connect", "gets: upgrade"),
    )
    first, *counted = helpdesk("check", write(tmp_path, *changes), *DAY).out.splitlines()
    assert "colour" in first
    assert counted == [
        "1 error, 0 warnings.",
        "1 example fails too: correct what is above, then check again.",
    ]


def test_a_time_zone_that_there_is_not_is_an_error_and_no_crash(tmp_path: Path) -> None:
    write(tmp_path)
    for court in (tmp_path / "courts").iterdir():
        court.write_text(court.read_text(encoding="utf-8").replace("Chicago", "Chicgo"), encoding="utf-8")
    ran = helpdesk("check", tmp_path, *DAY)
    assert (ran.status, ran.err) == (1, "")
    assert 'There is no time zone "America/Chicgo". Write it like America/Chicago.' in ran.out


def test_problems_come_in_the_order_of_files_and_lines_and_each_once(tmp_path: Path) -> None:
    changes = (
        ("gets: upgrade, connect", "gets: upgrade"),
        ("    when: created is before\n", "    when: created is before and account is shared\n"),
    )
    found = json.loads(helpdesk("check", write(tmp_path, *changes), *DAY, "--json").out)
    places = [(problem["file"], problem["line"], problem["column"]) for problem in found]
    assert places == sorted(places)
    assert len(found) == len({json.dumps(problem) for problem in found}) > 1


def test_json_problems_have_file_line_column_what_and_advice(tmp_path: Path) -> None:
    change = ("gets: upgrade, connect", "gets: upgrade")
    (problem,) = json.loads(helpdesk("check", write(tmp_path, change), *DAY, "--json").out)
    assert problem == {
        "file": str(tmp_path / "little.yaml"),
        "line": line("  old account:"),
        "column": 3,
        "kind": "example_fails",
        "what": 'The example "old account" comes to upgrade, connect, not to upgrade.',
        "advice": "Correct the rule that changed it, or the example.",
        "severity": "error",
    }


def test_sound_files_are_an_empty_array_in_json(tmp_path: Path) -> None:
    assert json.loads(helpdesk("check", write(tmp_path), *DAY, "--json").out) == []


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
def test_a_warning_is_an_error_only_when_strict(
    tmp_path: Path, options: tuple[str, ...], status: int
) -> None:
    ran = helpdesk("check", write(tmp_path), "--today", "2028-01-02", *options)
    assert ran.status == status
    assert "warning" in ran.out
    assert "0 errors, " in ran.out


def test_answers_that_never_differ_are_told_when_hints_are_asked_for(tmp_path: Path) -> None:
    ran = helpdesk("check", write(tmp_path), *DAY, "--hints")
    assert ran.status == 0
    assert "The answers shared and none of account always lead to the same end." in ran.out


def test_a_file_that_is_no_yaml_is_a_problem_with_its_line(tmp_path: Path) -> None:
    ran = helpdesk("check", write(tmp_path, files={"facts.yaml": FACTS + "\n  - [\n"}), *DAY)
    assert ran.status == 1
    assert f"{tmp_path}/facts.yaml:" in ran.out


def test_a_folder_that_is_not_there_is_a_sentence_and_status_2(tmp_path: Path) -> None:
    ran = helpdesk("check", tmp_path / "nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert (
        ran.err
        == f"helpdesk: There is no folder {tmp_path}/nowhere. Name the folder that holds facts.yaml.\n"
    )


def test_a_folder_without_yaml_is_a_sentence_and_status_2(tmp_path: Path) -> None:
    ran = helpdesk("check", tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert f"There is no YAML file in {tmp_path}." in ran.err


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    ran = helpdesk("check", write(tmp_path), "--today", "tomorrow")
    assert ran.status == 2
    assert "tomorrow" in ran.err


def test_without_a_folder_the_shipped_flows_are_checked_and_have_no_problem() -> None:
    ran = helpdesk("check", *DAY, "--strict")
    assert (ran.status, ran.err) == (0, "")
    assert "4 courts, 3424 paths proved" in ran.out
