"""The command as a whole: its version, its help, and what it says when it cannot go on."""

import pytest

import bot
from tests.cli.terminal import helpdesk, program


def test_the_version_is_the_packages() -> None:
    ran = helpdesk("--version")
    assert (ran.status, ran.out) == (0, f"helpdesk {bot.__version__}\n")


def test_the_help_names_every_command() -> None:
    ran = helpdesk("--help")
    assert ran.status == 0
    assert all(f" {command} " in ran.out for command in ("chat", "check", "table", "graph", "serve"))


def test_nothing_asked_is_answered_with_the_help() -> None:
    assert "check" in helpdesk().out


@pytest.mark.parametrize("arguments", [("tabel",), ("table",), ("chat", "--colour")])
def test_a_slip_is_answered_with_a_sentence_and_status_2(arguments: tuple[str, ...]) -> None:
    ran = helpdesk(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: helpdesk" in ran.err


def test_no_error_of_ours_is_a_traceback() -> None:
    ran = program("table", "nextgen", "--court", "nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "helpdesk: There is no court nowhere. Courts here: ca10, example, moeb, nvd.\n"
