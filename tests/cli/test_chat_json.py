"""`helpdesk chat --json`: what cannot be read is an error, and changes nothing."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import ROOT, Ran, helpdesk, press, typed
from tests.little import COURT, write

SHAPE = 'Write {"text": "..."} or {"press": {"question": "...", "answer": "..."}}.'
SECOND = """\
flow: second
title: Another matter
start: Welcome.
questions:
  colour:
    ask: Which colour?
    answers:
      red: Red
      blue: Blue
steps:
  paint:
    do: Paint it.
    link: pacer.website
    flow: little
hand over:
  asked_for_person:
    heard: talk to somebody
    because: You asked for a person.
"""


def chat(
    folder: Path, *messages: dict[str, Any] | str, options: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    return raw(folder, typed(*messages), options=options).lines()


def raw(folder: Path, text: str, options: tuple[str, ...] = ()) -> Ran:
    if not (folder / "facts.yaml").exists():
        write(folder, files={"second.yaml": SECOND})
    ran = helpdesk("chat", "--court", "east", "--flows", folder, "--json", *options, typed=text)
    assert (ran.status, ran.err) == (0, "")
    return ran


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("hello", f"This is not JSON. {SHAPE}"),
        ("", f"This is not JSON. {SHAPE}"),
        ("[" * 100_000, f"This is not JSON. {SHAPE}"),
        ("9" * 5_000, f"This is not JSON. {SHAPE}"),
        ("[]", f"This is not one message. {SHAPE}"),
        ("{}", f"This is not one message. {SHAPE}"),
        ('{"text": 1}', f"This is not one message. {SHAPE}"),
        ('{"text": "hi", "press": {}}', f"This is not one message. {SHAPE}"),
        ('{"press": {"question": "account"}}', f"This is not one message. {SHAPE}"),
        (
            '{"press": {"question": "account", "answer": "own", "flow": "x"}}',
            f"This is not one message. {SHAPE}",
        ),
        ('{"press": {"question": "nothing", "answer": "own"}}', "There is no question nothing."),
        (
            '{"press": {"question": "account", "answer": "other"}}',
            "The question account has no answer other.",
        ),
        ('{"press": {"question": "do", "answer": "dance"}}', "There is no button dance."),
        ('{"press": {"question": "do", "answer": "flow:nothing"}}', "There is no button flow:nothing."),
    ],
)
def test_a_line_that_cannot_be_read_is_an_error_and_changes_nothing(
    tmp_path: Path, line: str, error: str
) -> None:
    before, wrong, after = raw(tmp_path, typed("mine") + line + "\n" + typed("2009")).lines()
    assert wrong == {"error": error}
    assert before["told"] == {"account": "own"}
    assert after["told"] == {"account": "own", "created": "before"}


def test_a_button_that_is_no_answer_can_be_pressed(tmp_path: Path) -> None:
    *_, back = chat(tmp_path, "mine", press("do", "back"))
    assert (back["question"], back["told"]) == ("account", {})


def test_an_answer_to_a_question_not_yet_asked_waits(tmp_path: Path) -> None:
    first, second = chat(tmp_path, press("filed", "never"), press("account", "none"))
    assert (first["question"], first["told"], first["path"]) == ("account", {"filed": "never"}, {})
    assert second["path"] == {"account": "none", "filed": "never"}
    assert second["steps"] == ["register", "request"]


def test_a_press_that_changes_nothing_says_nothing(tmp_path: Path) -> None:
    first, second = chat(tmp_path, press("account", "none"), press("account", "none"))
    assert second == {**first, "said": "", "how": {}}


def test_a_flow_can_be_chosen(tmp_path: Path) -> None:
    first, second = chat(tmp_path, "hi", "red", options=("--flow", "second"))
    assert (first["flow"], first["question"]) == ("second", "colour")
    assert second["steps"] == ["paint"]


def test_in_a_chosen_flow_another_flows_question_is_unknown(tmp_path: Path) -> None:
    (wrong,) = chat(tmp_path, press("account", "own"), options=("--flow", "second"))
    assert wrong == {"error": "There is no question account."}


def test_elsewhere_a_question_of_the_default_flow_opens_it(tmp_path: Path) -> None:
    opened, back = chat(tmp_path, press("do", "flow:second"), press("account", "own"))
    assert (opened["flow"], opened["question"]) == ("second", "colour")
    assert (back["flow"], back["told"], back["question"]) == ("little", {"account": "own"}, "created")


def test_a_secret_never_reaches_the_conversation(tmp_path: Path) -> None:
    (turn,) = chat(tmp_path, "my password is Sommer-2009!")
    assert turn["hand_over"] == {"id": "secret_pasted", "urgent": False}
    assert "Sommer" not in str(turn)


def test_words_that_hand_over_end_the_questions(tmp_path: Path) -> None:
    *_, turn = chat(tmp_path, "mine", "it is due today")
    assert (turn["question"], turn["steps"], turn["owner"]) == (None, [], "waiting")
    assert turn["hand_over"] == {"id": "deadline", "urgent": True}


def test_a_talk_that_was_ended_asks_nothing(tmp_path: Path) -> None:
    *_, turn = chat(tmp_path, "mine", "stop")
    assert (turn["question"], turn["told"], turn["steps"], turn["hand_over"]) == (None, {}, [], None)


def test_two_answers_that_contradict_are_asked_back(tmp_path: Path) -> None:
    *_, ended, turn = chat(tmp_path, "mine", "2009", "I filed here", "firm account")
    assert (ended["question"], ended["steps"]) == (None, ["upgrade", "connect"])
    assert turn["question"] == "account"
    assert (turn["steps"], turn["hand_over"]) == ([], None)


def test_broken_bytes_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    (turn,) = chat(tmp_path, "mine \ud800")
    assert turn["told"] == {"account": "own"}


def test_an_unknown_flow_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    ran = helpdesk(
        "chat", "--court", "east", "--flows", write(tmp_path), "--flow", "mfa", "--json", typed=typed("hi")
    )
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "helpdesk: There is no flow mfa. Flows here: little.\n"


def test_the_day_that_is_given_is_the_day_of_the_answers(tmp_path: Path) -> None:
    court = COURT.format(court="east", name="Eastern Court", type="bankruptcy")
    opening = court + COURT_DAY
    folder = write(
        tmp_path,
        ("    do: Link your accounts.\n", "    do: Link your accounts.\n    not before: court.go_live\n"),
        files={"courts/east.yaml": opening, "courts/west.yaml": opening.replace("east", "west")},
    )
    early, late = (
        chat(folder, "I have none", "I filed here", options=("--today", day))[-1]["said"]
        for day in ("2026-11-24", "2027-01-04")
    )
    assert "January 4, 2027" in early
    assert "January 4, 2027" not in late


COURT_DAY = """
  court.go_live:
    kind: date
    value: 2027-01-04
    label: Go-live
    mark: A
    source: https://example.org/live
    checked: 2026-11-22
    expires: 2027-11-22
"""


def test_a_talk_at_a_terminal_loads_no_database_no_slack_and_no_server() -> None:
    heavy = {"sqlalchemy", "alembic", "slack_bolt", "slack_sdk", "aiohttp", "starlette", "uvicorn", "rich"}
    code = (
        "import sys; from bot.cli.main import app; sys.argv = ['helpdesk', 'chat', '--json']\n"
        "app(standalone_mode=False); print(' '.join(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, input=typed("hi"), capture_output=True, text=True, check=True
    )
    answer, modules = ran.stdout.splitlines()
    assert '"question": "filer"' in answer
    assert heavy.isdisjoint(modules.split())
