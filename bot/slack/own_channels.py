"""The court's own channels: what is said there stays in the court."""

import time

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import Refused
from bot.slack.calls import looked_up
from bot.slack.staff_channel import is_others_too
from bot.slack.wire import inner

ASKED_EVERY = 60.0
DIRECT = "D"
"""What the id of a direct message begins with."""


class OwnChannels:
    """Knows which channels no other organisation shares; asks Slack at most once a minute for each."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._asked: dict[str, float] = {}

    async def check(self, channel: str) -> None:
        """Pass for a channel of the court's own.

        Raises Refused with `is_ext_shared` for one that another organisation has joined, and Refused or
        TryLater when Slack does not show it.
        """
        now = time.monotonic()
        if channel.startswith(DIRECT) or now - self._asked.get(channel, float("-inf")) < ASKED_EVERY:
            return
        told = inner(await looked_up(self._client.conversations_info(channel=channel)), "channel")
        if is_others_too(told):
            raise Refused("is_ext_shared")
        self._asked[channel] = now
