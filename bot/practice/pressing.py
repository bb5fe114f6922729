"""Presses of buttons and menus, in messages and in views."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.practice.channels import Channel
from bot.practice.choices import Choice, chosen, state_of
from bot.practice.envelopes import channel_label, interaction
from bot.practice.limits.blocks import interactive_elements
from bot.practice.messages import StoredMessage
from bot.practice.methods_views import view_as_slack
from bot.practice.people import Person
from bot.practice.shapes import Json
from bot.practice.world import World


@dataclass(frozen=True, slots=True)
class Press:
    """What to press: by `action_id`, by the `label` a person reads, or by `value`.

    `version` presses the message as it was: 0 is as first posted. `late` presses it as it was last seen with
    this, by somebody whose screen has not heard of the newest form yet. `choice` is what was chosen.
    `actions` replaces Slack's list of actions, for presses that no message offers.
    """

    action_id: str = ""
    label: str = ""
    value: str = ""
    version: int | None = None
    late: bool = False
    choice: Choice = None
    actions: list[Json] | None = None


def press_in_message(world: World, person: Person, message: StoredMessage, press: Press) -> Json:
    """The `block_actions` for a press in a message.

    Raises `LookupError` when the message offers nothing like it.
    """
    channel = world.workspace.channel(message.channel)
    content = _as_pressed(message, press)
    link = world.response_urls.give(person.id, channel.id, message.ts)
    actions = _actions(world, content.get("blocks"), press)
    body = interaction(world, "block_actions", person) | {
        "container": _container(channel, message),
        "response_url": world.url + link.path,
        "channel": {"id": channel.id, "name": channel_label(channel)},
        "state": {"values": state_of(content.get("blocks"), _filled(actions))},
        "actions": actions,
    }
    if not content.get("is_ephemeral"):
        body["message"] = content
    return body


def press_in_view(world: World, person: Person, view_id: str, press: Press) -> Json:
    """The `block_actions` for a press on App Home or in a modal; the view keeps what was chosen."""
    view = world.views.find(view_id)
    blocks = view.content.get("blocks")
    actions = _actions(world, blocks, press)
    view.values = state_of(blocks, _merged(view.values, _filled(actions)))
    return interaction(world, "block_actions", person) | {
        "container": {"type": "view", "view_id": view.id},
        "view": view_as_slack(world, view),
        "actions": actions,
    }


def _as_pressed(message: StoredMessage, press: Press) -> Json:
    """The message in the form in which it is pressed."""
    now = message.as_slack()
    if press.version is not None:
        return message.versions[press.version].content
    earlier = [one.content for one in reversed(message.versions)] if press.late else []
    return next((one for one in (now, *earlier) if any(_offered(one.get("blocks"), press))), now)


def _container(channel: Channel, message: StoredMessage) -> Json:
    told: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": bool(message.content.get("is_ephemeral")),
    }
    return told | ({"thread_ts": message.thread_ts} if message.thread_ts else {})


def _actions(world: World, blocks: object, press: Press) -> list[Json]:
    if press.actions is not None:
        return press.actions
    block, element = _find(blocks, press)
    shown: Json = {name: element[name] for name in ("text", "style", "placeholder") if name in element}
    return [
        {
            "type": element["type"],
            "action_id": element["action_id"],
            "block_id": block.get("block_id", ""),
            **shown,
            **chosen(element, press.choice),
            "action_ts": world.clock.next_ts(),
        }
    ]


def _find(blocks: object, press: Press) -> tuple[Json, Json]:
    for found in _offered(blocks, press):
        return found
    wanted = press.label or press.action_id or press.value
    offered = [str(one["action_id"]) for _, one in interactive_elements(blocks)]
    raise LookupError(f"nothing to press for {wanted!r}; there are {offered}")


def _offered(blocks: object, press: Press) -> Iterator[tuple[Json, Json]]:
    """Each element that the press means, with its block."""
    for block, element in interactive_elements(blocks):
        label = (element.get("text") or {}).get("text")
        if press.action_id and element["action_id"] != press.action_id:
            continue
        if press.label and label != press.label:
            continue
        if press.value and element.get("value") != press.value:
            continue
        yield block, element


def _filled(actions: list[Json]) -> Json:
    filled: Json = {}
    passed_over = ("action_id", "block_id", "text", "placeholder", "action_ts")
    for one in actions:
        told = {name: value for name, value in one.items() if name not in passed_over}
        filled.setdefault(str(one.get("block_id")), {})[str(one.get("action_id"))] = told
    return filled


def _merged(before: Json, now: Json) -> Json:
    places = [*before, *(one for one in now if one not in before)]
    return {one: {**before.get(one, {}), **now.get(one, {})} for one in places}
