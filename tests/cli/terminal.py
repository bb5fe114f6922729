"""The command line, run in this process or as a program of its own."""

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot.cli.main import main

HELPDESK = Path(sys.executable).with_name("helpdesk")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of the command left: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    def lines(self) -> list[dict[str, Any]]:
        """The output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def helpdesk(*arguments: str | Path, typed: str = "") -> Ran:
    """Run `helpdesk` with these arguments and this standard input, in this process."""
    out, err = io.StringIO(), io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    with (
        patch.object(sys, "argv", ["helpdesk", *map(str, arguments)]),
        patch.object(sys, "stdin", stdin),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Ran(status, out.getvalue(), err.getvalue())


def program(*arguments: str, typed: str = "", folder: Path = ROOT) -> Ran:
    """Run the installed `helpdesk` as a program of its own."""
    ran = subprocess.run(
        [str(HELPDESK), *arguments], cwd=folder, input=typed, capture_output=True, text=True, check=False
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def typed(*messages: dict[str, Any] | str) -> str:
    """Messages as the standard input of `helpdesk chat --json`: a text, or a whole object."""
    objects = [{"text": one} if isinstance(one, str) else one for one in messages]
    return "".join(json.dumps(one) + "\n" for one in objects)


def press(question: str, answer: str) -> dict[str, Any]:
    """A button pressed, as `helpdesk chat --json` reads it."""
    return {"press": {"question": question, "answer": answer}}
