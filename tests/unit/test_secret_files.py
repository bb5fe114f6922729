"""A secret may lie in a file, as Docker and systemd hand them over; what is wrong with the file is told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import read_settings


def lying_in(file: Path, **values: str) -> dict[str, str]:
    """Settings whose bot token lies in this file."""
    return {"SLACK_BOT_TOKEN_FILE": str(file), "SLACK_APP_TOKEN": "xapp-practice", **values}


def told(values: dict[str, str]) -> str:
    """What the operator reads."""
    with pytest.raises(SettingsError) as found:
        read_settings(values)
    return str(found.value)


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_what_the_file_holds_is_the_value_without_the_line_break_at_its_end(tmp_path: Path, end: str) -> None:
    file = tmp_path / "token"
    file.write_bytes(b"xoxb-hush" + end.encode())
    assert read_settings(lying_in(file)).bot_token.get_secret_value() == "xoxb-hush"


def test_the_database_address_may_lie_in_a_file_too(tmp_path: Path) -> None:
    token, address = tmp_path / "token", tmp_path / "address"
    token.write_text("xoxb-hush\n", encoding="utf-8")
    address.write_text("sqlite:///elsewhere.db\n", encoding="utf-8")
    settings = read_settings(lying_in(token, HELPDESK_DATABASE_FILE=str(address), HELPDESK_DATABASE=""))
    assert settings.database == "sqlite:///elsewhere.db"


def test_a_value_and_a_file_at_once_are_one_too_many(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("xoxb-hush", encoding="utf-8")
    said = told(lying_in(file, SLACK_BOT_TOKEN="xoxb-hush"))
    assert said == "SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set. Keep one of the two."


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "which is empty."),
        (b"\n", "which is empty."),
        (b"\xff\xfe", "which is no text."),
        (b"x" * 5000, "which is too long for a secret."),
    ],
)
def test_a_file_that_holds_no_secret_is_named_with_its_setting(
    tmp_path: Path, content: bytes, named: str
) -> None:
    file = tmp_path / "token"
    file.write_bytes(content)
    said = told(lying_in(file))
    assert said.startswith(f"SLACK_BOT_TOKEN_FILE names {file}, {named} Write the value")
    assert len(said.splitlines()) == 1


def test_a_file_that_is_not_there_is_named_with_its_setting(tmp_path: Path) -> None:
    said = told(lying_in(tmp_path / "nowhere"))
    assert said.startswith(
        f"SLACK_BOT_TOKEN_FILE names {tmp_path}/nowhere, which cannot be read: No such file"
    )
    assert said.endswith("Name a file that is there and that this user may read.")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_is_named_and_never_waited_for(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "token")
    said = told(lying_in(tmp_path / "token"))
    assert said.startswith(f"SLACK_BOT_TOKEN_FILE names {tmp_path}/token, which is no file. Name a file")


def test_a_wrong_token_in_a_file_is_named_and_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("xoxp-hush\n", encoding="utf-8")
    said = told(lying_in(file))
    assert said.startswith("SLACK_BOT_TOKEN holds a user token (xoxp-).")
    assert "hush" not in said
