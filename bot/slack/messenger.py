"""The sender's hand in Slack: post, change, replace, show, and look whether something is there already."""

from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import TryLater
from bot.service.content import Content
from bot.slack.accounts import Accounts
from bot.slack.answers import Answers
from bot.slack.calls import NO_CONNECTION, Answered, answered, looked_up
from bot.slack.home import home_view
from bot.slack.own_channels import OwnChannels
from bot.slack.render import render, render_update
from bot.slack.wire import Json, inner, text_of

PAGE = 200
MOST_PAGES = 10
BEFORE = timedelta(seconds=60)
"""How far before the claim the search begins: our clock and Slack's may differ."""


class SlackMessenger:
    """Implements `bot.service.ports.Messenger` over the Web API; the client must not retry by itself."""

    def __init__(self, client: AsyncWebClient, answers: Answers) -> None:
        self._client = client
        self._answers = answers
        self._own = OwnChannels(client)
        self._accounts = Accounts(client)

    async def open_direct(self, person: str) -> str:
        """The direct-message channel with a person; opening it twice opens it once."""
        data = await looked_up(self._client.conversations_open(users=person))
        return text_of(inner(data, "channel"), "id")

    async def check_person(self, person: str) -> None:
        """Pass for somebody who still has an account; nobody would read what others are sent."""
        await self._accounts.check(person)

    async def post(self, channel: str, thread: str, content: Content, key: str) -> str:
        """Post; the message's ts. Never in a channel that another organisation shares."""
        await self._own.check(channel)
        call = self._client.chat_postMessage(
            channel=channel,
            thread_ts=thread or None,
            parse="none",
            link_names=False,
            unfurl_links=False,
            unfurl_media=False,
            **render(content, key),
        )
        data = await answered(call)
        return text_of(data, "ts")

    async def update(self, channel: str, ts: str, content: Content, key: str) -> None:
        """Change a message of ours. Left alone, `chat.update` would make links and names of its text."""
        await self._own.check(channel)
        call = self._client.chat_update(
            channel=channel, ts=ts, parse="none", link_names=False, **render_update(content, key)
        )
        await answered(call)

    async def replace(self, response_url: str, content: Content, key: str) -> None:
        """Replace the message that was pressed; harmless to repeat."""
        await self._answers.replace(response_url, content, key)

    async def publish(self, person: str, content: Content) -> None:
        """Show this on a person's App Home; harmless to repeat."""
        assert content.home is not None
        view = home_view(content.home, content.board)
        await answered(self._client.views_publish(user_id=person, view=view))

    async def find(self, channel: str, thread: str, key: str, since: datetime) -> str | None:
        """The ts of the message that carries this key, or None when it is surely not there.

        Raises TryLater when the search could not be ended: then nobody may take it for absent.
        """
        asked: dict[str, Any] = {
            "channel": channel,
            "oldest": f"{(since - BEFORE).timestamp():.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
        }
        for _ in range(MOST_PAGES):
            data = await looked_up(self._page(asked, thread))
            found = next((one for one in _messages(data) if carries(one, key)), None)
            if found is not None:
                return text_of(found, "ts")
            asked["cursor"] = text_of(inner(data, "response_metadata"), "next_cursor")
            if not asked["cursor"]:
                return None
        raise TryLater(NO_CONNECTION)

    def _page(self, asked: dict[str, Any], thread: str) -> Awaitable[Answered]:
        if thread:
            return self._client.conversations_replies(ts=thread, **asked)
        return self._client.conversations_history(**asked)


def carries(message: Json, key: str) -> bool:
    """Whether a message carries this key, in its metadata or as the id of its first block."""
    if inner(inner(message, "metadata"), "event_payload").get("key") == key:
        return True
    blocks = message.get("blocks")
    first = blocks[0] if isinstance(blocks, list) and blocks else None
    return isinstance(first, dict) and first.get("block_id") == key


def _messages(data: Json) -> list[Json]:
    messages = data.get("messages")
    if not isinstance(messages, list):
        raise TryLater(NO_CONNECTION)
    return [one for one in messages if isinstance(one, dict)]
