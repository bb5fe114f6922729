"""Nothing answers without the compiled machine: the flow is a state machine, not a table beside one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import ROOT

RUN = "from bot.cli.main import main; main()"
COMMANDS = (
    ("chat", "--json"),
    ("check",),
    ("table", "nextgen", "--json"),
    ("serve",),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and the flows without `engine/machine.py`."""
    folder = tmp_path_factory.mktemp("copy")
    for part in ("bot", "flows"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "bot" / "engine" / "machine.py").unlink()
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # What the copy covers says nothing about the package itself.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=folder,
        env=environment,
        input='{"text": "hi"}\n',
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_command_works_without_the_machine(copy: Path, command: tuple[str, ...]) -> None:
    ran = run(copy, *command)
    assert ran.returncode != 0
    assert ran.stdout == ""
    assert "No module named 'bot.engine.machine'" in ran.stderr


def test_the_copy_lacks_nothing_else(copy: Path) -> None:
    machine = copy / "bot" / "engine" / "machine.py"
    shutil.copy(ROOT / "bot" / "engine" / "machine.py", machine)
    ran = run(copy, "chat", "--json")
    machine.unlink()
    assert (ran.returncode, ran.stderr) == (0, "")
    assert '"question": "filer"' in ran.stdout
