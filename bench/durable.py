"""A full durable turn over HTTP against a bare Bolt app that acknowledges and posts one message.

`python -m bench.durable`. Both are processes of their own, get the same signed events in a closed loop of
eight, and post to the same practice Slack; a round ends when the last message has arrived there, so that the
backlog counts. The bot writes every turn to SQLite with `synchronous=FULL` before it acknowledges.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.desk import desk
from bench.load import Place, closed_loop, open_places, typed
from bench.page import Chapter, Finding, at_most, run_alone
from bench.processes import Practice, Program, free_port, start_practice
from bench.rounds import Compared, paired
from bench.scale import Scale
from bench.walk import Step, the_book, typed_walk
from bot.practice.client import ControlClient

LIMIT = 6.0
GOAL = 3.0
UNPACED = ("-m", "bench.serving")
ROUNDS = 5
DRAIN_SECONDS = 120.0
COMMAND = "python -m bench.durable"
METHOD = """
{events} typed messages a round, eight at a time, walk `nextgen` from the first word to the checklist. Each
is read, settled, committed to SQLite (`synchronous=FULL`) and only then acknowledged; the sender posts the
reply, here without the pauses it makes for Slack. The bare Bolt app (`bench/bare_bolt.py`) acknowledges and
posts one line. Processor time of each server's process, its backlog drained, in rounds that take turns.
"""


@dataclass(frozen=True)
class Durable:
    """Events a round, processor milliseconds an event, and the median acknowledgement in milliseconds."""

    events: int
    processor: Compared
    acknowledged: Compared


@dataclass(frozen=True)
class Side:
    """One of the two programs under load, and where its events go."""

    program: Program
    address: str


@dataclass(frozen=True)
class Round:
    """What one round cost: processor and median acknowledgement, milliseconds an event."""

    processor: float
    acknowledged: float


def measure(scale: Scale) -> Durable:
    """Rounds of both, in turns."""
    return asyncio.run(_measure(scale))


def chapter(found: Durable) -> Chapter:
    """The findings, for the report."""
    ours, theirs = found.processor.ours, found.processor.theirs
    goal = "reached" if found.processor.ratio <= GOAL else "not reached"
    return Chapter(
        "A full durable turn over HTTP",
        COMMAND,
        METHOD.format(events=found.events),
        (
            at_most("processor time of a turn, in bare Bolt's", found.processor.ratio, LIMIT),
            Finding("the same, least and greatest round", found.processor.spread),
            Finding(f"the goal of {GOAL:.0f}", goal),
            Finding("processor time of a durable turn", f"{ours:.2f} ms"),
            Finding("processor time of the bare app", f"{theirs:.2f} ms"),
            Finding("acknowledgement, median, eight at a time", f"{found.acknowledged.ours:.1f} ms"),
            Finding("the bare app's (before it does anything)", f"{found.acknowledged.theirs:.1f} ms"),
        ),
    )


async def _measure(scale: Scale) -> Durable:
    with tempfile.TemporaryDirectory() as folder:
        async with await start_practice("--no-echo") as practice, ControlClient(practice.url) as slack:
            ours, theirs = Side(*desk(practice, Path(folder), UNPACED)), _bare(practice, Path(folder))
            async with ours.program, theirs.program:
                return await _rounds(practice, slack, (ours, theirs), scale)


async def _rounds(
    practice: Practice, slack: ControlClient, sides: tuple[Side, Side], scale: Scale
) -> Durable:
    steps = typed_walk(the_book())
    for side in sides:
        await _round(practice, slack, side, (await _places(practice, slack, 2), steps))
    found = []
    for _ in range(min(ROUNDS, scale.rounds)):
        people = await _places(practice, slack, scale.filers)
        found.append([await _round(practice, slack, side, (people, steps)) for side in sides])
    return Durable(
        scale.filers * len(steps),
        paired([(ours.processor, theirs.processor) for ours, theirs in found]),
        paired([(ours.acknowledged, theirs.acknowledged) for ours, theirs in found]),
    )


async def _round(
    practice: Practice, slack: ControlClient, side: Side, load: tuple[list[Place], tuple[Step, ...]]
) -> Round:
    people, steps = load
    mark = (await slack.post("mark"))["mark"]
    before, seconds = side.program.processor_seconds, list[float]()
    for step in steps:
        bodies = [typed(place, step.what) for place in people]
        acks = await closed_loop(side.address, practice.signing_secret, bodies)
        assert not acks.refused, f"{len(acks.refused)} events were refused: {acks.refused[0]}"
        seconds += acks.seconds
    events = len(people) * len(steps)
    await _drained(slack, mark, events)
    processor = (side.program.processor_seconds - before) / events
    return Round(processor * 1000, statistics.median(seconds) * 1000)


async def _drained(slack: ControlClient, mark: int, messages: int) -> None:
    """Wait until each event has its message, and make sure that none has two."""
    deadline = time.monotonic() + DRAIN_SECONDS
    counted = 0
    while counted < messages and time.monotonic() < deadline:
        await asyncio.sleep(0.05)
        counted = (await slack.get("counted", since=mark))["messages"]
    assert counted == messages, f"{counted} messages for {messages} events"


async def _places(practice: Practice, slack: ControlClient, number: int) -> list[Place]:
    """So many new people, each with a direct message."""
    mark = (await slack.get("state"))["now"]
    people = (await slack.post("people", count=number, prefix=f"walker_{mark}_"))["people"]
    return await open_places(practice.api_url, practice.bot_token, [one["id"] for one in people])


def _bare(practice: Practice, folder: Path) -> Side:
    port = free_port()
    root = f"http://127.0.0.1:{port}"
    environment = {"SLACK_BOT_TOKEN": practice.bot_token, "SLACK_SIGNING_SECRET": practice.signing_secret}
    arguments = ("-m", "bench.bare_bolt", str(port), practice.api_url)
    program = Program(arguments, environment, f"{root}/health/ready", folder / "bare.log")
    return Side(program, f"{root}/slack/events")


if __name__ == "__main__":
    sys.exit(run_alone(measure, chapter))
