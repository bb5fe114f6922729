"""Kill the bot again and again while filers and staff write to each other through cases.

`python -m bench.crash --desk --kills 50 --json`. Lost: words that were acknowledged and did not reach the
other side, an arrival that the thread does not tell, or a last reminder of a case that nobody claimed.
Doubled: two copies of the same words, two cards of one case, two reports of one arrival, one reminder twice.
"""

import asyncio
import random
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.casework import Found, Pair, Written, judge
from bench.desk import SERVE, desk
from bench.desk_court import COURT, OVERDUE_SECONDS, flows_in
from bench.processes import Program, start_practice
from bot.practice.client import ControlClient

PAIRS = 10
WAITING = 5
"""Cases that nobody claims."""
WORDS_A_KILL = 4
"""Slack takes about one message a second in the staff channel, and what is written goes through it."""
SETTLE_SECONDS = 30.0
SLOW_SECONDS = 0.03
LONGEST_PAUSE = 0.3
STUCK_SECONDS = 90.0


@dataclass(frozen=True)
class DeskReport:
    """What one run found; counts, but for the median restart in seconds.

    `written` are the messages that were acknowledged, `relayed` those of which the other side has a copy.
    """

    variant: str
    kills: int
    written: int
    relayed: int
    cards: int
    receipts: int
    reminders: int
    redelivered: int
    lost: int
    doubled: int
    restart_median: float

    @property
    def as_expected(self) -> bool:
        """Nothing lost and nothing doubled; or, without the look-up, something doubled."""
        if self.variant == "without look-up":
            return self.doubled > 0
        return self.lost == 0 and self.doubled == 0


async def measure_desk(variant: str, arguments: tuple[str, ...] | None, kills: int, seed: int) -> DeskReport:
    """One run: `kills` times at least four messages and a SIGKILL at a random moment."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            await start_practice("--retry-scale", "0.01") as practice,
            ControlClient(practice.url) as slack,
        ):
            flows = flows_in(Path(folder))
            settings = {"HELPDESK_FLOWS": str(flows), "HELPDESK_COURT": COURT}
            bot, address = desk(practice, Path(folder), arguments or SERVE, **settings)
            await slack.post("app", request_url=address)
            slow = {"kind": "slow_after", "method": "chat.postMessage", "count": 1_000_000}
            await slack.post("faults", web=[{**slow, "seconds": SLOW_SECONDS}])
            async with bot:
                office = Office(bot, slack, random.Random(seed))
                await office.rage(kills)
                found = await office.settle()
                return DeskReport(
                    variant=variant,
                    kills=kills,
                    written=office.written.count,
                    relayed=found.relayed,
                    cards=found.cards,
                    receipts=found.receipts,
                    reminders=found.reminders,
                    redelivered=office.written.redelivered,
                    lost=found.lost,
                    doubled=found.doubled,
                    restart_median=round(statistics.median(bot.starts), 2),
                )


class Office:
    """The pairs, the kills, and what came of them."""

    def __init__(self, bot: Program, slack: ControlClient, chance: random.Random) -> None:
        self.written = Written()
        self._bot = bot
        self._chance = chance
        self._slack = slack
        self._pairs = [Pair(slack, f"filer_{number}", self.written, chance) for number in range(PAIRS)]
        self._waiting = [Pair(slack, f"waiting_{number}", self.written, chance) for number in range(WAITING)]
        self._over = asyncio.Event()

    async def rage(self, kills: int) -> None:
        """Keep everybody writing while the bot is killed and started; then let them finish."""
        async with asyncio.TaskGroup() as crowd:
            for pair in self._waiting:
                crowd.create_task(pair.ask())
            for pair in self._pairs:
                crowd.create_task(pair.talk(self._over.is_set))
            for _ in range(kills):
                await self._words(WORDS_A_KILL)
                await asyncio.sleep(self._chance.random() * LONGEST_PAUSE)
                await self._bot.kill()
                await self._bot.start()
            self._over.set()

    async def settle(self) -> Found:
        """What is lost and doubled, once every reminder is due and all has had half a minute to arrive."""
        deadline = time.monotonic() + OVERDUE_SECONDS + SETTLE_SECONDS
        found = await self._judged()
        while found.lost and time.monotonic() < deadline:
            await asyncio.sleep(0.5)
            found = await self._judged()
        await asyncio.sleep(2)
        return await self._judged()

    async def _judged(self) -> Found:
        return await judge(self._slack, self._pairs, self.written, [one.card for one in self._waiting])

    async def _words(self, number: int) -> None:
        target, deadline = self.written.count + number, time.monotonic() + STUCK_SECONDS
        while self.written.count < target:
            if time.monotonic() > deadline:
                raise TimeoutError(f"fewer than {number} messages in {STUCK_SECONDS:.0f} seconds")
            await asyncio.sleep(0.01)
