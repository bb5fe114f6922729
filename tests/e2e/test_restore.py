"""Backup, go on, crash, restore, start: what was said before is not said again, and the talk goes on."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.practice import PracticeSettings, PracticeSlack
from bot.practice.faults import WebFault
from tests.cli.terminal import Ran, program
from tests.e2e.test_serve import serving
from tests.e2e.waiting import until

OPEN = "SELECT count(*), coalesce(max(tries), 0), max(leased) FROM outbox WHERE settled IS NULL"
GIVEN_BACK = (1, 0, None)
NOTHING = (0, 0, None)


class Desk:
    """A help desk as a program of its own, with a practice Slack that outlives it."""

    def __init__(self, slack: PracticeSlack, folder: Path) -> None:
        self.slack = slack
        self.folder = folder
        self.database = folder / "helpdesk.db"

    async def start(self) -> None:
        """Start the program, and wait until it is connected."""
        self.process = await serving(self.slack, self.folder)
        await self.slack.sockets.wait_for(1)

    async def crash(self) -> None:
        """End it in the middle of whatever it does."""
        self.process.kill()
        await self.process.communicate()

    async def helpdesk(self, command: str) -> Ran:
        """Run a command of the terminal on the backup, while everything else goes on."""
        arguments = (command, str(self.folder / "copy.db"), "--database", f"sqlite:///{self.database}")
        return await asyncio.to_thread(program, *arguments)

    async def say(self, *texts: str) -> None:
        """Say one thing after the other, each answered before the next."""
        for text in texts:
            assert (await self.slack.act.say("filer", text)).acknowledged
            await until(lambda: self.waiting() == NOTHING, f"{text} is answered")

    def waiting(self) -> tuple[int, int, int | None]:
        """How many rows wait, the most tries of one, and whether the sender has one in its hands."""
        with closing(sqlite3.connect(self.database)) as connection:
            count, tries, leased = connection.execute(OPEN).fetchone()
        return count, tries, leased

    def said(self) -> list[str]:
        """All that the bot has said to the filer, and then to staff."""
        channels = (self.slack.workspace.direct_channel("filer").id, "CSTAFF001")
        found = (one.content for channel in channels for one in self.slack.messages(channel))
        return [str(one["text"]) for one in found if one.get("user") == self.slack.app.person]


async def test_after_a_restore_nothing_is_said_twice_and_the_talk_goes_on(tmp_path: Path) -> None:
    async with PracticeSlack(PracticeSettings(socket_mode=True)) as slack:
        desk = Desk(slack, tmp_path)
        await desk.start()
        await desk.say("hi")
        first = slack.postman.sent[0]
        slack.faults.add(WebFault("ratelimited", "chat.postMessage", seconds=3))
        await slack.act.say("filer", "attorney")
        await until(lambda: desk.waiting() == GIVEN_BACK, "an answer waits to be sent")
        assert (await desk.helpdesk("backup")).status == 0
        await until(lambda: desk.waiting() == NOTHING, "it is sent after the backup")
        await desk.say("my own", "person")
        before = desk.said()
        await desk.crash()

        restored = await desk.helpdesk("restore")
        assert restored.out.splitlines()[-1] == "Messages to look for in Slack before they are sent: 1."
        await desk.start()
        await until(lambda: desk.waiting() == NOTHING, "what waited in the backup is settled")
        assert desk.said() == before

        await slack.postman.redeliver(first.number)
        await desk.say("my own")
        assert len(desk.said()) == len(before) + 1, "answered anew, and what came before the backup is not"
        assert "When was this PACER account made" in desk.said()[-2]
        await desk.say("person")
        numbers = [line.split("NG-")[1][:4] for line in desk.said() if "NG-" in line]
        assert len(set(numbers)) == 2, "no case has the number of another"
        await desk.crash()


async def test_a_bot_that_runs_keeps_its_database(tmp_path: Path) -> None:
    async with PracticeSlack(PracticeSettings(socket_mode=True)) as slack:
        desk = Desk(slack, tmp_path)
        await desk.start()
        await desk.say("hi")
        assert (await desk.helpdesk("backup")).status == 0
        refused = await desk.helpdesk("restore")
        assert (refused.status, refused.out) == (2, "")
        assert "Stop it first." in refused.err
        await desk.say("attorney")
        assert len(desk.said()) == 2
        await desk.crash()
