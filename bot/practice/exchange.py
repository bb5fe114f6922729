"""One call from the app: the fault it meets, its answer, and its place in the record."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate

from aiohttp import web

from bot.practice.faults import WebFault
from bot.practice.record import Call
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json, compact
from bot.practice.world import World


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call came to. `status` 0: the connection is cut without an answer."""

    status: int
    answer: Json
    committed: bool = False
    retry_after: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One call: its name in the record, its arguments, and what carries it out.

    `refused_status` is the HTTP status of a refusal: 200 in the Web API.
    """

    method: str
    arguments: Json
    run: Callable[[], Json]
    refused_status: int = 200


async def exchange(world: World, request: web.Request, asked: Asked) -> web.StreamResponse:
    """Answer one call, or let it fail as the next fault says, and record it."""
    began = time.perf_counter()
    at = world.clock.now()
    fault = world.faults.for_call(asked.method, str(asked.arguments.get("channel", "")))
    outcome = await _outcome(asked, fault)
    world.record.calls.append(
        Call(
            number=len(world.record.calls) + 1,
            method=asked.method,
            arguments=asked.arguments,
            at=at,
            seconds=time.perf_counter() - began,
            status=outcome.status,
            answer=outcome.answer,
            committed=outcome.committed,
            fault=fault.kind if fault else "",
        )
    )
    return _respond(world, request, outcome)


async def _outcome(asked: Asked, fault: WebFault | None) -> Outcome:
    if fault is None:
        return _carry_out(asked)
    stopped = _stopped_before(fault)
    if stopped is not None:
        return stopped
    if fault.kind == "slow_before":
        await asyncio.sleep(fault.seconds)
    done = _carry_out(asked)
    if fault.kind == "slow_after":
        await asyncio.sleep(fault.seconds)
    if fault.kind == "error_after":
        return Outcome(500, _error("internal_error"), done.committed)
    if fault.kind == "drop_after":
        return Outcome(0, {}, done.committed)
    return done


def _stopped_before(fault: WebFault) -> Outcome | None:
    if fault.kind == "ratelimited":
        return Outcome(429, _error("ratelimited"), retry_after=f"{fault.seconds:g}")
    if fault.kind == "error_before":
        return Outcome(500, _error("internal_error"))
    if fault.kind == "drop_before":
        return Outcome(0, {})
    if fault.kind == "refuse":
        return Outcome(200, _error(fault.code))
    if fault.kind == "html":
        return Outcome(503, {})
    return None


def _carry_out(asked: Asked) -> Outcome:
    try:
        return Outcome(200, asked.run(), committed=True)
    except SlackRefusal as refusal:
        return Outcome(asked.refused_status, refusal.as_answer())


def _error(code: str) -> Json:
    return {"ok": False, "error": code}


def _respond(world: World, request: web.Request, outcome: Outcome) -> web.StreamResponse:
    if outcome.status == 0:
        if request.transport:
            request.transport.abort()
        return web.Response(status=500)
    if not outcome.answer:
        page = "<html><body>Service unavailable</body></html>"
        return web.Response(status=outcome.status, text=page, content_type="text/html")
    headers = {
        "Date": formatdate(world.clock.now(), usegmt=True),
        "x-oauth-scopes": ",".join(sorted(world.app.scopes)),
    }
    if outcome.retry_after:
        headers["Retry-After"] = outcome.retry_after
    return web.Response(
        status=outcome.status,
        text=compact(outcome.answer),
        headers=headers,
        content_type="application/json",
    )
