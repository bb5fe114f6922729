"""How an attempt at a delivery ended, and what is written down about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.service.ports import DeadLetter, Delivery, Unit

PERSON = "person:"

Kind = Literal["sent", "later", "unsure", "bury", "post"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Sent (as `ts`), later (surely nothing happened), unsure (it may have), bury (given up), or post anew.

    `wait` is how many seconds until the next attempt. `channel` is where the place turned out to be. `error`
    is for the operator. `limited` is true when Slack asked us to wait, `everywhere` when it meant the whole
    workspace. `looked_up` is true when the message had to be looked for.
    """

    kind: Kind
    ts: str = ""
    channel: str = ""
    wait: float = 0.0
    error: str = ""
    limited: bool = False
    everywhere: bool = False
    looked_up: bool = False


def write_down(unit: Unit, delivery: Delivery, verdict: Verdict, now: datetime) -> None:
    """Keep the verdict with its row, and what was learned on the way."""
    due = now + timedelta(seconds=verdict.wait)
    if verdict.channel != delivery.channel and delivery.to.startswith(PERSON):
        unit.keep_channel(delivery.to, verdict.channel)
    if verdict.kind == "sent":
        unit.sent(delivery, verdict.ts, now)
        if delivery.act == "post":
            _remember_place(unit, delivery, verdict)
    elif verdict.kind == "bury":
        _give_up(unit, delivery, verdict.error, now)
    elif verdict.kind == "unsure":
        unit.unsure(delivery, due, now)
    elif verdict.kind == "post":
        unit.as_post(delivery, due)
    else:
        unit.later(delivery, due)
        if verdict.error:
            unit.dead_letter(DeadLetter(delivery.key, "outbox", verdict.error, now))


def _remember_place(unit: Unit, delivery: Delivery, verdict: Verdict) -> None:
    """Where a card or a copy is by now, for its updates."""
    if delivery.is_card:
        unit.card_sent(delivery.case, verdict.channel, verdict.ts)
    elif delivery.message:
        unit.desk.mirrored(delivery.message, verdict.channel, verdict.ts)


def _give_up(unit: Unit, delivery: Delivery, error: str, now: datetime) -> None:
    """The row is out for good; who waits for a copy can be told why there is none."""
    unit.bury(delivery, error, now)
    if delivery.message and delivery.act == "post":
        unit.desk.not_mirrored(delivery.message, error)
