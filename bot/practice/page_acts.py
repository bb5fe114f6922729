"""What a person may do from the page: only what Slack would let that person do."""

from collections.abc import Callable

from bot.practice.acting import Acting
from bot.practice.people import Person
from bot.practice.shapes import Json, as_object
from bot.practice.world import World

FIELDS: dict[str, frozenset[str]] = {
    "say": frozenset({"text", "channel", "thread_ts"}),
    "edit": frozenset({"ts", "text", "channel"}),
    "delete": frozenset({"ts", "channel"}),
    "press": frozenset({"ts", "channel", "action_id", "value", "choice"}),
    "press_in_view": frozenset({"view_id", "action_id", "value", "choice"}),
    "command": frozenset({"command", "text", "channel"}),
    "open_home": frozenset({"tab"}),
    "submit_view": frozenset({"view_id", "values"}),
    "close_view": frozenset({"view_id"}),
}
"""The acts, and the fields that each may carry beside the person."""

LONGEST = 12_000
"""A message typed in Slack may be this long."""


async def act(world: World, name: str, asked: Json) -> Json:
    """Do this as the `person` who is named, and tell what the app answered.

    Gives `state` (of the delivery), and for a submitted modal the `errors` by block. Raises `LookupError` for
    what is not there, `PermissionError` for what Slack would not let this person do, `ValueError` for fields
    that the act has not.
    """
    given = dict(asked)
    person = world.workspace.person(str(given.pop("person", "")))
    unknown = sorted(set(given) - FIELDS[name])
    if unknown:
        raise ValueError(f"{name} has no field {', '.join(unknown)}")
    if person.is_bot or person.deleted:
        raise PermissionError(f"nobody can act as {person.name}")
    _must_fit(given)
    for check in CHECKS.get(name, ()):
        check(world, person, given)
    given |= {"late": True} if name == "press" else {}
    delivery = await getattr(Acting(world), name)(person.id, **given)
    if delivery is None:
        return {"state": "acknowledged", "errors": {}}
    return {"state": delivery.state, "errors": as_object(as_object(delivery.answer).get("errors"))}


def _must_fit(given: Json) -> None:
    if len(str(given.get("text", ""))) > LONGEST:
        raise ValueError(f"a message has at most {LONGEST} characters")


def _in_channel(world: World, person: Person, given: Json) -> None:
    channel = str(given.get("channel", ""))
    if channel and person.id not in world.workspace.channel(channel).members:
        raise PermissionError(f"{person.name} is not in {channel}")


def _own_message(world: World, person: Person, given: Json) -> None:
    named = str(given.get("channel", ""))
    place = world.workspace.channel(named) if named else world.workspace.direct_channel(person.id)
    message = place.find(str(given.get("ts", "")))
    if message is not None and message.content.get("user") != person.id:
        raise PermissionError("only the author may change a message")


def _own_whisper(world: World, person: Person, given: Json) -> None:
    whispered = world.ephemeral(str(given.get("ts", "")))
    if whispered is not None and whispered.person != person.id:
        raise PermissionError("this message is for somebody else")


def _own_view(world: World, person: Person, given: Json) -> None:
    view = world.views.all.get(str(given.get("view_id", "")))
    if view is not None and view.person != person.id:
        raise PermissionError("this view is somebody else's")


Check = Callable[[World, Person, Json], None]
CHECKS: dict[str, tuple[Check, ...]] = {
    "say": (_in_channel,),
    "edit": (_in_channel, _own_message),
    "delete": (_in_channel, _own_message),
    "press": (_in_channel, _own_whisper),
    "command": (_in_channel,),
    "press_in_view": (_own_view,),
    "submit_view": (_own_view,),
    "close_view": (_own_view,),
}
