"""Of a healthy set-up the doctor has nothing to say but good, in both modes and in each cloud."""

from unittest.mock import AsyncMock

import pytest

from bot.doctor.finding import Level
from bot.storage.database import open_store
from bot.web.health import health_app
from bot.web.server import HttpServer
from tests.doctor.court_setup import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SetUp


async def test_a_healthy_set_up_is_good_in_every_line(setup: SetUp) -> None:
    findings = await setup.examined()
    assert [str(one) for one in findings if one.level is not Level.GOOD] == []
    assert [one.check for one in findings] == [
        "python", "settings", "health", "slack", "clock", "bot token", "cloud", "workspace", "scopes",
        "staff channel", "app token", "database", "flows", "court", "hours", "targets", "zone", "facts",
    ]  # fmt: skip


async def test_over_http_the_address_is_looked_at_too(setup: SetUp) -> None:
    setup.over_http()
    findings = await setup.examined()
    assert {one.level for one in findings} == {Level.GOOD}
    assert "address" in {one.check for one in findings}


@pytest.mark.parametrize(
    ("cloud", "workspace"),
    [("commercial", "https://court.slack.com/"), ("gov", "https://court.slack-gov.com/")],
)
async def test_in_a_real_cloud_only_the_words_that_nobody_signed_are_a_warning(
    setup: SetUp, cloud: str, workspace: str
) -> None:
    setup.in_cloud(cloud, workspace)
    setup.over_http()
    findings = await setup.examined()
    assert [one.check for one in findings if one.level is not Level.GOOD] == ["court"]
    assert "signing secret" in {one.check for one in findings}


async def test_a_database_that_is_in_use_is_good(setup: SetUp) -> None:
    store = open_store(setup.values["HELPDESK_DATABASE"], "example")
    while_it_runs = await setup.examined()
    await store.close()
    afterwards = await setup.examined()
    assert {one.level for one in [*while_it_runs, *afterwards]} == {Level.GOOD}


async def test_addresses_that_the_running_help_desk_uses_are_good(setup: SetUp) -> None:
    server = HttpServer(health_app(AsyncMock(), lambda _: b"", "http"), "127.0.0.1", 0, "HEALTH_PORT")
    await server.start()
    setup.over_http(HELPDESK_PORT=setup.port_of_slack, HEALTH_PORT=str(server.port))
    findings = await setup.examined()
    await server.stop(1)
    assert {one.level for one in findings} == {Level.GOOD}
    used = [one.what for one in findings if one.check in ("address", "health")]
    assert [what.partition(" ")[2] for what in used] == ["is used, and a help desk runs here."] * 2


async def test_it_posts_nothing_and_leaves_nothing_behind(setup: SetUp) -> None:
    await setup.make_database()
    before = sorted(setup.folder.rglob("*"))
    await setup.examined()
    assert sorted(setup.folder.rglob("*")) == before
    asked = {call.method for call in setup.slack.record.calls}
    assert asked == {
        "auth.test", "bots.info", "apps.connections.open", "conversations.info", "conversations.members",
        "users.info",
    }  # fmt: skip
    assert setup.slack.messages() == []


async def test_no_secret_is_in_a_finding(setup: SetUp) -> None:
    setup.over_http(SLACK_BOT_TOKEN="xoxp-hush", SLACK_SIGNING_SECRET="xoxb-hush")
    setup.set(SLACK_APP_TOKEN="hush")
    shown = " ".join(map(repr, await setup.examined()))
    assert "hush" not in shown
    for secret in (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET):
        assert secret not in shown
