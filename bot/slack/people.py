"""Who people are: whether somebody is staff, and what filers are told somebody is called. Both cached."""

import asyncio
import logging
import re
import time
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import Refused, SurfaceError
from bot.slack.calls import looked_up
from bot.slack.staff_channel import out_of_sight, unfit
from bot.slack.wire import inner, text_of
from bot.slack.words import read_words

MEMBERS_SECONDS = 60.0
NAME_SECONDS = 600.0
HINT_SECONDS = 1.0
"""How long an answer may wait for what only makes it better."""
PAGE = 1000
MOST_PAGES = 20
LONGEST_NAME = 80
MARKS = re.compile(r"[<>*_~`|@]")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """Something looked up, and when (seconds of the monotonic clock)."""

    value: str
    at: float


class People:
    """Looks people up in Slack.

    Staff are the members of the staff channel and those of the user group `staff_group`, and nobody else.
    """

    def __init__(self, client: AsyncWebClient, staff_channel: str, staff_group: str = "") -> None:
        self._client = client
        self._channel = staff_channel
        self._group = staff_group
        self._members: frozenset[str] = frozenset()
        self._members_at = float("-inf")
        self._names: dict[str, Known] = {}

    async def check_channel(self) -> None:
        """Look at the staff channel before anything is posted there.

        Raises SettingsError for one that is not fit, see `bot.slack.staff_channel`: cases must not leave the
        court, nor get lost. While Slack does not answer, the operator is told and the start goes on.
        """
        if not self._channel:
            return
        try:
            told = await looked_up(self._client.conversations_info(channel=self._channel))
        except Refused as error:
            raise out_of_sight(error.code) from error
        except SurfaceError as error:
            log.error("staff channel out of reach error=%s", type(error).__name__)
            return
        if fault := unfit(inner(told, "channel")):
            raise fault

    async def is_staff(self, person: str) -> bool:
        """Whether this person is in the staff channel or the user group now, or was a minute ago.

        Raises TryLater or Refused when Slack would not say; nobody is staff by default.
        """
        if not self._channel:
            return False
        now = time.monotonic()
        if now - self._members_at > MEMBERS_SECONDS or person not in self._members:
            members = await self._look_up_members() | await self._look_up_group()
            self._members, self._members_at = members, now
        return person in self._members

    async def seems_staff(self, person: str) -> bool:
        """Whether this person is staff as far as is known: a hint of what to show, never a permission.

        Slack is asked at most once a minute; False when it does not answer soon.
        """
        if time.monotonic() - self._members_at <= MEMBERS_SECONDS:
            return person in self._members
        try:
            async with asyncio.timeout(HINT_SECONDS):
                return await self.is_staff(person)
        except (SurfaceError, TimeoutError):
            return False

    async def name(self, person: str, otherwise: str) -> str:
        """What people call this person in Slack; `otherwise` when Slack does not say."""
        now = time.monotonic()
        known = self._names.get(person)
        if known is None or now - known.at > NAME_SECONDS:
            try:
                known = Known(await self._look_up_name(person) or otherwise, now)
            except SurfaceError:
                return otherwise
            self._names[person] = known
        return known.value

    async def _look_up_members(self) -> frozenset[str]:
        found: set[str] = set()
        cursor = ""
        for _ in range(MOST_PAGES):
            call = self._client.conversations_members(
                channel=self._channel, limit=PAGE, cursor=cursor or None
            )
            data = await looked_up(call)
            found.update(map(str, data.get("members") or ()))
            cursor = text_of(inner(data, "response_metadata"), "next_cursor")
            if not cursor:
                break
        return frozenset(found)

    async def _look_up_group(self) -> frozenset[str]:
        """The members of the user group; none while Slack refuses, so that the channel's are staff still."""
        if not self._group:
            return frozenset()
        try:
            data = await looked_up(self._client.usergroups_users_list(usergroup=self._group))
        except Refused as error:
            log.warning("staff group not read error=%s", error.code)
            return frozenset()
        return frozenset(map(str, data.get("users") or ()))

    async def _look_up_name(self, person: str) -> str:
        found = inner(await looked_up(self._client.users_info(user=person)), "user")
        profile = inner(found, "profile")
        told = (text_of(profile, "real_name"), text_of(found, "real_name"), text_of(profile, "display_name"))
        return shown_name(next(filter(None, told), ""))


def shown_name(name: str) -> str:
    """A name as others may be told it: people choose their own, so no marks, links, calls or secrets."""
    plain = MARKS.sub(" ", read_words(name).text.replace("://", " "))
    return " ".join(plain.split())[:LONGEST_NAME]
