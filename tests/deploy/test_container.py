"""The container's files: linted, valid, without secrets and without rights. No container engine is needed."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import NAMES, Settings
from tests.cli.terminal import ROOT

DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICE: dict[str, Any] = COMPOSE["services"]["helpdesk"]
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LAST_STAGE = DOCKERFILE.rpartition("\nFROM ")[2]


def linted(tool: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run one of the locked tools in deploy/."""
    program = Path(sys.executable).with_name(tool)
    return subprocess.run([program, *arguments], cwd=DEPLOY, capture_output=True, text=True, check=False)


def test_the_container_file_is_without_fault() -> None:
    ran = linted("hadolint", "--failure-threshold", "style", "Dockerfile")
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stdout + ran.stderr


def test_the_compose_file_is_what_compose_takes() -> None:
    ran = linted("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_slip_in_the_compose_file_would_be_found(tmp_path: Path) -> None:
    slip = tmp_path / "compose.yaml"
    slip.write_text(yaml.safe_dump({"services": {"helpdesk": {**SERVICE, "read_onyl": True}}}))
    ran = linted("check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(slip))
    assert ran.returncode == 1
    assert "read_onyl" in ran.stdout


def test_the_container_may_change_nothing_but_its_data() -> None:
    assert SERVICE["read_only"] is True
    assert SERVICE["cap_drop"] == ["ALL"]
    assert SERVICE["security_opt"] == ["no-new-privileges:true"]
    assert SERVICE["volumes"] == ["data:/data"]
    assert not {"privileged", "cap_add", "user", "network_mode", "pid", "devices"} & SERVICE.keys()


def test_it_runs_as_a_numbered_user_who_is_not_root() -> None:
    users = re.findall(r"^USER (.+)$", LAST_STAGE, flags=re.MULTILINE)
    assert users == ["10001:10001"]


def test_the_database_lies_in_the_volume() -> None:
    assert "HELPDESK_DATABASE=sqlite:////data/helpdesk.db" in LAST_STAGE
    assert re.findall(r"^VOLUME (.+)$", LAST_STAGE, flags=re.MULTILINE) == ["/data"]


def test_each_base_image_has_a_version_and_everything_is_installed_by_hash() -> None:
    assert re.search(r"^ARG PYTHON=3\.\d+\.\d+-\w", DOCKERFILE, flags=re.MULTILINE)
    assert set(re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.MULTILINE)) == {"python:${PYTHON}"}
    for install in re.findall(r"pip install (.+)", DOCKERFILE):
        assert "--require-hashes -r " in install or re.search(r"--no-deps \S+\.whl$", install)


def test_no_secret_stands_in_a_layer_or_in_the_compose_file() -> None:
    secrets = [
        str(field.alias) for field in Settings.model_fields.values() if "Secret" in str(field.annotation)
    ]
    assert len(secrets) == 3
    for name in secrets:
        assert not re.search(rf"\b{name}\b", DOCKERFILE)
        assert name not in SERVICE["environment"]
    assert not re.search(r"^COPY \.? ", DOCKERFILE, flags=re.MULTILINE)


def test_only_what_the_image_needs_is_sent_to_be_built() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if not line.startswith("#")) == "*"
    sent = {line.removeprefix("!") for line in lines if line.startswith("!")}
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, flags=re.MULTILINE)
    assert sent == {name for names in copied for name in names.split()}
    assert all((ROOT / name).exists() for name in sent)


def test_every_setting_named_there_is_one_of_ours() -> None:
    named = set(re.findall(r"\b((?:HELPDESK|HEALTH|SLACK)_[A-Z_]+)=", LAST_STAGE)) | set(
        SERVICE["environment"]
    )
    assert named <= NAMES
    assert set(SERVICE["secrets"]) == set(COMPOSE["secrets"])
    for name, path in SERVICE["environment"].items():
        assert path == "/run/secrets/" + name.removeprefix("SLACK_").removesuffix("_FILE").lower()


def test_a_stop_has_the_time_that_the_longest_drain_takes() -> None:
    (limit,) = (one.le for one in Settings.model_fields["drain"].metadata if hasattr(one, "le"))
    assert int(SERVICE["stop_grace_period"].removesuffix("s")) > 2 * limit


@pytest.mark.parametrize("name", ["helpdesk.env", "compose.yaml"])
def test_the_settings_of_the_template_are_ours_and_hold_no_secret(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    assert not re.search(r"xox[a-z]-|xapp-", text)
    given = re.findall(r"^([A-Z_]+)=", text, flags=re.MULTILINE)
    assert {*given} <= NAMES
    known = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert {*given} <= known
