"""The one client of Slack's Web API, over one pool of connections."""

from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.service.figures import UNCOUNTED, Figures
from bot.slack.calls import code_of
from bot.slack.clouds import Cloud
from bot.slack.quiet import silent

CALL_SECONDS = 10


def open_pool() -> aiohttp.ClientSession:
    """Connections that all calls share: opening one for each call costs a turn half of its time again."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_SECONDS))


class CountedClient(AsyncWebClient):
    """A client that has each failed call counted, by method and code."""

    figures: Figures = UNCOUNTED

    async def api_call(self, api_method: str, **about: Any) -> AsyncSlackResponse:
        """Make one call. Raises what the library raises."""
        try:
            return await super().api_call(api_method, **about)
        except Exception as error:
            self.figures.refused(api_method, code_of(error))
            raise


def web_client(
    pool: aiohttp.ClientSession, cloud: Cloud, token: str, figures: Figures = UNCOUNTED
) -> AsyncWebClient:
    """A client that never repeats a call by itself: a dropped connection may have been a posted message."""
    client = CountedClient(
        token=token,
        base_url=cloud.api,
        timeout=CALL_SECONDS,
        session=pool,
        retry_handlers=[],
        logger=silent("slack_sdk.web"),
    )
    client.figures = figures
    return client
