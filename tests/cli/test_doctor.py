"""`helpdesk doctor`: one line each in words, what to do under it, JSON for programs, and the exit status."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import HELPDESK, ROOT
from tests.cli.test_serve import environment, practice_slack, refused


@pytest.fixture(scope="module")
def slack() -> Iterator[dict[str, Any]]:
    """A practice Slack for all tests of this file, which change nothing in it."""
    with practice_slack() as told:
        yield told


def asked(
    slack: dict[str, Any], folder: Path, *options: str, **values: str
) -> subprocess.CompletedProcess[str]:
    """What `helpdesk doctor` says of a set-up over HTTP."""
    given = {
        "HELPDESK_CLOUD": "practice",
        "HELPDESK_SLACK_URL": slack["url"],
        "HELPDESK_MODE": "http",
        "HELPDESK_PORT": "0",
        "HEALTH_PORT": "0",
        "HELPDESK_COURT": "example",
        "HELPDESK_STAFF_CHANNEL": "CSTAFF001",
        "SLACK_BOT_TOKEN": slack["bot_token"],
        "SLACK_SIGNING_SECRET": slack["signing_secret"],
        **values,
    }
    return subprocess.run(
        [str(HELPDESK), "doctor", "--flows", str(ROOT / "flows"), *options],
        cwd=folder,
        env=environment(folder, given),
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_nothing_bad_the_exit_status_is_0_and_warnings_say_what_to_do(
    slack: dict[str, Any], tmp_path: Path
) -> None:
    ran = asked(slack, tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    place = lines.index("warning  scopes          More is granted than the bot needs: usergroups:read.")
    assert lines[place + 1].strip().startswith("-> Take it away.")
    assert f"good     flows           The flow files are those in {ROOT / 'flows'}." in lines
    assert lines[-1].endswith("0 bad.")


def test_with_something_bad_the_exit_status_is_1_and_every_line_begins_with_a_word(
    slack: dict[str, Any], tmp_path: Path
) -> None:
    ran = asked(slack, tmp_path, HELPDESK_STAFF_CHANNEL="C0NOWHERE", HELPDESK_COLOUR="red")
    assert ran.returncode == 1
    lines = [line for line in ran.stdout.splitlines()[:-1] if not line.lstrip().startswith("->")]
    assert {line.split()[0] for line in lines} == {"good", "warning", "bad"}
    assert "bad      settings        There is no setting HELPDESK_COLOUR." in lines
    assert ran.stdout.endswith("2 bad.\n")


def test_the_sum_counts_the_words_that_the_lines_begin_with(slack: dict[str, Any], tmp_path: Path) -> None:
    *lines, told = asked(slack, tmp_path, SLACK_BOT_TOKEN="").stdout.splitlines()
    words = Counter(line.split()[0] for line in lines)
    assert words["skipped"] > 1
    counted = (words["good"], words["warning"], words["skipped"], words["bad"])
    assert told == "{} good, {} warnings, {} skipped, {} bad.".format(*counted)


def test_programs_get_the_same_as_json(slack: dict[str, Any], tmp_path: Path) -> None:
    ran = asked(slack, tmp_path, "--json", SLACK_BOT_TOKEN="xoxp-hush")
    told = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert set(told) == {"findings", "good", "warnings", "bad"}
    assert {tuple(one) for one in told["findings"]} == {("check", "level", "what", "advice")}
    levels = [one["level"] for one in told["findings"]]
    assert told["good"] == levels.count("good")
    assert told["warnings"] == levels.count("warning") + levels.count("skipped")
    assert told["bad"] == levels.count("bad") == 1
    assert "hush" not in ran.stdout


def test_serving_is_refused_in_the_sentences_of_the_doctor(slack: dict[str, Any], tmp_path: Path) -> None:
    wrong = {"HELPDESK_STAFF_CHANNEL": "C0NOWHERE", "HELPDESK_COURT": "north"}
    ran = asked(slack, tmp_path, "--json", **wrong)
    bad = [one for one in json.loads(ran.stdout)["findings"] if one["level"] == "bad"]
    values = {"HELPDESK_SLACK_URL": slack["url"], "SLACK_BOT_TOKEN": slack["bot_token"], **wrong}
    said = refused(tmp_path, **values)
    assert len(bad) == 2
    assert said == "helpdesk: " + "".join(f"{one['what']} {one['advice']}\n" for one in bad)
