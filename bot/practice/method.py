"""What a Web API method is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.practice.arguments import Arguments
from bot.practice.channels import Channel
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json
from bot.practice.world import World

Run = Callable[[World, Arguments], Json]

FAMILIES = {"im": "im", "private": "groups", "public": "channels"}
"""The part of a scope that says which kind of channel it is for."""


@dataclass(frozen=True, slots=True)
class Method:
    """How a method is carried out, and what it takes.

    `scope` may be `*:history` or `*:read`: then the kind of the channel decides. `token` is
    `bot`, `app` (an app-level token) or `any` (none is needed).
    """

    run: Run
    scope: str = ""
    token: Literal["bot", "app", "any"] = "bot"


def authorize(world: World, method: Method, arguments: Arguments) -> None:
    """Raise `SlackRefusal` when this token may not call this method.

    `not_authed` without a token, `invalid_auth` with an unknown one, `not_allowed_token_type` with
    the wrong kind, `missing_scope` (with `needed` and `provided`) without the scope.
    """
    if method.token == "any":
        return
    if not arguments.token:
        raise SlackRefusal("not_authed")
    if arguments.token not in (world.app.bot_token, world.app.app_token):
        raise SlackRefusal("invalid_auth")
    expected = world.app.bot_token if method.token == "bot" else world.app.app_token
    if arguments.token != expected:
        raise SlackRefusal("not_allowed_token_type")
    scope = method.scope
    if scope.startswith("*"):
        found = find_channel(world, arguments.text("channel"))
        scope = FAMILIES[found.kind] + scope.removeprefix("*")
    granted = world.app.app_scopes if method.token == "app" else world.app.scopes
    if scope and scope not in granted:
        provided = ",".join(sorted(granted))
        raise SlackRefusal("missing_scope", needed=scope, provided=provided)


def find_channel(world: World, id: str) -> Channel:
    """The channel, if the app can see it. Raises `SlackRefusal`: `channel_not_found`."""
    found = world.workspace.channels.get(id)
    if found is None or (found.kind == "private" and world.app.person not in found.members):
        raise SlackRefusal("channel_not_found")
    return found


def joined_channel(world: World, id: str) -> Channel:
    """The channel, if the app is in it. Raises `SlackRefusal`: `not_in_channel` for others."""
    found = find_channel(world, id)
    if world.app.person not in found.members:
        raise SlackRefusal("not_in_channel")
    return found


def writable_channel(world: World, id: str) -> Channel:
    """The channel, if the app can write there; a person's id means the direct message.

    Raises `SlackRefusal`: `channel_not_found`, `is_archived` or `not_in_channel`.
    """
    person = world.workspace.people.get(id)
    if person is not None and not person.is_bot:
        return world.workspace.direct_channel(id)
    found = find_channel(world, id)
    if found.is_archived:
        raise SlackRefusal("is_archived")
    return joined_channel(world, id)
