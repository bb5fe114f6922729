"""What the stand-in sends to the app, and what came back."""

import asyncio
from dataclasses import asdict, dataclass, field
from typing import Literal

from bot.practice.shapes import Json, read_json

Kind = Literal["event", "echo", "interactive", "command", "raw"]

RETRIED: frozenset[Kind] = frozenset({"event", "echo"})
"""Only events are sent again; a lost press or command stays lost (slack.md 1.1)."""


@dataclass(frozen=True, slots=True)
class Retry:
    """The two retry headers: which retry this is, and what went wrong before."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One time that a delivery was sent. Times are in seconds since 1970.

    `status` is the HTTP status, 200 for an acknowledged envelope, 0 for none. `failure` is empty
    or one of Slack's retry reasons (`http_timeout`, `connection_failed`, `http_error`, ...).
    """

    via: Literal["http", "socket"]
    number: int
    sent_at: float
    answered_at: float
    status: int = 0
    body: str = ""
    failure: str = ""
    no_retry: bool = False

    @property
    def acknowledged(self) -> bool:
        """True when the app said that it has it."""
        return not self.failure


@dataclass(slots=True)
class Delivery:
    """One event, press, command or view, and each attempt to bring it to the app.

    `body` is the event envelope, the interaction or the command's fields. `ts`, `channel`,
    `trigger_id` and `event_id` are taken from it where it has them. `headers`, `raw` and
    `signed` are for `deliver_raw` alone. `trouble` says why Slack would not follow the answer.
    """

    number: int
    kind: Kind
    body: Json
    channel: str = ""
    ts: str = ""
    raw: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    signed: bool = True
    attempts: list[Attempt] = field(default_factory=list)
    held: bool = False
    trouble: str = ""
    first_tried: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def event_id(self) -> str:
        """Slack's id of the event; empty for everything else."""
        return str(self.body.get("event_id", ""))

    @property
    def trigger_id(self) -> str:
        """The trigger id that the app got with it, if any."""
        return str(self.body.get("trigger_id", ""))

    @property
    def acknowledged(self) -> bool:
        """True when the app acknowledged it at least once."""
        return any(one.acknowledged for one in self.attempts)

    @property
    def state(self) -> str:
        """`held`, `under way`, `acknowledged` or `given up`."""
        if self.acknowledged:
            return "acknowledged"
        if self.ended.is_set():
            return "given up"
        return "held" if self.held else "under way"

    @property
    def status(self) -> int:
        """The HTTP status of the last attempt; 0 when there was none."""
        return self.attempts[-1].status if self.attempts else 0

    @property
    def answer(self) -> Json | str:
        """What the app said in its acknowledgement: a JSON object, or the text."""
        for one in self.attempts:
            if one.acknowledged and one.body:
                read = read_json(one.body)
                return read if isinstance(read, dict) else one.body
        return ""

    async def settled(self) -> "Delivery":
        """Wait until it is acknowledged or given up, all retries included."""
        await self.ended.wait()
        return self

    def as_json(self) -> Json:
        """The delivery for the control API."""
        return {
            "number": self.number,
            "kind": self.kind,
            "event_id": self.event_id,
            "channel": self.channel,
            "ts": self.ts,
            "trigger_id": self.trigger_id,
            "state": self.state,
            "acknowledged": self.acknowledged,
            "status": self.status,
            "answer": self.answer,
            "trouble": self.trouble,
            "attempts": [asdict(one) for one in self.attempts],
            "body": self.body,
        }
