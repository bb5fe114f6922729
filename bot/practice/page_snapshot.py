"""What one person sees in the workspace: their channels, messages, App Home and modals alone."""

from bot.practice.channels import Channel
from bot.practice.clock import microseconds
from bot.practice.messages import StoredMessage
from bot.practice.people import Person
from bot.practice.shapes import Json
from bot.practice.views import StoredView
from bot.practice.workspace import STAFF_GROUP
from bot.practice.world import World

SHOWN = ("user", "text", "blocks", "thread_ts", "edited", "subtype", "is_ephemeral")


def workspace(world: World) -> Json:
    """What everybody sees: the people, and who is the app."""
    team = set(world.workspace.groups[STAFF_GROUP])
    people = [_person(one, one.id in team) for one in world.workspace.people.values() if not one.deleted]
    return {"people": people, "app": world.app.person}


def seen_by(world: World, who: str) -> Json:
    """What this person sees. Raises `LookupError` for somebody who is not there."""
    me = world.workspace.person(who)
    places = [one for one in world.workspace.channels.values() if me.id in one.members]
    home = world.views.homes.get(me.id)
    return {
        "me": me.id,
        "channels": [_channel(world, me, one) for one in places if not one.is_archived],
        "home": _view(home) if home else None,
        "modals": [_view(one) for one in world.views.stack(me.id)],
    }


def _person(person: Person, staff: bool) -> Json:
    return {"id": person.id, "name": person.real_name, "bot": person.is_bot, "staff": staff}


def _channel(world: World, me: Person, channel: Channel) -> Json:
    shown = [one for one in channel.messages.values() if not one.deleted]
    shown += [
        one.message for one in world.ephemerals if one.person == me.id and one.message.channel == channel.id
    ]
    shown.sort(key=lambda one: microseconds(one.ts))
    return {
        "id": channel.id,
        "kind": channel.kind,
        "name": channel.name,
        "messages": [_message(one) for one in shown],
    }


def _message(message: StoredMessage) -> Json:
    content = message.content
    return {"ts": message.ts} | {name: content[name] for name in SHOWN if content.get(name)}


def _view(view: StoredView) -> Json:
    content = view.content
    told = {name: content.get(name) for name in ("title", "submit", "close", "blocks")}
    return {"id": view.id, "hash": view.hash, "values": view.values, **told}
