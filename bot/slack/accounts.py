"""Whose account is switched off: Slack takes a message to them all the same, and nobody ever reads it."""

import time

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import Refused
from bot.service.refusals import PERSON_GONE
from bot.slack.calls import looked_up
from bot.slack.wire import inner

ASKED_EVERY = 600.0
MOST = 10_000
"""How many people are remembered; then all are looked at anew."""


class Accounts:
    """Knows who still has an account; asks Slack at most once in ten minutes for each person."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._asked: dict[str, float] = {}

    async def check(self, person: str) -> None:
        """Pass for somebody who can read what they are sent.

        Raises Refused with `person_gone` for an account that is switched off, and Refused or TryLater when
        Slack does not show it.
        """
        now = time.monotonic()
        if now - self._asked.get(person, float("-inf")) < ASKED_EVERY:
            return
        found = inner(await looked_up(self._client.users_info(user=person)), "user")
        if found.get("deleted"):
            raise Refused(PERSON_GONE)
        if len(self._asked) >= MOST:
            self._asked.clear()
        self._asked[person] = now
