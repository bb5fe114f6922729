"""Many filers at once: each types and presses through a conversation, and again until the bot has it."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.walk import Step, words
from bot.practice.client import ControlClient, ControlFailed
from bot.practice.shapes import Json

REDELIVERED = 0.1
LOOK_SECONDS = 0.2
PATIENCE = 15.0


@dataclass
class Tally:
    """What happened to the deliveries of all filers.

    `acknowledged` counts those that the bot said it has, `pressed` the clicks among them, `redelivered` the
    copies that came later; `open` are those without a reply when their filer lost patience.
    """

    acknowledged: int = 0
    redelivered: int = 0
    pressed: int = 0
    open: list[tuple["Filer", Step]] = field(default_factory=list)


@dataclass
class Filer:
    """One person with a direct message of their own, who walks the flow once."""

    slack: ControlClient
    name: str
    tally: Tally
    chance: random.Random
    channel: str = ""
    _delivered: list[int] = field(default_factory=list)

    async def walk(self, steps: tuple[Step, ...], stop: Callable[[], bool]) -> None:
        """Take the steps in order; after each wait for its reply. Ends early when told to, or left alone."""
        for step in steps:
            if stop():
                return
            delivery = await self._until_acknowledged(step)
            self.tally.acknowledged += 1
            self.tally.pressed += step.how == "press"
            await self._redeliver_sometimes(delivery)
            if not await self._answered(step):
                self.tally.open.append((self, step))
                return

    async def has_reply(self, step: Step) -> bool:
        """Whether the reply to this step stands, or stood, in the direct message."""
        return any(step.reply in said for one in await self.messages() for said in all_said(one))

    async def messages(self) -> list[Json]:
        """The bot's messages in this filer's direct message, oldest first, with all they ever said."""
        if not self.channel:
            return []
        found: list[Json] = (await self.slack.get("messages", channel=self.channel))["messages"]
        return [one for one in found if one["message"].get("bot_id")]

    async def _until_acknowledged(self, step: Step) -> Json:
        """Do it, and again while the bot is away.

        A message goes on being delivered, as Slack does; a press that failed is lost, and the person presses
        again, unless the reply came after all.
        """
        delivery = await self._do(step)
        while not delivery["acknowledged"]:
            await asyncio.sleep(LOOK_SECONDS)
            if step.how == "type":
                delivery = await self._redeliver(delivery)
            elif not await self.has_reply(step):
                delivery = await self._press_again(step, delivery)
            else:
                return delivery
        return delivery

    async def _do(self, step: Step) -> Json:
        if step.how == "press":
            newest = (await self.messages())[-1]
            return await self.slack.post(
                "press", person=self.name, ts=newest["ts"], channel=self.channel, action_id=step.what
            )
        said = await self.slack.post("say", person=self.name, text=step.what)
        self.channel = self.channel or said["channel"]
        return said

    async def _press_again(self, step: Step, before: Json) -> Json:
        try:
            return await self._do(step)
        except ControlFailed:
            return before  # the button was replaced between the look and the press: its reply has come

    async def _redeliver_sometimes(self, delivery: Json) -> None:
        """One in ten: this delivery, or an older one of this filer, comes again."""
        self._delivered.append(delivery["number"])
        if self.chance.random() < REDELIVERED:
            self.tally.redelivered += 1
            await self._redeliver({"number": self.chance.choice(self._delivered)})

    async def _redeliver(self, delivery: Json) -> Json:
        return await self.slack.post("redeliver", number=delivery["number"], retry_num=1)

    async def _answered(self, step: Step) -> bool:
        """Whether the reply comes before patience ends; restarts take a while."""
        for _ in range(int(PATIENCE / LOOK_SECONDS)):
            if await self.has_reply(step):
                return True
            await asyncio.sleep(LOOK_SECONDS)
        return await self.has_reply(step)


def all_said(message: Json) -> list[str]:
    """Everything a message ever said, in order, as it is compared."""
    return [words(version["message"].get("text", "")) for version in message["versions"]]


@dataclass(frozen=True)
class Judged:
    """What one direct message shows: replies given in two messages, and messages that no step asks for."""

    doubled: int
    unexpected: tuple[str, ...]


def judge(messages: list[Json], steps: tuple[Step, ...]) -> Judged:
    """Each reply of the walk may stand at the end of one message only; any other text, too, only once.

    A message that was replaced begins with the question it had, so only what it ends with counts; the
    same words said again in the same message change nothing for anybody.
    """
    homes: dict[str, set[str]] = {}
    unexpected = []
    for message in messages:
        for said in all_said(message):
            reply = last_reply(said, steps)
            homes.setdefault(reply or said, set()).add(message["ts"])
            if not reply:
                unexpected.append(said)
    return Judged(sum(len(places) - 1 for places in homes.values()), tuple(unexpected))


def last_reply(said: str, steps: tuple[Step, ...]) -> str:
    """Which of the walk's replies a text ends with; empty when there is none in it."""
    places = {step.reply: said.rfind(step.reply) for step in steps if step.reply in said}
    return max(places, key=lambda reply: places[reply], default="")
