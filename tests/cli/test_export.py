"""`helpdesk export` and `helpdesk hold` at a terminal: what is written, for whom, and what the audit says."""

import asyncio
import csv
import io
import json
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.cli.export_lines import csv_line
from bot.service.content import Card, Content
from bot.service.desk_records import Act, CaseMessage
from bot.service.ports import Unit
from bot.storage.database import open_store
from tests.cli.terminal import ROOT, Ran, helpdesk
from tests.contracts.examples import NOON, case

Result = TypeVar("Result")
CARD = Content(card=Card("Request NG-1001", (), (("Whose account is it?", "My own"),)))


def run(file: Path, work: Callable[[Unit], Result]) -> Result:
    """One transaction of a program of its own."""

    async def once() -> Result:
        store = open_store(f"sqlite:///{file}", "moeb")
        try:
            return await store.run(work)
        finally:
            await store.close()

    return asyncio.run(once())


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with two cases, the first of them with words."""
    file = tmp_path / "bot.db"
    monkeypatch.setenv("HELPDESK_DATABASE", f"sqlite:///{file}")
    monkeypatch.setenv("HELPDESK_FLOWS", str(ROOT / "flows"))
    message = CaseMessage(
        "NG-1001", "C1", "1.1", "S1", "staff", "reply", "Call PACER.", NOON, "Sam", seen=True
    )

    def some(unit: Unit) -> None:
        unit.save_case(replace(case("NG-1001"), card=CARD))
        unit.save_case(replace(case("NG-1002", "U2"), opened=NOON + timedelta(days=9)))
        unit.desk.note(Act("U1", "opened", NOON, "NG-1001", data={"reason": "pro_se"}))
        unit.desk.keep_message(replace(message, versions=("Call us.",)))
        unit.desk.keep_message(
            replace(message, ts="1.2", text='=HYPERLINK("x")', side="filer", name="", author="U1")
        )
        unit.desk.keep_message(replace(message, ts="1.3", kind="note", text="He is angry.", gone=True))

    run(file, some)
    return file


def exported(database: Path, number: str = "") -> list[Act]:
    return [act for act in run(database, lambda unit: unit.desk.acts(number)) if act.what == "exported"]


def wrote(ran: Ran, count: int) -> str:
    """What was written; so many cases."""
    assert (ran.status, ran.err) == (0, f"Cases exported: {count}.\n")
    return ran.out


@pytest.mark.usefixtures("database")
def test_a_case_as_text_has_its_path_its_words_with_earlier_ones_and_its_acts() -> None:
    text = wrote(helpdesk("export", "--case", "ng-1001"), 1)
    assert "Request NG-1001" in text
    assert "Whose account is it? My own" in text
    assert "2026-03-02T12:00:00-06:00  message  Sam (S1)  staff reply, earlier words\n    Call us." in text
    assert "staff reply, edited\n    Call PACER." in text
    assert "staff note, taken back\n    He is angry." in text
    assert "act  U1  opened\n    reason=pro_se" in text
    assert "NG-1002" not in text


@pytest.mark.usefixtures("database")
def test_a_case_as_json_is_one_line_with_everything() -> None:
    (line,) = wrote(helpdesk("export", "--case", "NG-1001", "--format", "json"), 1).splitlines()
    found = json.loads(line)
    assert found["path"] == [["Whose account is it?", "My own"]]
    assert [one["text"] for one in found["messages"]] == ["Call PACER.", '=HYPERLINK("x")', "He is angry."]
    assert found["messages"][0]["versions"] == ["Call us."]
    assert found["audit"][0]["data"] == {"reason": "pro_se"}
    assert found["case"]["opened"] == "2026-03-02T12:00:00-06:00"


@pytest.mark.usefixtures("database")
def test_a_cell_is_never_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(wrote(helpdesk("export", "--case", "NG-1001", "--format", "csv"), 1))))
    assert rows[0] == ["case", "at", "kind", "who", "name", "what", "text"]
    assert {row[0] for row in rows[1:]} == {"NG-1001"}
    assert '\'=HYPERLINK("x")' in [row[-1] for row in rows]
    for cell in ("=1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"):
        assert next(csv.reader(io.StringIO(csv_line((cell,)), newline="")))[0] == f"'{cell}"
    assert next(csv.reader(io.StringIO(csv_line(("a\nb", "c\rd")), newline=""))) == ["a\nb", "c\rd"]
    assert csv_line(("a-b", "1=1")) == "a-b,1=1"


def test_cases_of_a_time_are_taken_by_the_days_of_the_court(database: Path) -> None:
    def numbers(*more: str) -> list[str]:
        ran = helpdesk("export", "--format", "json", *more)
        return [one["case"]["number"] for one in ran.lines()]

    assert numbers("--since", "2026-03-02") == ["NG-1001", "NG-1002"]
    assert numbers("--since", "2026-03-02", "--until", "2026-03-02") == ["NG-1001"]
    assert numbers("--since", "2026-03-03") == ["NG-1002"]
    (first, *_) = exported(database)
    assert first.data == {"format": "json", "since": "2026-03-02"}
    assert first.who.startswith("terminal:")


def test_a_file_is_new_and_its_owners_alone_and_the_audit_knows(database: Path, tmp_path: Path) -> None:
    ran = helpdesk("export", "--case", "NG-1001", "--out", tmp_path / "case.txt")
    assert wrote(ran, 1) == ""
    assert stat.S_IMODE((tmp_path / "case.txt").stat().st_mode) == 0o600
    assert "Call PACER." in (tmp_path / "case.txt").read_text()
    assert [act.data for act in exported(database, "NG-1001")] == [{"format": "text"}]
    again = helpdesk("export", "--case", "NG-1001", "--out", tmp_path / "case.txt")
    assert again.status == 2
    assert "Name a new file" in again.err
    assert len(exported(database, "NG-1001")) == 1, "nothing was exported"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "It is not said what to export."),
        (("--case", "NG-1001", "--since", "2026-01-01"), "It is not said what to export."),
        (("--case", "NG-9999"), "There is no case NG-9999."),
        (("--case", "NG-1001", "--database", "sqlite:///none.db"), "There is no database"),
    ],
)
@pytest.mark.usefixtures("database")
def test_what_cannot_be_exported_is_told(arguments: tuple[str, ...], said: str) -> None:
    ran = helpdesk("export", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_hold_keeps_a_case_until_it_ends(database: Path) -> None:
    late = NOON + timedelta(days=9999)
    closed = replace(case("NG-1003", "U3"), state="closed", closed=NOON)
    run(database, lambda unit: unit.save_case(closed))
    said = helpdesk("hold", "ng-1003", "on", "--reason", "Matter 24-17")
    assert (said.status, said.out) == (0, "NG-1003 is held.\n")
    assert helpdesk("hold", "NG-1003", "on", "--reason", "Matter 24-17").out == "NG-1003 is held already.\n"
    run(database, lambda unit: unit.prune(late))
    assert run(database, lambda unit: unit.case("NG-1003")) is not None
    assert helpdesk("hold", "NG-1003", "off", "--reason", "Over").out == "NG-1003 is not held.\n"
    acts = run(database, lambda unit: unit.desk.acts("NG-1003"))
    assert [(act.what, act.data) for act in acts] == [
        ("held", {"reason": "Matter 24-17"}),
        ("hold_ended", {"reason": "Over"}),
    ]
    run(database, lambda unit: unit.prune(late))
    assert run(database, lambda unit: unit.case("NG-1003")) is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("NG-9999", "on", "--reason", "x"), "There is no case NG-9999."),
        (("NG-1001", "on", "--reason", "  "), "There is no reason."),
        (("NG-1001", "on", "--reason", "x" * 201), "There is no reason."),
        (("NG-1001", "on", "--reason", "x", "--database", "sqlite:///none.db"), "There is no database"),
    ],
)
@pytest.mark.usefixtures("database")
def test_what_cannot_be_held_is_told(arguments: tuple[str, ...], said: str) -> None:
    ran = helpdesk("hold", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_an_export_goes_on_while_the_bot_has_the_database(database: Path) -> None:
    async def beside() -> Ran:
        store = open_store(f"sqlite:///{database}", "moeb")
        try:
            return await asyncio.to_thread(helpdesk, "export", "--case", "NG-1001")
        finally:
            await store.close()

    assert "Call PACER." in wrote(asyncio.run(beside()), 1)
