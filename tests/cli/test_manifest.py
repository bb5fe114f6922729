"""`helpdesk manifest`: what Slack's page takes, what it would refuse, and the copies in deploy/."""

import json
import shlex
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.manifest_limits import FORMS, LENGTHS, refuse_what_slack_refuses
from bot.cli.manifest_made import Chosen, make
from bot.errors import SettingsError
from tests.cli.terminal import ROOT, helpdesk

COPIES = sorted((ROOT / "deploy").glob("slack-app-*.yaml"))
AT = "https://help.court.gov"
WAYS = [
    (),
    ("--cloud", "gov"),
    ("--mode", "http", "--url", AT),
    ("--name", "Ask: the court", "--command", "/a"),
    ("--staff-group",),
]


def made(**chosen: str) -> dict[str, Any]:
    """A manifest over HTTP, so that it has all there can be."""
    return make(Chosen(**{"mode": "http", "url": AT, **chosen}))  # type: ignore[arg-type]


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.name)
def test_the_copies_in_deploy_are_what_the_command_in_their_first_line_prints(copy: Path) -> None:
    first = copy.read_text(encoding="utf-8").splitlines()[0]
    command = shlex.split(first.removeprefix("# Made by: "))
    assert command[:2] == ["helpdesk", "manifest"]
    assert helpdesk(*command[1:]).out == copy.read_text(encoding="utf-8"), "Run: make manifests"


def test_there_is_a_copy_for_each_way_to_run() -> None:
    assert [copy.stem for copy in COPIES] == ["slack-app-gov", "slack-app-http", "slack-app-socket"]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_yaml_and_json_say_the_same(way: tuple[str, ...]) -> None:
    as_json = json.loads(helpdesk("manifest", *way, "--json").out)
    assert yaml.safe_load(helpdesk("manifest", *way).out) == as_json


def test_each_scope_and_event_says_what_it_is_for() -> None:
    printed = helpdesk("manifest").out.splitlines()
    listed = [line for line in printed if line.startswith("      - ")]
    assert len(listed) == len(made()["oauth_config"]["scopes"]["bot"]) + len(
        made()["settings"]["event_subscriptions"]["bot_events"]
    )
    assert all("  # " in line for line in listed)


def test_over_http_all_of_slacks_calls_come_to_the_one_address() -> None:
    told = json.loads(helpdesk("manifest", "--mode", "http", "--url", f"{AT}/", "--json").out)
    assert told["features"]["slash_commands"][0]["url"] == f"{AT}/slack/events"
    assert told["settings"]["event_subscriptions"]["request_url"] == f"{AT}/slack/events"
    assert told["settings"]["interactivity"]["request_url"] == f"{AT}/slack/events"
    assert told["settings"]["socket_mode_enabled"] is False


def test_an_address_with_a_path_is_taken_as_it_is() -> None:
    assert f'"{AT}/desk/slack"' in helpdesk("manifest", "--mode", "http", "--url", f"{AT}/desk/slack").out


def test_the_command_that_is_set_is_the_one_in_slack() -> None:
    told = json.loads(helpdesk("manifest", "--command", "/moeb", "--json").out)
    assert told["features"]["slash_commands"][0]["command"] == "/moeb"
    assert "type /moeb" in told["display_information"]["long_description"]


def test_govslack_is_told_of_compliance_and_names_its_own_page() -> None:
    printed = helpdesk("manifest", "--cloud", "gov").out
    assert set(yaml.safe_load(printed)["compliance"].values()) == {"None", "No"}
    assert "api.slack-gov.com/apps" in printed


@pytest.mark.parametrize(
    ("way", "advice"),
    [(("--mode", "http"), "--url https://"), (("--url", AT), "--mode http")],
)
def test_a_mode_and_an_address_that_do_not_go_together_are_told(way: tuple[str, ...], advice: str) -> None:
    ran = helpdesk("manifest", *way)
    assert (ran.status, ran.out) == (2, "")
    assert advice in ran.err


