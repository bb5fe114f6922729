"""Carrying one delivery to Slack, and saying how it ended. Never blindly twice."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.errors import OutcomeUnknown, Refused, TryLater
from bot.service.habits import Habits
from bot.service.ports import Clock, Delivery, Messenger
from bot.service.refusals import fate
from bot.service.stamps import MICROSECONDS, written_at
from bot.service.verdict import PERSON, Kind, Verdict

ADDRESS_LIVES = timedelta(minutes=29)
"""A response_url is good for 30 minutes (docs.slack.dev/interactivity/handling-user-interaction)."""

SOON = 1.0
LONGEST = 900.0
"""Seconds.

What keeps failing is tried ever more rarely: after half its age, but not sooner or later than these.
"""

NEVER_SENT = "never_sent"
"""The error of a change to a copy that never reached its place."""

UNKNOWN = "outcome_unknown"
"""The error of a row that was sent several times, never found, and never confirmed."""

log = logging.getLogger(__name__)


class Courier:
    """Carries deliveries. It keeps nothing: what it finds out is in the verdict."""

    def __init__(self, messenger: Messenger, clock: Clock, habits: Habits) -> None:
        self._messenger = messenger
        self._clock = clock
        self._habits = habits

    async def carry(self, delivery: Delivery) -> Verdict:
        """Bring a claimed row to its place; one of unknown outcome is looked up before it is repeated.

        It ends well within the lease, after which others may take the row. Raises nothing: every failure is
        a verdict.
        """
        trip = Trip(self._messenger, self._clock.now(), self._habits, delivery)
        try:
            async with asyncio.timeout(self._habits.lease / 2):
                return await trip.go()
        except TryLater as limit:
            wait = max(limit.seconds, SOON)
            return trip.ends("later", wait=wait, limited=True, everywhere=limit.everywhere)
        except Refused as refusal:
            return trip.refused(refusal.code)
        except (OutcomeUnknown, TimeoutError):
            return trip.unsure(UNKNOWN) if trip.acting else trip.ends("later", wait=trip.pause())
        except Exception as error:
            log.error("delivery failed key=%s error=%s", delivery.key, type(error).__name__)
            return trip.unsure(type(error).__name__)


class Trip:
    """One attempt at one delivery. How far it came tells what an error means."""

    def __init__(self, messenger: Messenger, now: datetime, habits: Habits, delivery: Delivery) -> None:
        self._messenger = messenger
        self._now = now
        self._habits = habits
        self._delivery = delivery
        self._channel = delivery.channel
        self._looked_up = False
        self.acting = False

    async def go(self) -> Verdict:
        """Find the place, look for the message if it may be there, then act."""
        if self._delivery.act == "publish":
            return await self._publish()
        if self._delivery.act == "replace":
            return await self._replace()
        await self._find_place()
        if self._delivery.act == "update":
            return await self._update()
        return await self._known() or await self._post()

    def ends(self, kind: Kind, **more: Any) -> Verdict:
        """A verdict with what is known of the trip."""
        return Verdict(kind, channel=self._channel, looked_up=self._looked_up, **more)

    def refused(self, code: str) -> Verdict:
        """The verdict on a refusal, by the table of codes."""
        end = fate(self._delivery, code)
        if end == "unsure":
            return self.unsure(code)
        if end == "reopen":
            self._channel = ""
            return self.ends("later", wait=SOON)
        if end == "keep":
            return self.ends("later", wait=self.pause(), error=code)
        return self.ends("post") if end == "post" else self.ends("bury", error=code)

    def unsure(self, error: str) -> Verdict:
        """The verdict on an attempt that may have taken effect; the last of many is given up where it can be.

        A post that got no answer is given up only after it was looked for once more; an App Home is shown
        again, ever more rarely.
        """
        if self._delivery.act == "publish":
            return self.ends("later", wait=self.pause())
        last = self._delivery.tries + 1 >= self._habits.tries
        if last and (self._delivery.act == "update" or error != UNKNOWN):
            return self.ends("bury", error=error)
        return self.ends("unsure", wait=SOON)

    def pause(self) -> float:
        """How long to leave a row alone that keeps failing, in seconds: half its age."""
        age = self._now - (self._delivery.created or self._now)
        return min(max(age.total_seconds() / 2, SOON), LONGEST)

    async def _find_place(self) -> None:
        if not self._channel:
            kind, _, name = self._delivery.to.partition(":")
            self._channel = await self._messenger.open_direct(name) if f"{kind}:" == PERSON else name

    async def _known(self) -> Verdict | None:
        """What is known of earlier attempts; None when there were none, or when they surely failed."""
        one = self._delivery
        if not one.tries or one.claimed is None or not self._habits.look_up:
            return None
        self._looked_up = True
        ts = await self._messenger.find(self._channel, one.under, one.key, _earliest(one))
        if ts:
            return self.ends("sent", ts=ts)
        unsettled = one.claimed + timedelta(seconds=self._settle()) - self._now
        if unsettled > timedelta():
            return self.ends("later", wait=unsettled.total_seconds())
        return self.ends("bury", error=UNKNOWN) if one.tries >= self._habits.tries else None

    def _settle(self) -> float:
        """How old the last attempt must be: longer after each that was not found."""
        return self._habits.settle * 1.5 ** (self._delivery.tries - 1)

    async def _post(self) -> Verdict:
        one = self._delivery
        if one.case and one.to.startswith(PERSON):
            await self._messenger.check_person(one.to.removeprefix(PERSON))
        self.acting = True
        ts = await self._messenger.post(self._channel, one.under, one.content, one.key)
        return self.ends("sent", ts=ts)

    async def _update(self) -> Verdict:
        """Change a message; a card that was never posted is posted with what it says by now."""
        one = self._delivery
        if not one.ts:
            return self.ends("bury", error=NEVER_SENT) if one.message else self.ends("post")
        self.acting = True
        await self._messenger.update(self._channel, one.ts, one.content, one.key)
        return self.ends("sent", ts=one.ts)

    async def _publish(self) -> Verdict:
        self.acting = True
        person = self._delivery.to.partition(":")[2]
        await self._messenger.publish(person, self._delivery.content)
        return self.ends("sent")

    async def _replace(self) -> Verdict:
        """Replace the pressed message: harmless to repeat.

        When its address is spent, the content is posted.
        """
        one = self._delivery
        fresh = one.created is not None and self._now - one.created < ADDRESS_LIVES
        if one.response_url and fresh and one.tries < self._habits.tries:
            self.acting = True
            try:
                await self._messenger.replace(one.response_url, one.content, one.key)
                return self.ends("sent", ts=one.ts)
            except Refused:
                self.acting = False
        await self._find_place()
        return await self._known_replaced() or self.ends("post")

    async def _known_replaced(self) -> Verdict | None:
        known = await self._known()
        return None if known is not None and known.kind == "bury" else known


def _earliest(delivery: Delivery) -> datetime:
    """When the message may have been written: one that was replaced keeps the time of the first."""
    pressed = written_at(delivery.ts) if delivery.act == "replace" else 0
    if pressed:
        return datetime.fromtimestamp(pressed / MICROSECONDS, UTC)
    return delivery.created or delivery.due
