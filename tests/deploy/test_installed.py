"""The bot as the image has it: built, installed by hash and started with the steps of the Dockerfile.

There is no container engine here. What an engine would add is the base image and the walls around it.
"""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.terminal import ROOT
from tests.cli.test_serve import environment, practice_slack

DOCKERFILE = (ROOT / "deploy/Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LONGEST = 30.0
QUICK = {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
"""What spares time here and changes nothing of what is installed."""

pytestmark = pytest.mark.timeout(300)


def step(pattern: str) -> list[str]:
    """The one command of the Dockerfile that the pattern finds, in words; what was fetched before is used."""
    (found,) = re.findall(rf"^RUN .*?({pattern}.*)$", DOCKERFILE, flags=re.MULTILINE)
    return [word for word in shlex.split(found) if word != "--no-cache-dir"]


def health_check() -> list[str]:
    """The program of the HEALTHCHECK."""
    (found,) = re.findall(r"^HEALTHCHECK .*?CMD (\[.*\])$", DOCKERFILE, flags=re.MULTILINE)
    command: list[str] = json.loads(found)
    return command


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment into which the Dockerfile's steps have put the bot."""
    folder = tmp_path_factory.mktemp("image")
    wheel = [str(folder) if word == "/wheels" else word for word in step("pip wheel")[1:]]
    run(sys.executable, "-m", "pip", *wheel)
    run(sys.executable, "-m", "venv", str(folder / "venv"))
    needed = [
        word.replace("/requirements", "requirements") for word in step("pip install .*-r /requirements.txt")
    ]
    run(str(folder / "venv/bin/pip"), *needed[1:])
    (made,) = folder.glob("*.whl")
    run(str(folder / "venv/bin/pip"), *(str(made) if "*" in word else word for word in step("pip .*whl")[1:]))
    return folder / "venv"


def run(*command: str) -> None:
    """Run one step from the project's root; it must succeed."""
    given = {**os.environ, **QUICK}
    ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def free_port() -> int:
    """A port that nobody has now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def files(folder: Path) -> dict[str, float]:
    """Every file under a folder, with the time of its last change."""
    return {str(one): one.stat().st_mtime for one in folder.rglob("*") if one.is_file()}


@contextmanager
def serving(installed: Path, folder: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    """`helpdesk serve` from there, in an empty folder, with its data in another."""
    (folder / "data").mkdir()
    (folder / "work").mkdir(mode=0o500)
    with practice_slack() as slack:
        values = {
            "PYTHONDONTWRITEBYTECODE": "1",
            "HELPDESK_MODE": "http",
            "HELPDESK_PORT": "0",
            "HEALTH_PORT": str(port),
            "HELPDESK_CLOUD": "practice",
            "HELPDESK_SLACK_URL": slack["url"],
            "HELPDESK_DATABASE": f"sqlite:///{folder}/data/helpdesk.db",
            "SLACK_BOT_TOKEN": slack["bot_token"],
            "SLACK_SIGNING_SECRET": slack["signing_secret"],
        }
        command = [str(installed / "bin/helpdesk"), "serve"]
        given = environment(folder, values)
        with subprocess.Popen(
            command, cwd=folder / "work", env=given, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                yield process
            finally:
                process.kill()


def is_healthy(installed: Path, port: int) -> bool:
    """What the HEALTHCHECK says."""
    _, *arguments = health_check()
    command = [str(installed / "bin/python"), *arguments]
    ran = subprocess.run(command, env={"HEALTH_PORT": str(port)}, capture_output=True, check=False)
    return ran.returncode == 0


def test_what_the_image_holds_serves_is_healthy_and_writes_to_its_data_alone(
    installed: Path, tmp_path: Path
) -> None:
    port, before = free_port(), files(installed)
    assert not is_healthy(installed, port)
    with serving(installed, tmp_path, port) as process:
        assert process.stderr is not None
        told = [json.loads(process.stderr.readline())["event"]]
        while told[-1] != "ready":
            told.append(json.loads(process.stderr.readline())["event"])
        end = time.monotonic() + LONGEST
        while not is_healthy(installed, port):
            assert time.monotonic() < end, "it never became healthy"
        process.terminate()
        process.stderr.read()
        assert process.wait() == 0
    assert files(installed) == before
    assert list((tmp_path / "work").iterdir()) == []
    assert (tmp_path / "data/helpdesk.db").exists()


def test_the_flows_are_in_it(installed: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [installed / "bin/helpdesk", "check"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.startswith("No problems")
