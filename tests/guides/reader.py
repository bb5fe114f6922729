"""Somebody who follows a guide to the letter, in a copy of the project."""

import os
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.guides.page import Block, Commands

ROOT = Path(__file__).parents[2]
HELPDESK = Path(sys.executable).with_name("helpdesk")
TAKEN = ("flows", "deploy", ".env.example")
PROMPT = re.compile(r"^> $", re.MULTILINE)


@dataclass
class Reader:
    """A folder of its own, and what the environment is to hold besides."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in TAKEN:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.folder / name)

    def surroundings(self) -> dict[str, str]:
        """The environment of the commands: `.venv/bin` comes first, and no setting is there already."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("HELPDESK_", "SLACK_"))
        }
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return {**kept, "PATH": path, "COLUMNS": "80", **self.environment}

    def run(self, commands: Commands) -> str:
        """Run them; what was to be seen, with what was typed at each prompt."""
        ran = subprocess.run(
            ["bash", "-uo", "pipefail", "-c", commands.block.text],
            cwd=self.folder,
            env=self.surroundings(),
            input=commands.typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert ran.returncode == commands.block.status, (
            f"line {commands.block.line}: {ran.stdout}{ran.stderr}"
        )
        typed = iter(commands.typed.splitlines())
        return PROMPT.sub(lambda _: f"> {next(typed)}", ran.stdout)

    def follow(self, commands: Commands) -> None:
        """Run them, and see what the guide shows."""
        seen = self.run(commands)
        missing = differs(commands.shown, seen) if commands.shown else ""
        where = f"line {commands.block.line}"
        assert not missing, f"{where}: the guide shows {missing!r}, but there was:\n{seen}"

    def fill_in(self, title: str, values: dict[str, str]) -> None:
        """Write these values into the lines that the file has for them."""
        file = self.folder / title
        lines = file.read_text(encoding="utf-8").splitlines()
        assert values.keys() <= {line.partition("=")[0] for line in lines}
        filled = [
            f"{name}={values[name]}" if (name := line.partition("=")[0]) in values else line for line in lines
        ]
        file.write_text("\n".join(filled) + "\n", encoding="utf-8")

    def free_port(self) -> int:
        """A port of this machine that nobody uses."""
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            return int(one.getsockname()[1])

    def edit(self, block: Block) -> None:
        """Change a file as a block of kind `diff` says; the lines as they stood must be there once."""
        signed = block.text.splitlines(keepends=True)
        old = "".join(line[1:] for line in signed if line[0] in " -")
        new = "".join(line[1:] for line in signed if line[0] in " +")
        file = self.folder / block.title
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"line {block.line}: {text.count(old)} times in {block.title}:\n{old}"
        file.write_text(text.replace(old, new), encoding="utf-8")


def differs(shown: str, seen: str) -> str:
    """The first piece of what a guide shows that was not seen in its place; empty when all was.

    `...` stands for anything. How lines are broken does not count: it depends on the window's width.
    """
    seen = " ".join(seen.split())
    pieces = [" ".join(piece.split()) for piece in shown.split("...")]
    if not seen.startswith(pieces[0]):
        return pieces[0]
    place = 0
    for piece in pieces:
        found = seen.find(piece, place)
        if found < 0:
            return piece
        place = found + len(piece)
    return "" if seen.endswith(pieces[-1]) else pieces[-1]
