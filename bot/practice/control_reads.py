"""What the control API tells: `GET /control/...`."""

from collections.abc import Callable

from bot.practice.messages import StoredMessage
from bot.practice.shapes import Json
from bot.practice.world import World


def state(world: World, asked: Json) -> Json:
    """People, channels, the app, and how many sockets it holds."""
    app = world.app
    return {
        "url": world.url,
        "api_url": world.url + "/api/",
        "workspace": world.workspace.as_json(),
        "app": {
            "request_url": app.request_url,
            "socket_mode": app.socket_mode,
            "scopes": sorted(app.scopes),
            "person": app.person,
            "bot_id": app.bot_id,
        },
        "connections": len(world.postman.sockets.connections),
        "now": world.clock.now(),
    }


def calls(world: World, asked: Json) -> Json:
    """The calls between two marks, of one method when it is named."""
    since, until = _marks(asked)
    found = world.record.since(since, until, str(asked.get("method", "")))
    return {"calls": [one.as_json() for one in found], "mark": world.record.mark()}


def counted(world: World, asked: Json) -> Json:
    """How many calls were made between two marks."""
    since, until = _marks(asked)
    return {
        "counted": world.record.counted(since, until),
        "messages": world.record.counted_messages(since, until),
    }


def messages(world: World, asked: Json) -> Json:
    """All messages of a channel, or of all, with their metadata and versions.

    With `brief`, only place, time, author, text, metadata and what happened to each.
    """
    wanted = str(asked.get("channel", ""))
    places = [world.workspace.channel(wanted)] if wanted else world.workspace.channels.values()
    told = _brief_message if asked.get("brief") else StoredMessage.as_json
    return {"messages": [told(one) for place in places for one in place.messages.values()]}


def deliveries(world: World, asked: Json) -> Json:
    """What was sent to the app: from number `since` + 1 on, or one by its `number`.

    With `brief`, without the bodies.
    """
    if "number" in asked:
        wanted = [one for one in world.postman.sent if one.number == int(asked["number"])]
    else:
        wanted = [one for one in world.postman.sent if one.number > int(asked.get("since", 0))]
    told = [one.as_json() for one in wanted]
    if asked.get("brief"):
        told = [{name: one[name] for name in one if name != "body"} for one in told]
    return {"deliveries": told}


def ephemerals(world: World, asked: Json) -> Json:
    """The messages for one person's eyes."""
    found = [{"person": one.person, **one.message.as_json()} for one in world.ephemerals]
    return {"ephemerals": found}


def views(world: World, asked: Json) -> Json:
    """All modals and App Homes ever shown."""
    found = [
        {
            "id": one.id,
            "person": one.person,
            "open": world.views.is_open(one.id),
            "view": one.content,
            "values": one.values,
            "versions": one.versions,
        }
        for one in world.views.all.values()
    ]
    return {"views": found}


def faults(world: World, asked: Json) -> Json:
    """The faults still to come."""
    return world.faults.as_json()


def _brief_message(message: StoredMessage) -> Json:
    content = message.content
    return {
        "channel": message.channel,
        "ts": message.ts,
        "deleted": message.deleted,
        "user": content.get("user"),
        "bot_id": content.get("bot_id"),
        "text": content.get("text", ""),
        "metadata": message.metadata,
        "how": [one.how for one in message.versions],
    }


def _marks(asked: Json) -> tuple[int, int | None]:
    until = asked.get("until")
    return int(asked.get("since", 0)), int(until) if until else None


READS: dict[str, Callable[[World, Json], Json]] = {
    "state": state,
    "calls": calls,
    "counted": counted,
    "messages": messages,
    "deliveries": deliveries,
    "ephemerals": ephemerals,
    "views": views,
    "faults": faults,
}
