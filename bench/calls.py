"""How many calls to Slack each kind of turn costs, counted by the practice Slack.

`python -m bench.calls`. A call counts when it puts words before a person: `chat.postMessage`, `chat.update`,
`chat.postEphemeral` and the response URLs.
"""

import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.desk import STAFF_CHANNEL, desk
from bench.page import Chapter, Finding, run_alone
from bench.processes import start_practice
from bench.scale import Scale
from bench.walk import PATH, label, the_book
from bot.practice.client import ControlClient
from bot.practice.record import MESSAGE_METHODS
from bot.practice.shapes import Json

WAIT_SECONDS = 10.0
FILER = "filer"
COMMAND = "python -m bench.calls"
METHOD = """
The practice Slack counts the calls of one filer's turns, one after the other; a turn is over when no call has
come for a while. A look-up or the opening of the direct message is no message call, and is shown beside.
"""


@dataclass(frozen=True)
class Counted:
    """One kind of turn: how many message calls it may cost, how many it did, and the other calls it made."""

    kind: str
    limit: int
    messages: int
    others: tuple[str, ...]


class Counter:
    """Does one thing in the practice workspace and counts the calls that follow."""

    def __init__(self, slack: ControlClient, quiet: float) -> None:
        self._slack = slack
        self._quiet = quiet
        self._channel = ""

    async def typed(self, kind: str, text: str, limit: int) -> Counted:
        """A message of the filer."""
        return await self._count(kind, limit, "say", person=FILER, text=text)

    async def pressed(self, kind: str, action: str, limit: int) -> Counted:
        """A button of the newest message that offers it, to the filer."""
        button = await self._button(self._channel, action)
        return await self._count(kind, limit, "press", person=FILER, **button)

    async def staff_pressed(self, kind: str, act: str, limit: int) -> Counted:
        """A button of the newest case card."""
        button = await self._button(STAFF_CHANNEL, act)
        return await self._count(kind, limit, "press", person="staff", **button)

    async def commanded(self, kind: str, text: str, limit: int) -> Counted:
        """`/nextgen` and a word."""
        return await self._count(kind, limit, "command", person=FILER, text=text)

    async def again(self, kind: str, limit: int) -> Counted:
        """The newest message of the filer, delivered once more."""
        sent = (await self._slack.get("deliveries"))["deliveries"]
        number = [one["number"] for one in sent if one["kind"] == "event"][-1]
        return await self._count(kind, limit, "redeliver", number=number)

    async def _button(self, channel: str, ending: str) -> Json:
        messages = (await self._slack.get("messages", channel=channel))["messages"]
        offered = [
            {"channel": channel, "ts": message["ts"], "action_id": element["action_id"]}
            for message in messages
            for block in message["message"].get("blocks", [])
            for element in block.get("elements", [])
            if element.get("action_id", "").endswith(ending)
        ]
        assert offered, f"no message in {channel} offers {ending}"
        return offered[-1]

    async def _count(self, kind: str, limit: int, act: str, **asked: object) -> Counted:
        mark = (await self._slack.post("mark"))["mark"]
        delivery = await self._slack.post(act, **asked)
        self._channel = self._channel or delivery["channel"]
        assert delivery["acknowledged"], f"{kind or act} was not acknowledged"
        counted = await self._after(mark, limit)
        return Counted(
            kind, limit, counted["messages"], tuple(sorted(set(counted["counted"]) - MESSAGE_METHODS))
        )

    async def _after(self, mark: int, limit: int) -> Json:
        """The calls since `mark`, once as many as allowed have come and then none for a while."""
        deadline = time.monotonic() + WAIT_SECONDS
        while await self._messages(mark) < limit and time.monotonic() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        await asyncio.sleep(self._quiet)
        return await self._slack.get("counted", since=mark)

    async def _messages(self, mark: int) -> int:
        counted: int = (await self._slack.get("counted", since=mark))["messages"]
        return counted


def measure(scale: Scale) -> tuple[Counted, ...]:
    """Every kind of turn once."""
    return asyncio.run(_measure(scale.quiet))


def chapter(found: tuple[Counted, ...]) -> Chapter:
    """The findings, for the report."""
    return Chapter("Message calls per turn", COMMAND, METHOD, tuple(_finding(one) for one in found))


def _finding(one: Counted) -> Finding:
    others = f", and {', '.join(one.others)}" if one.others else ""
    return Finding(one.kind, f"{one.messages}{others}", f"{one.limit}", one.messages == one.limit)


async def _measure(quiet: float) -> tuple[Counted, ...]:
    with tempfile.TemporaryDirectory() as folder:
        async with await start_practice() as practice, ControlClient(practice.url) as slack:
            bot, address = desk(practice, Path(folder))
            await slack.post("app", request_url=address)
            async with bot:
                return await _turns(Counter(slack, quiet))


async def _turns(count: Counter) -> tuple[Counted, ...]:
    book = the_book()
    answers = iter(PATH.items())
    found = [await count.typed("an opening message, which asks", "hi", 1)]
    found.append(await count.pressed("an answer pressed, and a question follows", _button(next(answers)), 1))
    found.append(await count.typed("an answer typed, and a question follows", label(book, *next(answers)), 1))
    found.append(await count.again("the same message delivered again", 0))
    found.append(await count.commanded("a command that only reads: `/nextgen help`", "help", 0))
    *middle, last = answers
    for one in middle:
        await count.pressed("", _button(one), 1)
    found.append(await count.pressed("an answer pressed, and the checklist follows", _button(last), 1))
    shared = _button(("account", "shared"))
    found.append(await count.pressed("an old button that corrects an answer", shared, 1))
    found.append(await count.pressed("a press that changes nothing", shared, 0))
    found.append(await count.commanded("a command that changes: `/nextgen restart`", "restart", 1))
    found.append(await count.typed("a message that hands over: filer and card", "person", 2))
    found.append(await count.staff_pressed("staff claim the case: filer and card", "claim", 2))
    return tuple(found)


def _button(answer: tuple[str, str]) -> str:
    return f"helpdesk:{answer[0]}:{answer[1]}"


if __name__ == "__main__":
    sys.exit(run_alone(measure, chapter))
