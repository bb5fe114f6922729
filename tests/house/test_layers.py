"""The rings of docs/architecture.md are kept by import contracts."""

import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT


def test_imports_keep_the_contracts() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [lint_imports, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "Contracts: " in result.stdout
    assert result.returncode == 0, result.stdout + result.stderr
