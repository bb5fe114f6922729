"""Kill the bot again and again under load, and count what was lost and what was said twice.

`python -m bench.crash --kills 50 --json` runs the real `helpdesk serve` against the practice Slack, which is
a process of its own and is never killed. Lost: acknowledged, and no reply 30 seconds after the last restart.
Doubled: two messages for one delivery, by content. Both must be 0, else the exit status is 1.

`--without look-up` spoils the sender (it never asks Slack whether a message arrived) and must double;
`--ack-first` acknowledges before the turn is saved and must lose. When they do not, the measurement itself
is blind, and the exit status is 1 too.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.desk import SERVE, desk
from bench.desk_crash import DeskReport, measure_desk
from bench.filers import Filer, Tally, judge
from bench.processes import Program, start_practice
from bench.walk import Step, mixed_walk, the_book
from bot.practice.client import ControlClient

TURNS_A_KILL = 20
FILERS = 30
SETTLE_SECONDS = 30.0
QUIET_SECONDS = 2.0
SLOW_SECONDS = 0.03
LONGEST_PAUSE = 0.3
STUCK_SECONDS = 60.0

SPOILT = {
    "without look-up": ("-m", "bench.spoilt", "without-look-up"),
    "ack first": ("-m", "bench.spoilt", "ack-first"),
}


@dataclass(frozen=True)
class Plan:
    """What to measure: `variant` is as shipped, no metadata, without look-up, or ack first."""

    variant: str = "as shipped"
    kills: int = 50
    seed: int = 20261122
    filers: int = FILERS


@dataclass(frozen=True)
class Report:
    """What one run found; counts, but for the median restart in seconds.

    `turns` are deliveries that were acknowledged, `pressed` those of them that were clicks. `unexpected` are
    messages that no step of the walk asks for, such as an excuse.
    """

    variant: str
    kills: int
    turns: int
    pressed: int
    redelivered: int
    lost: int
    doubled: int
    looked_up: int
    unexpected: int
    restart_median: float

    @property
    def as_expected(self) -> bool:
        """Nothing lost and nothing doubled; or, where it was spoilt on purpose, the fault it must show."""
        if self.variant == "without look-up":
            return self.doubled > 0
        if self.variant == "ack first":
            return self.lost > 0
        return self.lost == 0 and self.doubled == 0


def main() -> int:
    """Run the measurement the command line asks for; 0 when it came out as it must."""
    options = _options()
    report: Report | DeskReport
    variant = _variant(options)
    if options.desk:
        arguments = SPOILT.get(variant, SERVE)
        report = asyncio.run(measure_desk(variant, arguments, options.kills, options.seed))
    else:
        report = asyncio.run(measure(Plan(variant, options.kills, options.seed)))
    shown = asdict(report)
    print(
        json.dumps(shown)
        if options.json
        else "\n".join(f"{name:16} {value}" for name, value in shown.items())
    )
    return 0 if report.as_expected else 1


async def measure(plan: Plan) -> Report:
    """One run: `kills` times at least twenty turns and a SIGKILL at a random moment."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            await start_practice("--retry-scale", "0.01") as practice,
            ControlClient(practice.url) as slack,
        ):
            bot, address = desk(practice, Path(folder), SPOILT.get(plan.variant, SERVE))
            await slack.post("app", request_url=address)
            await _answer_slowly(slack, no_metadata=plan.variant == "no metadata")
            async with bot:
                storm = Storm(bot, slack, plan)
                await storm.rage()
                await storm.settle()
                return await storm.report()


class Storm:
    """The filers, the kills, and what came of them."""

    def __init__(self, bot: Program, slack: ControlClient, plan: Plan) -> None:
        self._bot = bot
        self._slack = slack
        self._plan = plan
        self._steps = mixed_walk(the_book())
        self._chance = random.Random(plan.seed)
        self._tally = Tally()
        self._filers: list[Filer] = []
        self._over = asyncio.Event()

    async def rage(self) -> None:
        """Keep the filers going while the bot is killed and started; then let everybody finish their turn."""
        async with asyncio.TaskGroup() as crowd:
            for _ in range(self._plan.filers):
                crowd.create_task(self._keep_walking())
            for _ in range(self._plan.kills):
                await self._turns(TURNS_A_KILL)
                await asyncio.sleep(self._chance.random() * LONGEST_PAUSE)
                await self._bot.kill()
                await self._bot.start()
            self._last_restart = time.monotonic()
            self._over.set()

    async def settle(self) -> None:
        """Wait until every reply has come and no call more; at most 30 seconds after the last restart."""
        calls, quiet_since = -1, time.monotonic()
        while time.monotonic() < self._last_restart + SETTLE_SECONDS:
            await asyncio.sleep(0.25)
            counted = (await self._slack.post("mark"))["mark"]
            if counted != calls:
                calls, quiet_since = counted, time.monotonic()
            elif time.monotonic() > quiet_since + QUIET_SECONDS and not await self._lost():
                return

    async def report(self) -> Report:
        """What is lost and doubled now."""
        judged = [judge(await filer.messages(), self._steps) for filer in self._filers]
        counted = (await self._slack.get("counted"))["counted"]
        return Report(
            variant=self._plan.variant,
            kills=self._plan.kills,
            turns=self._tally.acknowledged,
            pressed=self._tally.pressed,
            redelivered=self._tally.redelivered,
            lost=len(await self._lost()),
            doubled=sum(one.doubled for one in judged),
            looked_up=counted.get("conversations.history", 0) + counted.get("conversations.replies", 0),
            unexpected=sum(len(one.unexpected) for one in judged),
            restart_median=round(statistics.median(self._bot.starts), 2),
        )

    async def _turns(self, number: int) -> None:
        target, deadline = self._tally.acknowledged + number, time.monotonic() + STUCK_SECONDS
        while self._tally.acknowledged < target:
            if time.monotonic() > deadline:
                raise TimeoutError(f"fewer than {number} turns in {STUCK_SECONDS:.0f} seconds")
            await asyncio.sleep(0.01)

    async def _keep_walking(self) -> None:
        while not self._over.is_set():
            filer = Filer(self._slack, f"filer_{len(self._filers)}", self._tally, self._chance)
            self._filers.append(filer)
            await self._slack.post("people", name=filer.name)
            await filer.walk(self._steps, self._over.is_set)

    async def _lost(self) -> list[tuple[Filer, Step]]:
        return [(filer, step) for filer, step in self._tally.open if not await filer.has_reply(step)]


async def _answer_slowly(slack: ControlClient, *, no_metadata: bool) -> None:
    """Slack answers 30 ms after it took a message, so that a kill can fall in between."""
    slow = {"kind": "slow_after", "method": "chat.postMessage", "count": 1_000_000, "seconds": SLOW_SECONDS}
    await slack.post("faults", web=[slow], no_metadata=no_metadata)


def _variant(options: argparse.Namespace) -> str:
    if options.without:
        return f"without {options.without}"
    if options.ack_first:
        return "ack first"
    return "no metadata" if options.no_metadata else "as shipped"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--desk", action="store_true", help="filers and staff write through cases")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--no-metadata", action="store_true", help="Slack's history leaves the metadata out")
    chosen.add_argument("--without", choices=["look-up"], default="", help="spoil the sender; it must double")
    chosen.add_argument("--ack-first", action="store_true", help="acknowledge before saving; it must lose")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
