"""What the control API does: `POST /control/...`."""

from collections.abc import Awaitable, Callable

from bot.practice.acting import Acting
from bot.practice.deliveries import Retry
from bot.practice.faults import DeliveryFault, WebFault
from bot.practice.shapes import Json
from bot.practice.world import World

Act = Callable[[World, Json], Awaitable[Json]]

ACTING = (
    "say",
    "edit",
    "delete",
    "press",
    "press_in_view",
    "command",
    "open_home",
    "submit_view",
    "close_view",
    "event",
    "deliver_raw",
)


def _act(name: str) -> Act:
    async def do(world: World, asked: Json) -> Json:
        delivery = await getattr(Acting(world), name)(**asked)
        return delivery.as_json() if delivery else {}

    return do


async def set_app(world: World, asked: Json) -> Json:
    """Change the app's configuration; `verify` asks the request URL to prove itself."""
    app = world.app
    app.request_url = asked.get("request_url", app.request_url)
    app.socket_mode = asked.get("socket_mode", app.socket_mode)
    app.scopes = set(asked.get("scopes", app.scopes))
    app.app_scopes = set(asked.get("app_scopes", app.app_scopes))
    if asked.get("verify"):
        return {"verified": await world.postman.http.challenge()}
    return {}


async def add_people(world: World, asked: Json) -> Json:
    """Add one person, or `count` of them called `prefix` and a number."""
    about = dict(asked)
    number, prefix = about.pop("count", None), about.pop("prefix", "person")
    if number is None:
        people = [world.workspace.add_person(**about)]
    else:
        names = [f"{prefix}{place + 1}" for place in range(number)]
        people = [world.workspace.add_person(name, **about) for name in names]
    return {"people": [{"id": one.id, "name": one.name} for one in people]}


async def change_person(world: World, asked: Json) -> Json:
    """Change fields of a `person`, such as `deleted`."""
    about = dict(asked)
    person = world.workspace.change_person(about.pop("person"), **about)
    return {"id": person.id, "name": person.name}


async def set_channel(world: World, asked: Json) -> Json:
    """Add a channel, or change the one with this `id`."""
    about = dict(asked)
    channel = world.workspace.channels.get(about.get("id", ""))
    if channel is None:
        channel = world.workspace.add_channel(**about)
    for name in ("members", "name", "is_archived", "is_ext_shared", "is_pending_ext_shared", "is_org_shared"):
        if name in about:
            setattr(channel, name, about[name])
    return {"id": channel.id}


async def redeliver(world: World, asked: Json) -> Json:
    """Deliver `number` once more; with `retry_num`, as a retry."""
    number = asked.get("retry_num")
    retry = Retry(number, asked.get("retry_reason", "http_timeout")) if number else None
    return (await world.postman.redeliver(asked["number"], retry)).as_json()


async def release(world: World, asked: Json) -> Json:
    """Deliver what was held: one `number`, or everything."""
    going = world.postman.release(asked.get("number"))
    return {"released": [one.number for one in going]}


async def idle(world: World, asked: Json) -> Json:
    """Wait until nothing is under way."""
    await world.postman.idle()
    return {}


async def add_faults(world: World, asked: Json) -> Json:
    """Let things go wrong."""
    web = [WebFault(**one) for one in asked.get("web", [])]
    deliveries = [DeliveryFault(**one) for one in asked.get("deliveries", [])]
    world.faults.web += web
    world.faults.deliveries += deliveries
    world.faults.no_metadata = asked.get("no_metadata", world.faults.no_metadata)
    world.faults.mute = asked.get("mute", world.faults.mute)
    return world.faults.as_json()


async def sockets(world: World, asked: Json) -> Json:
    """`disconnect` all sockets with a reason, or `drop` them without a word."""
    if asked.get("drop"):
        return {"connections": world.postman.sockets.drop()}
    reason, after = asked.get("disconnect", "refresh_requested"), asked.get("after", 0)
    return {"connections": await world.postman.sockets.disconnect(reason, after)}


async def move_clock(world: World, asked: Json) -> Json:
    """Let seconds pass at once."""
    world.clock.move(asked["move"])
    return {"now": world.clock.now()}


async def mark(world: World, asked: Json) -> Json:
    """Where the record of calls stands."""
    return {"mark": world.record.mark()}


ACTS: dict[str, Act] = {
    **{name: _act(name) for name in ACTING},
    "app": set_app,
    "people": add_people,
    "person": change_person,
    "channels": set_channel,
    "redeliver": redeliver,
    "release": release,
    "idle": idle,
    "faults": add_faults,
    "sockets": sockets,
    "clock": move_clock,
    "mark": mark,
}
