"""A practice Slack for each test, and the real clients that talk to it."""

from collections.abc import AsyncIterator

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSettings, PracticeSlack


@pytest.fixture
async def slack() -> AsyncIterator[PracticeSlack]:
    async with PracticeSlack(PracticeSettings(retry_scale=0.001, ack_seconds=1)) as started:
        yield started


@pytest.fixture
async def client(slack: PracticeSlack) -> AsyncWebClient:
    return AsyncWebClient(base_url=slack.api_url, token=slack.app.bot_token, retry_handlers=[])
