"""`helpdesk serve`: it starts, it stops when asked, and says in a sentence why it cannot."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import HELPDESK, ROOT

OURS = ("HELPDESK_", "SLACK_")
HTTP = {
    "HELPDESK_MODE": "http",
    "HELPDESK_PORT": "0",
    "HEALTH_PORT": "0",
    "SLACK_SIGNING_SECRET": "practice-signing-secret",
}
NOWHERE = {"HELPDESK_CLOUD": "practice", "HELPDESK_SLACK_URL": "http://127.0.0.1:1"}
"""A Slack that never answers, so that a test asks no real one."""


def environment(folder: Path, values: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without any setting of the bot, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {**kept, "HELPDESK_DATABASE": f"sqlite:///{folder}/helpdesk.db", **values}


def refused(folder: Path, *arguments: str, **values: str) -> str:
    """What standard error says when the start is refused."""
    given = environment(folder, {"HELPDESK_FLOWS": str(ROOT / "flows"), **HTTP, **NOWHERE, **values})
    ran = subprocess.run(
        [str(HELPDESK), "serve", *arguments],
        cwd=folder,
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Traceback" not in ran.stderr
    return ran.stderr


@contextmanager
def practice_slack() -> Iterator[dict[str, Any]]:
    """A practice Slack in a process of its own; gives the line it writes when it is ready."""
    command = [sys.executable, "-m", "bot.practice", "--port", "0", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.kill()


@contextmanager
def served(folder: Path, values: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """`helpdesk serve` as a program of its own; killed at the end if it is still there."""
    command = [str(HELPDESK), "serve", "--flows", str(ROOT / "flows")]
    given = environment(folder, values)
    with subprocess.Popen(command, cwd=folder, env=given, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_asked_to_stop_and_ends_with_status_0(
    tmp_path: Path, name: signal.Signals
) -> None:
    with practice_slack() as slack:
        values = {
            **HTTP,
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": slack["url"],
            "SLACK_BOT_TOKEN": slack["bot_token"],
        }
        with served(tmp_path, values) as process:
            assert process.stderr is not None
            events = [json.loads(process.stderr.readline())["event"]]
            while events[-1] != "ready":
                events.append(json.loads(process.stderr.readline())["event"])
            process.send_signal(name)
            rest = process.stderr.read()
            assert process.wait() == 0
        assert '"event": "stopped"' in rest
        assert "staff channel: HELPDESK_STAFF_CHANNEL is empty: filers who ask" in " ".join(events)


def test_a_missing_setting_is_named_with_what_to_do(tmp_path: Path) -> None:
    said = refused(tmp_path)
    assert said.startswith("helpdesk: SLACK_BOT_TOKEN is missing. ")


def test_a_court_without_a_file_is_named_with_those_that_have_one(tmp_path: Path) -> None:
    said = refused(tmp_path, SLACK_BOT_TOKEN="xoxb-practice", HELPDESK_COURT="north")
    assert "north" in said
    assert "Courts here: ca10, " in said


def test_everything_that_is_bad_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "helpdesk.db").write_text("no database", encoding="utf-8")
    said = refused(tmp_path, HELPDESK_COURT="north", HELPDESK_HOST="203.0.113.1")
    lines = said.removeprefix("helpdesk: ").splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["SLACK_BOT_TOKEN", "The", "The", "HELPDESK_COURT"]
    assert "203.0.113.1:0 cannot be used" in lines[1]
    assert "The database cannot be read: file is not a database." in lines[2]


def test_flow_files_named_on_the_command_line_come_before_the_setting(tmp_path: Path) -> None:
    said = refused(tmp_path, "--flows", str(tmp_path / "nowhere"), SLACK_BOT_TOKEN="xoxb-practice")
    assert (
        said == f"helpdesk: There is no folder {tmp_path}/nowhere. Name the folder that holds facts.yaml.\n"
    )


def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    values = {
        "SLACK_BOT_TOKEN": "xoxb-practice",
        "HELPDESK_DATABASE": f"sqlite:///{tmp_path}/nowhere/helpdesk.db",
    }
    said = refused(tmp_path, **values)
    assert said.startswith(f"helpdesk: The folder of the database, {tmp_path}/nowhere, is not there. Make it")


def test_a_token_that_slack_does_not_know_is_told(tmp_path: Path) -> None:
    with practice_slack() as slack:
        values = {
            "SLACK_BOT_TOKEN": "xoxb-somebody",
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": slack["url"],
        }
        said = refused(tmp_path, **values)
    assert said.splitlines()[-1].startswith("helpdesk: ")
    assert "SLACK_BOT_TOKEN" in said
