"""The one client of Slack's Web API, over one pool of connections."""

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.clouds import Cloud
from bot.slack.quiet import silent

CALL_SECONDS = 10


def open_pool() -> aiohttp.ClientSession:
    """Connections that all calls share: opening one for each call costs a turn half of its time again."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_SECONDS))


def web_client(pool: aiohttp.ClientSession, cloud: Cloud, token: str) -> AsyncWebClient:
    """A client that never repeats a call by itself: a dropped connection may have been a posted message."""
    return AsyncWebClient(
        token=token,
        base_url=cloud.api,
        timeout=CALL_SECONDS,
        session=pool,
        retry_handlers=[],
        logger=silent("slack_sdk.web"),
    )
