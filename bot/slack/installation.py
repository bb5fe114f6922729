"""The one workspace we are installed in: who we are there, and whether a delivery comes from it."""

import asyncio
from collections.abc import Collection

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError
from bot.slack.calls import looked_up
from bot.slack.clouds import Cloud, belongs
from bot.slack.wire import Json, inner, text_of


class Installation:
    """Asks Slack once who we are, and keeps the answer.

    `teams` are the workspaces or organisations we serve; empty means the one that the token belongs to.
    """

    def __init__(self, client: AsyncWebClient, cloud: Cloud, teams: Collection[str] = ()) -> None:
        self._client = client
        self._cloud = cloud
        self._teams = frozenset(teams)
        self._known: AuthorizeResult | None = None
        self._once = asyncio.Lock()

    async def authorize(self) -> AuthorizeResult:
        """Who we are. Raises TryLater or Refused when Slack does not say, SettingsError for a wrong cloud.

        Slack's library asks this for every delivery; a failure leaves the delivery unacknowledged.
        """
        async with self._once:
            if self._known is None:
                self._known = await self._ask()
            return self._known

    def is_ours(self, body: Json) -> bool:
        """Whether a delivery, and whoever caused it, belong to a workspace that we serve."""
        return any(map(self._serves, _places(body))) and all(map(self._serves, _origins(body)))

    def _serves(self, team: str) -> bool:
        return not self._teams or team in self._teams

    async def _ask(self) -> AuthorizeResult:
        told = await looked_up(self._client.auth_test())
        if not belongs(self._cloud, text_of(told, "url")):
            raise SettingsError(
                f"SLACK_BOT_TOKEN is of another cloud than {self._cloud.name}.",
                "Take the token of the app in this cloud, or change HELPDESK_CLOUD.",
            )
        team, enterprise = text_of(told, "team_id"), text_of(told, "enterprise_id")
        self._teams = self._teams or frozenset(one for one in (team, enterprise) if one)
        return AuthorizeResult(
            enterprise_id=enterprise or None,
            team_id=team or None,
            bot_user_id=text_of(told, "user_id"),
            bot_id=text_of(told, "bot_id"),
            bot_token=self._client.token,
        )


def _places(body: Json) -> list[str]:
    """The workspace, and the organisation, that a delivery is for."""
    team = text_of(body, "team_id") or text_of(inner(body, "team"), "id")
    return [one for one in (team, text_of(body, "enterprise_id")) if one]


def _origins(body: Json) -> list[str]:
    """The workspaces that a delivery says its person and its message are of.

    An event's `team` is heard where nothing else is said: it may name the organisation of a person instead.
    """
    event, person = inner(body, "event"), inner(body, "user")
    said = (text_of(event, "user_team"), text_of(event, "source_team"), text_of(person, "team_id"))
    return [one for one in said if one] or [one for one in (text_of(event, "team"),) if one]
