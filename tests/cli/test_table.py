"""`helpdesk table`, for programs and for people."""

import json
from pathlib import Path

from tests.cli.terminal import helpdesk
from tests.little import write


def test_json_is_one_array_with_one_object_for_each_path(tmp_path: Path) -> None:
    ran = helpdesk("table", "little", "--court", "east", "--flows", write(tmp_path), "--json")
    rows = json.loads(ran.out)
    assert (ran.status, len(rows)) == (0, 12)
    assert rows[0] == {
        "answers": {"account": "own", "created": "before", "filed": "earlier"},
        "steps": ["upgrade", "connect"],
        "hand_over": None,
    }
    assert rows[2] == {
        "answers": {"account": "own", "created": "before", "filed": "unsure"},
        "steps": [],
        "hand_over": {"id": "unsure", "urgent": False},
    }


def test_a_person_sees_each_end_once_with_how_many_paths_come_to_it(tmp_path: Path) -> None:
    change = ("    when: filed is unsure\n", "    when: filed is unsure\n    urgent: yes\n")
    ran = helpdesk("table", "little", "--court", "east", "--flows", write(tmp_path, change))
    assert ran.status == 0
    assert "12 paths, 7 ends" in ran.out
    assert ran.out.count("1. upgrade") == 2
    assert "hand over: unsure (urgent)" in ran.out


def test_an_unknown_flow_is_a_sentence_that_names_the_known_ones(tmp_path: Path) -> None:
    ran = helpdesk("table", "nextgn", "--court", "east", "--flows", write(tmp_path))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "helpdesk: There is no flow nextgn. Flows here: little.\n"


def test_an_unknown_court_is_a_sentence_that_names_the_known_ones(tmp_path: Path) -> None:
    ran = helpdesk("table", "little", "--court", "north", "--flows", write(tmp_path))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "helpdesk: There is no court north. Courts here: east, west.\n"


def test_files_that_are_unfit_for_use_are_refused_with_their_problems(tmp_path: Path) -> None:
    folder = write(tmp_path, ("    when: filed is never\n", "    when: fild is never\n"))
    ran = helpdesk("table", "little", "--court", "east", "--flows", folder)
    assert (ran.status, ran.out) == (2, "")
    assert f"{folder}/little.yaml:" in ran.err
    assert 'There is no question "fild".' in ran.err
    assert ran.err.endswith("Run: helpdesk check\n")
