"""Each thing that `helpdesk check` must find: one broken file for each, told with its line and advice."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import helpdesk
from tests.little import FLOW, write

DAY = "2026-11-24"
Change = tuple[str, str]
ROLE = """
  role:
    when: account is shared and created is before
    ask: Which role do you have?
    answers:
      boss: The boss
      clerk: The clerk

steps:
"""
CASES: dict[str, tuple[str, str, tuple[Change, ...]]] = {
    "unknown key": ("unknown_key", "colour: red", (("title: Get", "colour: red\ntitle: Get"),)),
    "duplicate key": ("duplicate_key", "title: Again", (("start: Welcome", "title: Again\nstart: Welcome"),)),
    "unknown question": (
        "unknown_question",
        "    when: fild is never",
        (("    when: filed is never", "    when: fild is never"),),
    ),
    "unknown answer": (
        "unknown_answer",
        "    when: filed is nevr",
        (("    when: filed is never", "    when: filed is nevr"),),
    ),
    "forward reference": (
        "forward_reference",
        "    when: account is own and filed is never",
        (("    when: account is own\n", "    when: account is own and filed is never\n"),),
    ),
    "unreachable question": ("unreachable_question", "  role:", (("\nsteps:\n", ROLE),)),
    "step never shown": (
        "step_never_shown",
        "  register:",
        (("    when: account is shared or none\n", "    when: account is shared and created is before\n"),),
    ),
    "path without step": (
        "path_without_step",
        "flow: little",
        (("    when: filed is never\n", "    when: filed is never and account is none\n"),),
    ),
    "path without link or phone": (
        "path_without_link",
        "  request:",
        (("the right to file.\n    link: pacer.website\n", "the right to file.\n"),),
    ),
    "two answers sharing a phrase": (
        "twin_phrases",
        "      shared: firm account, mine",
        (("shared: firm account", "shared: firm account, mine"),),
    ),
    "unknown fact": (
        "unknown_fact",
        "    do: Call {pacer.fone}.",
        (("    do: Link your accounts.", "    do: Call {pacer.fone}."),),
    ),
    "literal phone": (
        "literal_phone",
        "    do: Call 800-676-6856.",
        (("    do: Link your accounts.", "    do: Call 800-676-6856."),),
    ),
    "literal URL": (
        "literal_url",
        "    do: See https://pacer.uscourts.gov/.",
        (("    do: Link your accounts.", "    do: See https://pacer.uscourts.gov/."),),
    ),
    "rule date in text": (
        "literal_date",
        "    do: If it is from before August 11, 2014, link it.",
        (("    do: Link your accounts.", "    do: If it is from before August 11, 2014, link it."),),
    ),
    "text over a limit of Slack": (
        "label_too_long",
        f"      shared: {'We share one ' * 8}",
        (("      shared: We share one", f"      shared: {'We share one ' * 8}"),),
    ),
    "failing example": ("example_fails", "  old account:", (("gets: upgrade, connect", "gets: connect"),)),
    "hand-over without a way back": (
        "no_way_back",
        "  unsure:",
        (("    when: filed is earlier or unsure\n", "    when: filed is earlier\n"),),
    ),
}


def problems(
    folder: Path, *changes: Change, options: tuple[str, ...] = ("--today", DAY)
) -> list[dict[str, Any]]:
    ran = helpdesk("check", write(folder, *changes), "--json", *options)
    listed: list[dict[str, Any]] = json.loads(ran.out)
    assert ran.status == (1 if any(one["severity"] == "error" for one in listed) else 0)
    return listed


@pytest.mark.parametrize(("kind", "where", "changes"), CASES.values(), ids=CASES)
def test_a_broken_file_is_told_with_its_line_and_advice(
    tmp_path: Path, kind: str, where: str, changes: tuple[Change, ...]
) -> None:
    flow = FLOW
    for old, new in changes:
        flow = flow.replace(old, new)
    told = [one for one in problems(tmp_path, *changes) if one["kind"] == kind]
    assert [one["line"] for one in told] == [1 + flow.splitlines().index(where)]
    assert told[0]["file"] == str(tmp_path / "little.yaml")
    assert told[0]["severity"] == "error"
    assert told[0]["column"] >= 1
    assert told[0]["what"].endswith((".", '"'))
    assert told[0]["advice"].endswith((".", "?"))


@pytest.mark.parametrize(("strict", "status"), [((), 0), (("--strict",), 1)])
def test_an_expired_fact_is_a_warning_and_an_error_when_strict(
    tmp_path: Path, strict: tuple[str, ...], status: int
) -> None:
    ran = helpdesk("check", write(tmp_path), "--json", "--today", "2028-01-02", *strict)
    told = json.loads(ran.out)
    assert ran.status == status
    assert {(one["kind"], one["severity"]) for one in told} == {("expired_fact", "warning")}
    assert str(tmp_path / "facts.yaml") in {one["file"] for one in told}


def test_what_does_not_hide_the_rest_is_told_in_the_same_run(tmp_path: Path) -> None:
    together = (
        "unknown key",
        "duplicate key",
        "unknown fact",
        "two answers sharing a phrase",
        "failing example",
    )
    changes = tuple(change for name in together for change in CASES[name][2])
    told = {one["kind"] for one in problems(tmp_path, *changes)}
    assert told >= {CASES[name][0] for name in together} - {"example_fails"}


def test_none_of_them_is_found_in_the_shipped_flows() -> None:
    ran = helpdesk("check", "--strict", "--json", "--today", DAY)
    assert (ran.status, json.loads(ran.out)) == (0, [])
