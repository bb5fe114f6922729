"""Asks Slack what only Slack can tell of a set-up: calls that read, and change and post nothing."""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import Refused, TryLater
from bot.slack.calls import meaning
from bot.slack.client import open_pool, web_client
from bot.slack.clouds import Cloud
from bot.slack.wire import Json, inner, is_person, text_of

MOST_PEOPLE = 20
"""How many members are looked up to find a human being among them."""


@dataclass(frozen=True, slots=True)
class Told:
    """Slack's answer to one question.

    `refused` is the code of a refusal. `trouble` is why there was no answer at all: `name` (not known to the
    network), `certificate`, `time`, `limit` or `connection`. `at` is our own clock then, in seconds.
    """

    data: Json = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""
    trouble: str = ""
    at: float = 0.0

    @property
    def is_answer(self) -> bool:
        """Whether the question was answered."""
        return not self.refused and not self.trouble


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask with. An empty token or channel leaves out what would be asked about it."""

    cloud: Cloud
    bot_token: str
    app_token: str = ""
    staff_channel: str = ""


@dataclass(frozen=True, slots=True)
class SlackFacts:
    """What Slack told; None for what was not asked.

    `who` is `auth.test`, `bot` is `bots.info`, `connection` is `apps.connections.open`, `channel` is
    `conversations.info`, `members` its first page of members. `has_person`: a human being is among those, or
    Slack would not say.
    """

    who: Told | None = None
    bot: Told | None = None
    connection: Told | None = None
    channel: Told | None = None
    members: Told | None = None
    has_person: bool = False


class _Response(Protocol):
    """What the SDK gives back of a call that went well."""

    @property
    def data(self) -> dict[str, Any] | bytes: ...
    @property
    def headers(self) -> dict[str, Any]: ...


async def probe(wanted: Wanted, now: Callable[[], float] = time.time) -> SlackFacts:
    """Everything that Slack tells of this set-up. Raises nothing: no answer is an answer too."""
    async with open_pool() as pool:
        client = web_client(pool, wanted.cloud, wanted.bot_token)
        who = await _asked(client.auth_test(), now) if wanted.bot_token else None
        if who is not None and who.trouble:
            return SlackFacts(who)
        connection = None
        if wanted.app_token:
            connection = await _asked(client.apps_connections_open(app_token=wanted.app_token), now)
        if who is None or who.refused:
            return SlackFacts(who, connection=connection)
        bot = await _asked(client.bots_info(bot=text_of(who.data, "bot_id")), now)
        if not wanted.staff_channel:
            return SlackFacts(who, bot, connection)
        channel = await _asked(client.conversations_info(channel=wanted.staff_channel), now)
        members = await _asked(client.conversations_members(channel=wanted.staff_channel, limit=200), now)
        has_person = await _has_person(client, members, now)
        return SlackFacts(who, bot, connection, channel, members, has_person)


async def _has_person(client: AsyncWebClient, members: Told, now: Callable[[], float]) -> bool:
    """Whether somebody among the members is a human being who is still there, or may be one."""
    ids = [one for one in map(str, members.data.get("members") or ()) if is_person(one)]
    for one in ids[:MOST_PEOPLE]:
        told = await _asked(client.users_info(user=one), now)
        user = inner(told.data, "user")
        if not told.is_answer or (user and not user.get("is_bot") and not user.get("deleted")):
            return True
    return len(ids) > MOST_PEOPLE


async def _asked(call: Awaitable[_Response], now: Callable[[], float]) -> Told:
    """One answer, or why there is none."""
    try:
        response = await call
    except SlackApiError as error:
        return _no(error, now())
    except (aiohttp.ClientError, TimeoutError, OSError, AttributeError, ValueError) as error:
        return Told(trouble=_kind(error), at=now())
    data = response.data if isinstance(response.data, dict) else {}
    return Told(data, _lowered(response.headers), at=now())


def _no(error: SlackApiError, at: float) -> Told:
    """A refusal, or an answer that says nothing about the set-up."""
    found = meaning(error)
    headers = _lowered(getattr(error.response, "headers", None) or {})
    data = getattr(error.response, "data", None)
    body = data if isinstance(data, dict) else {}
    if isinstance(found, Refused):
        return Told(body, headers, refused=found.code, at=at)
    return Told(body, headers, trouble="limit" if isinstance(found, TryLater) else "connection", at=at)


def _kind(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "name"
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return "certificate"
    return "time" if isinstance(error, TimeoutError) else "connection"


def _lowered(headers: Mapping[str, Any]) -> dict[str, str]:
    """Headers by their names in small letters."""
    return {str(name).lower(): str(value) for name, value in headers.items()}
