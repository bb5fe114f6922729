"""Wrong settings are named with what to do, and no value of theirs is shown."""

import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from bot.errors import SettingsError
from bot.settings import NAMES, Settings, read_settings

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-practice", "SLACK_APP_TOKEN": "xapp-practice"}


def told(**values: str) -> str:
    """What the operator reads."""
    with pytest.raises(SettingsError) as found:
        read_settings(values)
    return str(found.value)


def test_two_tokens_are_enough_for_socket_mode() -> None:
    settings = read_settings(TOKENS)
    assert (settings.mode, settings.court, settings.cloud, settings.command) == (
        "socket", "moeb", "commercial", "/nextgen",
    )  # fmt: skip


def test_everything_that_is_wrong_is_named_at_once_with_what_to_write() -> None:
    said = told(HELPDESK_MODE="telepathy", HELPDESK_PORT="99999", HELPDESK_COMMAND="Next Gen", **TOKENS)
    assert said.splitlines() == [
        "HELPDESK_MODE makes no sense. Write socket (no open port needed) or http.",
        "HELPDESK_COMMAND makes no sense. Write a slash and one word in small letters, such as /nextgen.",
        "HELPDESK_PORT makes no sense. Write a port number from 0 to 65535; 0 takes any free one.",
    ]


def test_a_misspelt_setting_is_named_with_the_one_that_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = told(HELPDESK_STAFF_CHANEL="C0123", HELPDESK_COLOUR_OF_HATS="red", **TOKENS)
    assert said.splitlines() == [
        "There is no setting HELPDESK_COLOUR_OF_HATS. Look it up in .env.example.",
        "There is no setting HELPDESK_STAFF_CHANEL. Did you mean HELPDESK_STAFF_CHANNEL?",
    ]
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("HELPDESK_CUORT=nvd\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="Did you mean HELPDESK_COURT"):
        read_settings()


def test_each_mode_names_what_it_cannot_do_without() -> None:
    assert "SLACK_BOT_TOKEN is missing." in told()
    assert "SLACK_APP_TOKEN is missing." in told(SLACK_BOT_TOKEN="xoxb-a")
    assert "SLACK_SIGNING_SECRET is missing." in told(SLACK_BOT_TOKEN="xoxb-a", HELPDESK_MODE="http")


def test_while_the_mode_is_wrong_only_what_both_modes_need_is_missing() -> None:
    said = told(HELPDESK_MODE="telepathy")
    assert [line.partition(" ")[0] for line in said.splitlines()] == ["HELPDESK_MODE", "SLACK_BOT_TOKEN"]


def test_swapped_tokens_are_noticed_and_not_shown() -> None:
    said = told(SLACK_BOT_TOKEN="xapp-hush", SLACK_APP_TOKEN="xoxb-hush")
    assert "SLACK_BOT_TOKEN holds an app-level token (xapp-). Copy the bot token" in said
    assert "SLACK_APP_TOKEN holds a bot token (xoxb-). Copy the app-level token" in said
    assert "hush" not in said


@pytest.mark.parametrize(
    ("token", "named"),
    [
        ("xoxp-hush", "holds a user token (xoxp-)."),
        ("xoxe.xoxp-hush", "holds a configuration token, or a user token that rotates (xoxe.xoxp-)."),
        ("xoxe.xoxb-hush", "holds a bot token that rotates and ends after 12 hours (xoxe.xoxb-)."),
        ("xoxb-hu sh", "has a blank or a line break in it."),
        ("xoxb-hush\n", "has a blank or a line break in it."),
        ("xoxb-hush\u2026", "has a character in it that no token has."),
        ("hush", "does not begin with xoxb-."),
    ],
)
def test_a_token_of_another_kind_is_named_by_its_kind(token: str, named: str) -> None:
    said = told(**{**TOKENS, "SLACK_BOT_TOKEN": token})
    assert said.startswith(f"SLACK_BOT_TOKEN {named} ")
    assert "hu" not in said


def test_a_token_in_the_place_of_the_signing_secret_is_noticed() -> None:
    said = told(SLACK_BOT_TOKEN="xoxb-a", HELPDESK_MODE="http", SLACK_SIGNING_SECRET="xoxb-a")
    assert said.startswith("SLACK_SIGNING_SECRET holds a bot token (xoxb-). Copy the signing secret")


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    shown = repr(read_settings(TOKENS))
    assert "xoxb-" not in shown
    assert "xapp-" not in shown


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**TOKENS, "HELPDESK_COURT": "nvd", "HELPDESK_TEAMS": "T1, T2"}.items():
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert (settings.court, settings.teams) == ("nvd", ("T1", "T2"))


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {**TOKENS, "HELPDESK_COURT": "nvd"}.items():
        monkeypatch.setenv(name, value)
    Path(".env").write_text("HELPDESK_COURT=ca10\nHELPDESK_PORT=4000\n", encoding="utf-8")
    settings = read_settings()
    assert (settings.court, settings.port) == ("nvd", 4000)


def test_a_file_of_settings_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in TOKENS.items():
        monkeypatch.setenv(name, value)
    Path(".env").write_bytes(b"HELPDESK_COURT=\xff\n")
    with pytest.raises(SettingsError) as told:
        read_settings()
    assert str(told.value) == ".env is no UTF-8 text. Save it again as UTF-8."
    monkeypatch.setattr(
        "bot.settings.DotEnvSettingsSource", Mock(side_effect=PermissionError(13, "Permission denied"))
    )
    with pytest.raises(SettingsError, match=r"\.env cannot be read: Permission denied\. Let the user"):
        read_settings()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_in_the_place_of_the_file_is_named_and_never_waited_for(
    make: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in TOKENS.items():
        monkeypatch.setenv(name, value)
    make(".env")
    with pytest.raises(SettingsError, match=r"\.env is no file\. Write a file"):
        read_settings()


def test_values_given_are_all_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_COURT", "nvd")
    assert read_settings(TOKENS).court == "moeb"


def test_settings_cannot_be_changed() -> None:
    settings: Settings = read_settings(TOKENS)
    with pytest.raises(ValueError, match="frozen"):
        setattr(settings, "court", "nvd")  # noqa: B010  mypy knows that it is frozen


def test_the_example_names_every_setting_and_no_other() -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")
    named = {line.partition("=")[0] for line in example.splitlines() if line and not line.startswith("#")}
    assert named == NAMES
