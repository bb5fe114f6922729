"""The bot as the image has it: built and started by the Dockerfile's steps, beside locked packages alone.

There is no container engine here. What an engine would add is the base image and the walls around it. The
packages are not fetched again: those that these tests run with were installed by the same hashes.
"""

import json
import re
import shlex
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.cli.terminal import ROOT
from tests.cli.test_serve import environment, practice_slack

DOCKERFILE = (ROOT / "deploy/Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LONGEST = 30.0
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
    """A virtual environment with the locked packages, into which the Dockerfile's steps have put the bot."""
    folder = tmp_path_factory.mktemp("image")
    wheel = [str(folder) if word == "/wheels" else word for word in step("pip wheel")[1:]]
    run(sys.executable, "-m", "pip", *wheel)
    run(sys.executable, "-m", "venv", "--without-pip", str(folder / "venv"))
    lend_locked(folder / "venv")
    (made,) = folder.glob("*.whl")
    words = [str(made) if "*" in word else word for word in step("pip .*whl")[1:]]
    run(sys.executable, "-m", "pip", "--python", str(folder / "venv/bin/python"), *words)
    return folder / "venv"


def lend_locked(venv: Path) -> None:
    """Lend an environment the packages that requirements.txt locks, and no other."""
    theirs = Path(sysconfig.get_path("purelib", vars={"base": str(venv)}))
    for requirement in map(Requirement, locked("requirements.txt")):
        if requirement.marker is None or requirement.marker.evaluate():
            found = distribution(requirement.name)
            assert requirement.specifier.contains(found.version), requirement
            for name in {one.parts[0] for one in found.files or ()} - {"..", "__pycache__"}:
                (theirs / name).symlink_to(str(found.locate_file(name)))


def locked(name: str) -> dict[str, frozenset[str]]:
    """The packages that a file of requirements locks, as it names them, each with its hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = [block.split("\n    #")[0] for block in re.split(r"\n(?=\S)", text.strip())]
    return {block.split("\\")[0].strip(): frozenset(re.findall(r"--hash=(\S+)", block)) for block in blocks}


def run(*command: str) -> None:
    """Run one step from the project's root; it must succeed."""
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
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


def test_the_image_takes_its_packages_by_the_hashes_that_the_tests_run_with() -> None:
    taken = step("pip install .*-r /requirements.txt")
    assert {"--no-deps", "--require-hashes"} <= set(taken)
    tested = {one.partition(" ;")[0]: hashes for one, hashes in locked("requirements-dev.txt").items()}
    for requirement, hashes in locked("requirements.txt").items():
        assert hashes, requirement
        assert tested.get(requirement.partition(" ;")[0]) == hashes, requirement


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
