"""`helpdesk chat` with a person: a greeting first, numbers for answers, Ctrl-D to end."""

from pathlib import Path

from bot.cli.chat_person import bold
from tests.cli.terminal import helpdesk
from tests.little import write


def talk(folder: Path, typed: str) -> str:
    ran = helpdesk("chat", "--court", "east", "--flows", write(folder), typed=typed)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def test_the_greeting_and_the_first_question_come_first(tmp_path: Path) -> None:
    said = talk(tmp_path, "")
    assert said.index("Welcome to the Eastern Court.") < said.index("Do you have an account?")
    assert "1. My own account" in said


def test_a_number_picks_an_answer(tmp_path: Path) -> None:
    said = talk(tmp_path, "3\n2\n")
    assert "Make your own account." in said
    assert "Ask the court for the right to file." in said


def test_the_end_of_the_input_ends_the_talk_in_any_state(tmp_path: Path) -> None:
    assert talk(tmp_path, "mine\n").rstrip().endswith(">")


def test_stop_ends_the_talk_and_nothing_more_is_asked(tmp_path: Path) -> None:
    said = talk(tmp_path, "stop\nmine\n")
    assert "When was it made?" not in said


def test_words_between_asterisks_are_bold() -> None:
    text = bold("Open *Utilities* and *Link*, 2 * 3.")
    assert text.plain == "Open Utilities and Link, 2 * 3."
    assert [(text.plain[span.start : span.end], span.style) for span in text.spans] == [
        ("Utilities", "bold"),
        ("Link", "bold"),
    ]
