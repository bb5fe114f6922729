"""`helpdesk demo` as a program of its own, and how it ends."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.cli.terminal import HELPDESK


@contextmanager
def demo(mode: str, *options: str) -> Iterator[str]:
    """The address of a demo's page; the program runs until the block ends, and must end well."""
    command = [sys.executable, str(HELPDESK), "demo", "--json", "--mode", mode, *(options or ("--port", "0"))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            line = running.stdout.readline()
            assert line, f"the demo did not start: {running.communicate()[1]}"
            yield str(json.loads(line)["url"])
        finally:
            running.terminate()
            _, said = running.communicate(timeout=30)
    assert running.returncode == 0, said
    assert "Traceback" not in said, said
