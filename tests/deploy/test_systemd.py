"""The units of systemd: they verify, keep the bot away from the machine, and agree with the program."""

import re
import shutil
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from tests.cli.terminal import HELPDESK, ROOT

DEPLOY = ROOT / "deploy"
INSTALLED = "/opt/helpdesk/bin/helpdesk"
THRESHOLDS = {"helpdesk.service": 15, "helpdesk-backup.service": 10}
"""The exposure that systemd-analyze may give, in tenths: from 0 (safe) to 100 (unsafe)."""

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here: apt-get install systemd"
)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units in a folder of their own, with the `helpdesk` of this machine in the place of theirs."""
    for unit in DEPLOY.glob("helpdesk*.*"):
        if unit.suffix in (".service", ".timer"):
            text = unit.read_text(encoding="utf-8")
            (tmp_path / unit.name).write_text(text.replace(INSTALLED, str(HELPDESK)), encoding="utf-8")
    return tmp_path


def analyze(*arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run systemd-analyze in a folder."""
    command = ["systemd-analyze", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def lines(unit: str, key: str) -> list[str]:
    """What a unit's file gives for a key, in each of its lines."""
    text = (DEPLOY / unit).read_text(encoding="utf-8")
    return re.findall(rf"^{re.escape(key)}=(.*)$", text, flags=re.MULTILINE)


def environment() -> dict[str, str]:
    """What `helpdesk.service` sets, and what its file for settings does."""
    listed = [*lines("helpdesk.service", "Environment"), *_written(DEPLOY / "helpdesk.env")]
    return dict(one.split("=", 1) for one in listed)


def _written(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@needs_systemd
@pytest.mark.parametrize("unit", ["helpdesk.service", "helpdesk-backup.service", "helpdesk-backup.timer"])
def test_every_unit_verifies(units: Path, unit: str) -> None:
    ran = analyze("verify", "--man=no", f"./{unit}", folder=units)
    assert (ran.returncode, ran.stdout + ran.stderr) == (0, "")


@needs_systemd
def test_the_service_verifies_over_http_too(units: Path) -> None:
    (units / "helpdesk.service.d").mkdir()
    shutil.copy(DEPLOY / "helpdesk-http.conf", units / "helpdesk.service.d/http.conf")
    ran = analyze("verify", "--man=no", "./helpdesk.service", folder=units)
    assert (ran.returncode, ran.stdout + ran.stderr) == (0, "")


@needs_systemd
def test_a_unit_with_a_slip_does_not_verify(units: Path) -> None:
    unit = units / "helpdesk.service"
    unit.write_text(unit.read_text(encoding="utf-8").replace("ProtectHome=yes", "ProtectHome=indeed"))
    assert "protect home" in analyze("verify", "--man=no", "./helpdesk.service", folder=units).stderr


@needs_systemd
@pytest.mark.parametrize("unit", THRESHOLDS)
def test_a_service_is_exposed_no_more_than_the_readme_says(units: Path, unit: str) -> None:
    threshold = THRESHOLDS[unit]
    ran = analyze("security", "--offline=true", f"--threshold={threshold}", f"./{unit}", folder=units)
    assert ran.returncode == 0, ran.stdout.splitlines()[-1]
    row = re.search(rf"`{re.escape(unit)}` \| ([\d.]+)", (DEPLOY / "README.md").read_text(encoding="utf-8"))
    assert row is not None
    assert float(row[1]) * 10 <= threshold


def test_what_the_service_sets_makes_settings(tmp_path: Path) -> None:
    for name, secret in [("bot_token", "xoxb-1-2-abc"), ("app_token", "xapp-1-A1-2-abc")]:
        (tmp_path / name).write_text(secret + "\n")
    given = {
        name: value.replace("%d", str(tmp_path)).replace("%S", "/var/lib")
        for name, value in environment().items()
    }
    settings = read_settings(given)
    assert settings.database == "sqlite:////var/lib/helpdesk/helpdesk.db"
    assert settings.bot_token.get_secret_value() == "xoxb-1-2-abc"


def test_every_credential_that_is_loaded_is_read_and_the_other_way_round() -> None:
    for unit in ("helpdesk.service", "helpdesk-http.conf"):
        loaded = {line.split(":")[0] for line in lines(unit, "LoadCredential") if line}
        read = set(re.findall(r"%d/(\w+)", "\n".join(lines(unit, "Environment"))))
        shared = {"bot_token"} if unit == "helpdesk-http.conf" else set()
        assert loaded == read | shared


def test_a_stop_has_the_time_that_the_longest_drain_takes() -> None:
    (limit,) = (one.le for one in Settings.model_fields["drain"].metadata if hasattr(one, "le"))
    (stop,) = lines("helpdesk.service", "TimeoutStopSec")
    assert int(stop) > 2 * limit


def test_the_backup_is_of_the_database_that_the_service_uses() -> None:
    backup, _ = lines("helpdesk-backup.service", "ExecStart")
    assert backup.endswith(f"--database {environment()['HELPDESK_DATABASE']}")


def test_both_services_are_hardened_alike() -> None:
    parsed = {}
    for unit in THRESHOLDS:
        parsed[unit] = RawConfigParser(strict=False, allow_no_value=True)
        parsed[unit].optionxform = str  # type: ignore[assignment,method-assign]
        parsed[unit].read(DEPLOY / unit)
    service, backup = (dict(parsed[unit]["Service"]) for unit in THRESHOLDS)
    hardening = [name for name in service if name.startswith(("Protect", "Private", "Restrict", "System"))]
    wider = {name for name in hardening if service[name] != backup.get(name)}
    assert wider == {"RestrictAddressFamilies"}, "only the bot needs the network"
