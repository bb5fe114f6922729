"""One help desk at the practice Slack, and what a test does with it."""

import io
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.practice import PracticeSlack
from bot.practice.deliveries import Delivery
from bot.practice.messages import StoredMessage
from bot.service.habits import Habits, Pace
from bot.service.ports import DeadLetter
from bot.settings import Settings, read_settings
from bot.storage.database import open_store
from bot.wiring import Bot, Parts, SystemClock, open_book
from tests.e2e.waiting import until

STAFF = "CSTAFF001"
HABITS = Habits(poll=0.05, settle=0.3, pace=Pace(0, 1000, 0, 1000))
"""No pause between messages, and a short wait before "not there" is believed."""


@cache
def court_book() -> Book:
    """The shipped flows, compiled once for all tests, as one process does for all filers."""
    return open_book(read_settings({"SLACK_BOT_TOKEN": "xoxb-none", "SLACK_APP_TOKEN": "xapp-none"}))


@dataclass
class Line:
    """The practice Slack, the bot, its database and its log; `mode` is socket or http."""

    slack: PracticeSlack
    mode: str
    database: Path
    logs: io.StringIO
    bot: Bot = field(init=False)

    def settings(self, **values: str) -> Settings:
        """The settings of a bot at this practice Slack."""
        app = self.slack.app
        return read_settings(
            {
                "HELPDESK_MODE": self.mode,
                "HELPDESK_CLOUD": "practice",
                "HELPDESK_SLACK_URL": self.slack.url,
                "HELPDESK_DATABASE": f"sqlite:///{self.database}",
                "HELPDESK_PORT": "0",
                "HEALTH_PORT": "0",
                "HELPDESK_STAFF_CHANNEL": STAFF,
                "SLACK_BOT_TOKEN": app.bot_token,
                "SLACK_APP_TOKEN": app.app_token,
                "SLACK_SIGNING_SECRET": app.signing_secret,
                **values,
            }
        )

    async def start(self, **values: str) -> None:
        """Start the bot and let Slack's deliveries reach it."""
        settings = self.settings(**values)
        store = open_store(settings.database, settings.court)
        self.bot = Bot(Parts(settings, court_book(), store, SystemClock(), HABITS))
        await self.bot.start()
        self.slack.app.request_url = self.bot.url or self.slack.app.request_url

    async def quiet(self) -> None:
        """Wait until everything was delivered, and everything that is to be said is said."""
        await self.slack.postman.idle()
        await until(self.nothing_waits, "the outbox is empty")

    async def nothing_waits(self) -> bool:
        """Whether the outbox is empty."""
        now = self.bot.parts.clock.now()
        waiting, _ = await self.bot.parts.store.run(lambda unit: unit.backlog(now))
        return waiting == 0

    async def say(self, first: str, *others: str, person: str = "filer", **fields: Any) -> Delivery:
        """Say one thing after the other, each answered before the next; the last delivery."""
        delivery = await self.slack.act.say(person, first, **fields)
        assert delivery.acknowledged
        await self.quiet()
        return await self.say(*others, person=person, **fields) if others else delivery

    async def press(
        self, label: str, message: StoredMessage | None = None, person: str = "filer"
    ) -> Delivery:
        """Press a button by its words, of the newest message unless another is named."""
        message = message or self.newest(person)
        delivery = await self.slack.act.press(person, message.ts, channel=message.channel, label=label)
        assert delivery.acknowledged
        await self.quiet()
        return delivery

    async def close(self, words: str = "") -> None:
        """The first of the staff closes the first case by its form."""
        case = next(one for one in self.cards() if "Request NG-" in one.content["text"])
        await self.press("Close", case, person="staff")
        modal = self.slack.views.stack("USTAFF001")[-1]
        await self.slack.act.submit_view("staff", modal.id, {"words": {"value": words}} if words else {})
        await self.quiet()

    def said(self, person: str = "filer") -> list[StoredMessage]:
        """What the bot has said to somebody, oldest first."""
        channel = self.slack.workspace.direct_channel(person).id
        ours = self.slack.app.person
        return [one for one in self.slack.messages(channel) if one.content.get("user") == ours]

    def newest(self, person: str = "filer") -> StoredMessage:
        """The newest thing that the bot has said to somebody."""
        return self.said(person)[-1]

    def words(self, person: str = "filer") -> str:
        """The words of the newest message."""
        return str(self.newest(person).content["text"])

    def cards(self) -> list[StoredMessage]:
        """What stands in the staff channel."""
        return self.slack.messages(STAFF)

    async def conversation(self, person: str = "UFILER001") -> Conversation | None:
        """What is kept of somebody's conversation."""
        return await self.bot.parts.store.run(lambda unit: unit.conversation(f"{person}.own"))

    async def told(self, person: str = "UFILER001") -> dict[str, str]:
        """The answers that are kept, by question."""
        found = await self.conversation(person)
        return {question: told.answer for question, told in found.told.items()} if found else {}

    async def dead_letters(self) -> list[DeadLetter]:
        """What the operator finds."""
        return list(await self.bot.parts.store.run(lambda unit: unit.dead_letters()))
