"""Only our own workspace is answered, and a token of another cloud is never used."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError, TryLater
from bot.slack.clouds import cloud
from bot.slack.installation import Installation


class Told:
    """An answer of Slack's."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data


class Client(AsyncWebClient):
    """A client whose `auth.test` is answered, or fails, as the test says."""

    def __init__(self, *answers: dict[str, Any] | Exception) -> None:
        super().__init__("xoxb-practice")
        self.waiting = list(answers)
        self.asked = 0

    async def auth_test(self, **_: Any) -> Any:
        self.asked += 1
        found = self.waiting.pop(0)
        if isinstance(found, Exception):
            raise found
        return Told(found)


OURS = {"url": "https://court.slack.com/", "team_id": "T1", "user_id": "U1", "bot_id": "B1"}


async def test_slack_is_asked_once_who_we_are() -> None:
    client = Client(OURS)
    installation = Installation(client, cloud("commercial"))
    first, second = await installation.authorize(), await installation.authorize()
    assert (first.bot_user_id, first.bot_id, second.team_id, client.asked) == ("U1", "B1", "T1", 1)


async def test_when_slack_does_not_say_it_is_an_error_and_asked_again() -> None:
    installation = Installation(Client(TimeoutError(), OURS), cloud("commercial"))
    with pytest.raises(TryLater):
        await installation.authorize()
    assert (await installation.authorize()).team_id == "T1"


async def test_a_token_of_another_cloud_is_refused() -> None:
    with pytest.raises(SettingsError, match="another cloud"):
        await Installation(Client(OURS), cloud("gov")).authorize()


@pytest.mark.parametrize(
    ("body", "is_ours"),
    [
        ({"team_id": "T1"}, True),
        ({"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}}, True),
        ({"team_id": "T2"}, False),
        ({"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T2"}}, False),
        ({"team_id": "T1", "event": {"user_team": "T2"}}, False),
        ({"team_id": "T1", "event": {"source_team": "T2"}}, False),
        ({"team_id": "T1", "event": {"team": "T2"}}, False),
        ({"team_id": "T1", "event": {"user_team": "T1", "source_team": "T2"}}, False),
        ({"team_id": "T1", "event": {"user_team": "T1", "source_team": "T1", "team": "E1"}}, True),
        ({"team_id": "T1", "event": {"team": "T1"}}, True),
        ({}, False),
    ],
)
async def test_a_delivery_of_another_workspace_is_not_ours(body: dict[str, Any], is_ours: bool) -> None:
    installation = Installation(Client(OURS), cloud("commercial"))
    await installation.authorize()
    assert installation.is_ours(body) is is_ours


async def test_named_workspaces_take_the_place_of_the_tokens_own() -> None:
    installation = Installation(Client(OURS), cloud("commercial"), ("T7",))
    await installation.authorize()
    assert installation.is_ours({"team_id": "T7"})
    assert not installation.is_ours({"team_id": "T1"})
