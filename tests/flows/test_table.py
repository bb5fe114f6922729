"""`helpdesk table nextgen` lists every path, each as the court's rules say."""

import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.flows.oracle import Row, rows

HELPDESK = Path(sys.executable).with_name("helpdesk")
ROOT = Path(__file__).parents[2]
COURTS = ("moeb", "nvd", "ca10")
HANDED_OVER = {
    "several_logins": 108,
    "history_conflict": 72,
    "request_rejected": 60,
    "privileges_unsure": 60,
    "link_failed_twice": 48,
    "pro_hac_vice": 10,
    "other_role": 10,
    "linked_shared": 6,
    "pro_se": 1,
}


@cache
def listed(court: str) -> list[dict[str, Any]]:
    """What the command writes for a court."""
    command = [str(HELPDESK), "table", "nextgen", "--court", court, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    table = json.loads(done.stdout)
    assert isinstance(table, list)
    return table


def as_row(found: dict[str, Any]) -> Row:
    """A row of the command in the form of the oracle."""
    hand_over = found["hand_over"]["id"] if found["hand_over"] else ""
    return Row(tuple(found["answers"].items()), tuple(found["steps"]), hand_over)


@pytest.mark.parametrize("court", COURTS)
def test_every_path_ends_as_the_rules_say(court: str) -> None:
    assert [as_row(found) for found in listed(court)] == list(rows())


@pytest.mark.parametrize("court", COURTS)
def test_a_row_has_the_three_fields_that_other_programs_read(court: str) -> None:
    assert {tuple(found) for found in listed(court)} == {("answers", "steps", "hand_over")}


@pytest.mark.parametrize("court", COURTS)
def test_no_answers_alone_make_a_case_urgent(court: str) -> None:
    handed_over = [found["hand_over"] for found in listed(court) if found["hand_over"]]
    assert {tuple(hand_over) for hand_over in handed_over} == {("id", "urgent")}
    assert [hand_over for hand_over in handed_over if hand_over["urgent"] is not False] == []


def test_the_oracle_has_the_figures_that_were_counted_by_hand() -> None:
    table = list(rows())
    assert len(table) == 856
    assert len({row.steps for row in table if not row.hand_over}) == 31
    assert Counter(row.hand_over for row in table if row.hand_over) == HANDED_OVER


def test_who_only_looks_at_cases_or_knows_no_account_gets_one_step() -> None:
    by_last = {row.answers[-1]: row.steps for row in rows()}
    assert by_last["filer", "viewer"] == ("view_only",)
    assert by_last["account", "unsure"] == ("find_pacer_account",)


def test_every_path_with_steps_tells_a_filer_about_the_second_login_check_or_needs_no_filing() -> None:
    silent = [row for row in rows() if not row.hand_over and "enroll_mfa" not in row.steps]
    assert {row.steps for row in silent} == {("view_only",), ("find_pacer_account",)}
