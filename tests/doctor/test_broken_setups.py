"""Each set-up that is wrong is named in one line, with what to do, and what is bad forbids a start."""

import inspect
import sqlite3

import pytest

from bot.doctor import settings_checks
from bot.doctor.examination import Examination
from bot.doctor.finding import Finding, Level
from bot.practice import WebFault
from bot.settings import look_up
from bot.storage import inspection
from tests.doctor.breaks import ALL, Broken
from tests.doctor.court_setup import NOW, SetUp


async def broken(setup: SetUp, one: Broken) -> list[Finding]:
    """What the doctor finds in a set-up that was broken in this way."""
    done = one.breaks(setup)
    if inspect.isawaitable(done):
        await done
    return list(await setup.examined())


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name.replace(" ", "_"))
async def test_what_is_wrong_is_named_with_what_to_do(setup: SetUp, one: Broken) -> None:
    findings = await broken(setup, one)
    named = [
        finding
        for finding in findings
        if (finding.level.value, finding.check) == (one.level, one.check)
        if one.what in finding.what and one.advice in finding.advice
    ]
    assert len(named) == 1, "\n".join(map(repr, findings))
    assert "hush" not in " ".join(map(repr, findings))


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name.replace(" ", "_"))
async def test_what_is_bad_forbids_a_start_unless_it_may_pass_by_itself(setup: SetUp, one: Broken) -> None:
    forbidden = any(finding.forbids_start for finding in await broken(setup, one))
    passes = one.name in {"Slack down", "Slack asks for a rest"}
    assert forbidden is (one.level == "bad" and not passes)


async def test_a_database_that_another_program_holds_does_not_forbid_a_start(setup: SetUp) -> None:
    await setup.make_database("PRAGMA journal_mode = DELETE")
    setup.patch.setattr(inspection, "PATIENCE", 0.01)
    (setup.folder / "helpdesk.db-wal").touch(0o600)  # somebody has it open, so it is not read as if alone
    holder = sqlite3.connect(setup.database)
    try:
        holder.execute("BEGIN EXCLUSIVE")
        findings = await setup.examined()
    finally:
        holder.close()
    [found] = [one for one in findings if one.check == "database"]
    assert (found.level, found.passes) == (Level.BAD, True)
    assert found.what == "The database cannot be read: database is locked."


async def test_where_slack_does_not_answer_the_rest_is_looked_at_all_the_same(setup: SetUp) -> None:
    setup.slack.faults.add(WebFault("html"))
    findings = await setup.examined()
    assert [one.check for one in findings if one.level is Level.SKIPPED] == [
        "clock", "bot token", "cloud", "workspace", "scopes", "staff channel", "app token",
    ]  # fmt: skip
    assert {"database", "flows", "court", "zone"} <= {
        one.check for one in findings if one.level is Level.GOOD
    }


async def test_people_whom_slack_does_not_show_are_not_called_bots(setup: SetUp) -> None:
    setup.slack.faults.add(WebFault("refuse", "users.info", code="missing_scope"))
    [found] = [one for one in await setup.examined() if one.check == "staff channel"]
    assert found.level is Level.GOOD


async def test_an_address_of_a_cloud_that_makes_no_sense_is_said_once(setup: SetUp) -> None:
    setup.set(HELPDESK_SLACK_URL="https://elsewhere.example")
    [found] = [one for one in await setup.examined() if one.check == "cloud"]
    assert (found.level, found.passes) == (Level.BAD, False)


async def test_without_a_bot_token_the_app_token_is_looked_at_all_the_same(setup: SetUp) -> None:
    setup.set(SLACK_BOT_TOKEN="", SLACK_APP_TOKEN="xapp-other")
    told = [one.what for one in await setup.examined() if one.check == "app token"]
    assert told == ["Slack does not take SLACK_APP_TOKEN: invalid_auth."]


async def test_an_env_file_for_all_to_read_is_named(setup: SetUp) -> None:
    setup.write_env_file(0o644)
    findings = await Examination(look_up(), now=lambda: NOW).run()
    assert [(one.what, one.advice) for one in findings if one.level is Level.WARNING] == [
        ("Everybody on this machine may read .env, which holds a secret.", "Run: chmod 600 .env")
    ]


async def test_a_secret_of_a_container_may_be_read_by_all_in_it(setup: SetUp) -> None:
    path = setup.secret_file("xoxb-hush", 0o644)
    setup.patch.setattr(settings_checks, "IN_A_CONTAINER", path.parent)
    assert {one.level for one in await setup.examined()} == {Level.GOOD}
