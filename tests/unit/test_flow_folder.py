"""Where the flow files are looked for, and how they are read."""

from pathlib import Path
from unittest.mock import Mock

import pytest

from bot.errors import FlowError
from bot.flow_folder import find, read, texts
from tests.little import write


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    (path / "facts.yaml").write_text("facts: {}\n", encoding="utf-8")
    return path


def test_the_named_folder_comes_first(tmp_path: Path) -> None:
    named, other = folder(tmp_path / "named"), folder(tmp_path / "other")
    assert find(named, {"HELPDESK_FLOWS": str(other)}, tmp_path) == named


def test_then_the_folder_of_the_environment(tmp_path: Path) -> None:
    other = folder(tmp_path / "other")
    folder(tmp_path / "flows")
    assert find(None, {"HELPDESK_FLOWS": str(other)}, tmp_path) == other


def test_then_the_folder_called_flows_here(tmp_path: Path) -> None:
    here = folder(tmp_path / "flows")
    assert find(None, {"HELPDESK_FLOWS": ""}, tmp_path, folder(tmp_path / "packaged")) == here


def test_then_the_copy_that_came_with_the_program(tmp_path: Path) -> None:
    packaged = folder(tmp_path / "packaged")
    (tmp_path / "flows").mkdir()
    assert find(None, {}, tmp_path, packaged) == packaged


def test_no_folder_at_all_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match=r"No flow files were found\. Name their folder with --flows"):
        find(None, {}, tmp_path, tmp_path / "packaged")


@pytest.mark.parametrize("named", [True, False])
def test_a_folder_that_was_asked_for_and_is_not_there_is_told(tmp_path: Path, named: bool) -> None:
    gone = tmp_path / "gone"
    folder(tmp_path / "flows")
    with pytest.raises(FlowError, match="There is no folder"):
        find(gone if named else None, {"HELPDESK_FLOWS": str(gone)}, tmp_path)


def test_a_folder_that_may_not_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_dir", Mock(side_effect=PermissionError(13, "Permission denied")))
    with pytest.raises(FlowError, match="cannot be looked into: Permission denied"):
        find(tmp_path / "closed", {}, tmp_path)


def test_texts_are_named_by_their_place_in_the_folder(tmp_path: Path) -> None:
    where = folder(tmp_path / "flows")
    (where / "courts").mkdir()
    (where / "courts" / "east.yaml").write_bytes("name: Ost\u00e9\n".encode())
    (where / "notes.txt").write_text("not a flow", encoding="utf-8")
    assert texts(where) == {"courts/east.yaml": "name: Ost\u00e9\n", "facts.yaml": "facts: {}\n"}


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    where = folder(tmp_path / "flows")
    (where / "nextgen.yaml").write_bytes(b"name: \xff\n")
    with pytest.raises(FlowError, match=r"nextgen\.yaml is not UTF-8 text\. Save it again as UTF-8\."):
        texts(where)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    where = folder(tmp_path / "flows")
    (where / "nextgen.yaml").mkdir()
    with pytest.raises(FlowError, match=r"nextgen\.yaml cannot be read: Is a directory\."):
        texts(where)


def test_a_folder_without_any_yaml_is_told(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match="There is no YAML file in"):
        texts(tmp_path)


@pytest.mark.parametrize(
    ("zone", "kind", "advice"),
    [
        ("America/Chicgo", "unknown_zone", "Write it like America/Chicago."),
        ("Central", "bad_zone", "Write it like America/Chicago."),
    ],
)
def test_a_time_zone_that_there_is_not_is_told_with_its_line(
    tmp_path: Path, zone: str, kind: str, advice: str
) -> None:
    write(tmp_path)
    east = tmp_path / "courts" / "east.yaml"
    wrong = east.read_text(encoding="utf-8").replace("America/Chicago", zone)
    east.write_text(wrong, encoding="utf-8")
    library, problems = read(tmp_path)
    assert library is not None
    assert [(one.file, one.kind, one.advice) for one in problems] == [("courts/east.yaml", kind, advice)]
    assert wrong.splitlines()[problems[0].line - 1] == f"zone: {zone}"
    assert library.courts["east"].zone == "UTC"