def test_all_that_slack_would_refuse_is_told_at_once() -> None:
    ran = helpdesk(
        "manifest", "--name", "n" * 36, "--command", "/Help", "--mode", "http", "--url", "http://a.b"
    )
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "helpdesk: Slack would not take this app.",
        "display_information.name has 36 characters; Slack takes 35 at most.",
        "features.slash_commands.command is '/Help'. Write a slash and one word in small letters.",
        *(
            f"{place} is 'http://a.b/slack/events'. Write an address that begins with https://."
            for place in (
                "features.slash_commands.url",
                "settings.event_subscriptions.request_url",
                "settings.interactivity.request_url",
            )
        ),
    ]


def change(manifest: dict[str, Any], place: str, by: Callable[[Any], Any]) -> None:
    """Change what stands at a place, in the first item where it is in a list."""
    *way, last = place.split(".")
    part: Any = manifest
    for name in way:
        part = part[name]
        part = part[0] if isinstance(part, list) else part
    part[last] = by(part[last])


def stretched(value: Any, size: int) -> Any:
    """The same kind of thing, of this size."""
    if isinstance(value, list):
        return value[:1] * size
    return (value + "x" * size)[:size]


def refused(manifest: dict[str, Any]) -> str:
    """What is said of a manifest that Slack would refuse; empty when it would not."""
    try:
        refuse_what_slack_refuses(manifest)
    except SettingsError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("limit", LENGTHS, ids=lambda limit: limit.place)
def test_each_length_is_kept_to_the_character(limit: Any) -> None:
    for size, fits in [(limit.most, True), (limit.most + 1, False), (limit.least - 1, False)]:
        manifest = made()
        change(manifest, limit.place, partial(stretched, size=size))
        assert (limit.place not in refused(manifest)) is fits, size


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.place)
def test_each_form_is_kept(form: Any) -> None:
    manifest = made()
    assert not refused(manifest)
    change(manifest, form.place, lambda _: "Not This!")
    assert form.words in refused(manifest)


@pytest.mark.parametrize(
    ("option", "hostile", "said"),
    [
        ("--name", "Court\nsettings: {}", "Leave out line breaks"),
        ("--name", "Court\x7f", "Leave out line breaks"),
        ("--name", "Court\u0085settings: {}", "Leave out line breaks"),
        ("--name", "Court\u2028settings: {}", "Leave out line breaks"),
        ("--name", "Court\u202e", "Leave out line breaks"),
        ("--name", "Court\udcff", "Leave out line breaks"),
        ("--name", "   ", "Leave out line breaks"),
        ("--url", "https://[", "The address cannot be read."),
        ("--url", "https://help.court.gov/\x01", "an address that begins with https://"),
        ("--url", "https://help.court.gov/a\nb: c", "an address that begins with https://"),
        ("--command", "/a\nb: c", "a slash and one word"),
    ],
)
def test_what_would_break_the_text_is_refused_in_a_sentence(option: str, hostile: str, said: str) -> None:
    at = () if option == "--url" else ("--url", AT)
    ran = helpdesk("manifest", "--mode", "http", *at, option, hostile)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("hostile", ["$(id)", "`id`", "a;id", "{a: b}", "'\": #", "- a", "O'Brien & Co"])
def test_a_strange_name_is_told_as_it_is_and_the_first_line_runs_nothing_else(hostile: str) -> None:
    ran = helpdesk("manifest", "--name", hostile)
    assert yaml.safe_load(ran.out)["display_information"]["name"] == hostile
    words = shlex.split(ran.out.splitlines()[0].removeprefix("# Made by: "))
    assert words[-2:] == ["--name", hostile]
    printed = subprocess.run(
        ["sh", "-c", f"printf '%s ' {ran.out.splitlines()[0].removeprefix('# Made by: ')}"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert printed == f"helpdesk manifest --mode socket --name {hostile} "
