"""Filers and staff who write to each other through cases, until told to stop; and what came of it."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from bench.desk import STAFF_CHANNEL
from bench.filers import all_said
from bot.practice.client import ControlClient, ControlFailed
from bot.practice.shapes import Json

STAFF = "staff"
REDELIVERED = 0.1
LOOK_SECONDS = 0.2
PATIENCE = 20.0
SENT = "Sent to the filer at"
OVERDUE = "is overdue."


@dataclass
class Written:
    """What was acknowledged, by its own words: what filers wrote, and what staff answered."""

    by_filers: set[str] = field(default_factory=set)
    by_staff: set[str] = field(default_factory=set)
    redelivered: int = 0

    @property
    def count(self) -> int:
        """How many messages were acknowledged."""
        return len(self.by_filers) + len(self.by_staff)


@dataclass
class Pair:
    """A filer whose case one of the staff has; they write in turn."""

    slack: ControlClient
    name: str
    written: Written
    chance: random.Random
    channel: str = ""
    card: str = ""

    async def talk(self, stop: Callable[[], bool]) -> None:
        """Ask for a person, be claimed, then write in turn until told to stop."""
        await self.ask()
        await self._claim()
        number = 0
        while not stop():
            number += 1
            await self._exchange(f"{self.name}-asks-{number}.", f"{self.name}-hears-{number}.")

    async def ask(self) -> None:
        """Ask for a person, and wait for the card."""
        person = (await self.slack.post("people", name=self.name))["people"][0]["id"]
        for text in ("hi", "person"):
            said = await self._said(person=self.name, text=text)
            self.channel = self.channel or said["channel"]
        self.card = await self._card_of(person)

    async def _exchange(self, question: str, answer: str) -> None:
        await self._said(person=self.name, text=question)
        self.written.by_filers.add(question)
        await self._arrived(question, STAFF_CHANNEL)
        await self._said(person=STAFF, text=f"to filer: {answer}", channel=STAFF_CHANNEL, thread_ts=self.card)
        self.written.by_staff.add(answer)
        await self._arrived(answer, self.channel)

    async def _arrived(self, text: str, where: str) -> None:
        """Wait for the copy, as people do; not for ever, since it may be lost."""
        for _ in range(int(PATIENCE / LOOK_SECONDS)):
            if _copies(await channel(self.slack, where), {text}):
                return
            await asyncio.sleep(LOOK_SECONDS)

    async def _said(self, **message: str) -> Json:
        """Say something; it is delivered again until the bot has it, and sometimes once more after that."""
        delivery = await self.slack.post("say", **message)
        while not delivery["acknowledged"]:
            await asyncio.sleep(LOOK_SECONDS)
            delivery = {**delivery, **await self._redeliver(delivery)}
        if self.chance.random() < REDELIVERED:
            self.written.redelivered += 1
            await self._redeliver(delivery)
        return delivery

    async def _redeliver(self, delivery: Json) -> Json:
        return await self.slack.post("redeliver", number=delivery["number"], retry_num=1)

    async def _card_of(self, person: str) -> str:
        """The ts of this filer's card, once it is there."""
        while True:
            for one in await channel(self.slack, STAFF_CHANNEL):
                if is_card(one) and f"<@{person}>" in one["message"]["text"]:
                    return str(one["ts"])
            await asyncio.sleep(LOOK_SECONDS)

    async def _claim(self) -> None:
        """Press until the card says so: a press that the bot did not take is lost, as in Slack."""
        while "Nobody has this request" in await self._shown():
            try:
                await self.slack.post(
                    "press", person=STAFF, ts=self.card, channel=STAFF_CHANNEL, label="Claim"
                )
            except ControlFailed:
                return  # the button is gone: the claim went through after all
            await asyncio.sleep(LOOK_SECONDS * 5)

    async def _shown(self) -> str:
        cards = await channel(self.slack, STAFF_CHANNEL)
        return next((str(one["message"]["text"]) for one in cards if one["ts"] == self.card), "")


@dataclass(frozen=True)
class Found:
    """What was lost and what was said twice, and how many of each kind there were."""

    lost: int
    doubled: int
    relayed: int
    cards: int
    receipts: int
    reminders: int


async def judge(
    slack: ControlClient, pairs: Iterable[Pair], written: Written, waiting: Collection[str]
) -> Found:
    """Look at everything that the bot has said to filers and in the staff channel.

    `waiting` are the cards that nobody has claimed for so long that their last reminder is due.
    """
    desk = await channel(slack, STAFF_CHANNEL)
    homes = [one for pair in pairs if pair.channel for one in await channel(slack, pair.channel)]
    copies = _copies(desk, written.by_filers) + _copies(homes, written.by_staff)
    cards = Counter(str(one["message"]["text"]).split("\n")[0] for one in desk if is_card(one))
    receipts = sum(one["message"]["text"].startswith(SENT) for one in desk)
    said = Counter(line for one in desk if (line := reminder(one)))
    overdue = {one["message"].get("thread_ts") for one in desk if reminder(one).endswith(OVERDUE)}
    missing = sum(copies[words] == 0 for words in written.by_filers | written.by_staff)
    counted = (*copies.values(), *cards.values(), *said.values())
    twice = sum(count - 1 for count in counted if count > 1)
    answered = sum(copies[words] > 0 for words in written.by_staff)
    return Found(
        lost=missing + max(answered - receipts, 0) + len(set(waiting) - overdue),
        doubled=twice + max(receipts - answered, 0),
        relayed=sum(count > 0 for count in copies.values()),
        cards=len(cards),
        receipts=receipts,
        reminders=sum(said.values()),
    )


async def channel(slack: ControlClient, where: str) -> list[Json]:
    """What the bot has said in a channel, oldest first, with all that each message ever said."""
    found: list[Json] = (await slack.get("messages", channel=where))["messages"]
    return [one for one in found if one["message"].get("bot_id")]


def is_card(message: Json) -> bool:
    """Whether a message is the card of a case."""
    return str(message["message"]["text"]).startswith("Request NG-")


def reminder(message: Json) -> str:
    """The first line of a reminder, which names case and step; empty for anything else."""
    line = str(message["message"]["text"]).split("\n")[0]
    return line if line.startswith("NG-") and "first answer" in line else ""


def _copies(messages: list[Json], wanted: set[str]) -> Counter[str]:
    """In how many messages each of these words stands."""
    counted: Counter[str] = Counter()
    for message in messages:
        said = " ".join(all_said(message)).split()
        counted.update(wanted.intersection(said))
    return counted
