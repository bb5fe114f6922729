"""The page's margin: the calls of the app, the deliveries to it, the faults to come."""

from bot.practice.deliveries import Delivery
from bot.practice.record import Call
from bot.practice.shapes import Json, as_object, as_objects
from bot.practice.world import World

NEWEST = 12
"""How many calls and deliveries are shown."""


def traffic(world: World) -> Json:
    """The newest calls and deliveries, newest first, and the faults still to come."""
    return {
        "calls": [_call(one) for one in reversed(world.record.calls[-NEWEST:])],
        "deliveries": [_delivery(one) for one in reversed(world.postman.sent[-NEWEST:])],
        "faults": world.faults.as_json(),
        "connections": len(world.postman.sockets.connections),
        "mode": "Socket Mode" if world.app.socket_mode else "HTTP",
    }


def _call(call: Call) -> Json:
    return {
        "number": call.number,
        "method": call.method,
        "at": call.at,
        "ms": round(call.seconds * 1000),
        "status": call.status,
        "error": call.answer.get("error", ""),
        "fault": call.fault,
        "committed": call.committed,
    }


def _delivery(delivery: Delivery) -> Json:
    attempts = delivery.attempts
    took = sum(one.answered_at - one.sent_at for one in attempts)
    return {
        "number": delivery.number,
        "kind": delivery.kind,
        "what": _what(delivery.body),
        "state": delivery.state,
        "attempts": len(attempts),
        "ms": round(took * 1000),
        "trouble": delivery.trouble,
    }


def _what(body: Json) -> str:
    """The kind of event, interaction or command; never its text."""
    if "command" in body:
        return str(body["command"])
    event = as_object(body.get("event"))
    kind = str(event.get("type") or body.get("type", ""))
    part = event.get("subtype") or "".join(
        str(one.get("type", "")) for one in as_objects(body.get("actions"))
    )
    return f"{kind}.{part}" if part else kind
