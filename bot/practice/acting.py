"""What people do in the practice workspace. Each act is a delivery to the app."""

import time
from typing import Any

from bot.practice.channels import Channel
from bot.practice.choices import chosen, state_of
from bot.practice.deliveries import Delivery
from bot.practice.envelopes import command_fields, interaction, message_event
from bot.practice.limits.blocks import interactive_elements
from bot.practice.messages import StoredMessage
from bot.practice.methods_views import view_as_slack
from bot.practice.posting import send_event
from bot.practice.pressing import Press, press_in_message, press_in_view
from bot.practice.shapes import Json, as_object, compact
from bot.practice.signing import signed_headers
from bot.practice.views import StoredView
from bot.practice.world import World
from bot.practice.writing import rewrite, take_back, typed, write


class Acting:
    """Say, press, command, fill in.

    A person is named by name or id. With `wait` each act returns when the first attempt to
    deliver it has ended, or at once while a fault holds it back. All raise `LookupError` for
    people, channels, messages, buttons or views that are not there.
    """

    def __init__(self, world: World) -> None:
        self._world = world

    async def say(
        self, person: str, text: str = "", channel: str = "", wait: bool = True, **fields: Any
    ) -> Delivery:
        """A message, in the direct message with the bot unless `channel` is given.

        `fields` go into the event as they are: `thread_ts`, `subtype`, `files`, `bot_id`, ...;
        `raw_text` is the text as Slack would send it, with `<@U...>` and entities.
        """
        author = self._world.workspace.person(person)
        place = self._place(person, channel)
        if "raw_text" in fields:
            fields = {"text": fields.pop("raw_text"), **fields}
        message = write(self._world, author, place, {**typed(text), **fields})
        event = message_event(place, message.as_slack())
        return await self._report(place, event, message.ts, wait)

    async def edit(self, person: str, ts: str, text: str, channel: str = "", wait: bool = True) -> Delivery:
        """The author changes a message."""
        place = self._place(person, channel)
        event = rewrite(self._world, place, self._message(place, ts), typed(text))
        return await self._report(place, event, ts, wait)

    async def delete(self, person: str, ts: str, channel: str = "", wait: bool = True) -> Delivery:
        """The author takes a message back."""
        place = self._place(person, channel)
        event = take_back(self._world, place, self._message(place, ts))
        return await self._report(place, event, ts, wait)

    async def press(
        self, person: str, ts: str, action_id: str = "", channel: str = "", **how: Any
    ) -> Delivery:
        """Press a button, or choose in a menu, of a message; `how` is that of `Press`."""
        wait = how.pop("wait", True)
        place = self._place(person, channel)
        whispered = self._world.ephemeral(ts)
        message = whispered.message if whispered else self._any_message(place, ts)
        actor = self._world.workspace.person(person)
        body = press_in_message(self._world, actor, message, Press(action_id, **how))
        return await self._interact(body, message.channel, ts, wait)

    async def press_in_view(self, person: str, view_id: str, action_id: str = "", **how: Any) -> Delivery:
        """The same on App Home or in a modal."""
        wait = how.pop("wait", True)
        actor = self._world.workspace.person(person)
        body = press_in_view(self._world, actor, view_id, Press(action_id, **how))
        return await self._interact(body, "", "", wait)

    async def command(
        self,
        person: str,
        command: str = "/nextgen",
        text: str = "",
        channel: str = "",
        wait: bool = True,
    ) -> Delivery:
        """Type a slash command; it is not delivered again when it fails.

        Raises `LookupError` when the app may have no commands: Slack then knows none.
        """
        if "commands" not in self._world.app.scopes:
            raise LookupError(f"there is no {command}: the app has not the scope commands")
        actor = self._world.workspace.person(person)
        place = self._place(person, channel)
        fields = command_fields(self._world, actor, place, (command, text))
        return await self._waited(self._world.postman.send("command", fields, place.id), wait)

    async def open_home(self, person: str, tab: str = "home", wait: bool = True) -> Delivery:
        """Open the app's `home` or `messages` tab."""
        actor = self._world.workspace.person(person)
        event: Json = {
            "type": "app_home_opened",
            "user": actor.id,
            "tab": tab,
            "channel": self._world.workspace.direct_channel(person).id,
            "event_ts": self._world.clock.next_ts(),
        }
        home = self._world.views.homes.get(actor.id)
        if tab == "home" and home:
            event["view"] = view_as_slack(self._world, home)
        return await self._waited(send_event(self._world, event), wait)

    async def submit_view(
        self, person: str, view_id: str, values: Json | None = None, wait: bool = True
    ) -> Delivery:
        """Press a modal's submit button; `values` is `{block_id: {action_id: what was entered}}`."""
        view = self._view(view_id)
        view.values = _filled_in(view, values or {})
        body = self._about_view("view_submission", person, view) | {"response_urls": []}
        return await self._interact(body, "", "", wait)

    async def close_view(self, person: str, view_id: str, wait: bool = True) -> Delivery | None:
        """Close a modal. The app hears of it only when the view says `notify_on_close`."""
        view = self._view(view_id)
        body = self._about_view("view_closed", person, view) | {"is_cleared": False}
        self._world.views.close(view)
        if not view.content.get("notify_on_close"):
            return None
        return await self._interact(body, "", "", wait)

    async def event(self, event: Json, wait: bool = True) -> Delivery:
        """Any event, by its inner object."""
        return await self._waited(send_event(self._world, event), wait)

    async def deliver_raw(
        self,
        body: bytes | str | Json,
        headers: dict[str, str] | None = None,
        signed: bool = True,
        age: float = 0,
    ) -> Delivery:
        """One HTTP request as it is, whatever the mode. `headers` go over Slack's own.

        Without `signed` it carries no signature; `age` makes its timestamp that many seconds old.
        """
        raw = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else None
        content = compact(body).encode() if raw is None else raw
        timestamp = str(int(time.time() - age))
        secret = self._world.app.signing_secret
        dress = signed_headers(secret, timestamp, content) if signed else {}
        prepared = Delivery(
            0, "raw", as_object(body), raw=content, headers=dress | (headers or {}), signed=signed
        )
        return await self._waited(self._world.postman.send_raw(prepared), True)

    def _place(self, person: str, channel: str) -> Channel:
        workspace = self._world.workspace
        return workspace.channel(channel) if channel else workspace.direct_channel(person)

    def _message(self, place: Channel, ts: str) -> StoredMessage:
        found = place.find(ts)
        if found is None:
            raise LookupError(f"there is no message {ts} in {place.id}")
        return found

    def _any_message(self, place: Channel, ts: str) -> StoredMessage:
        found = place.messages.get(ts)
        if found is None:
            raise LookupError(f"there never was a message {ts} in {place.id}")
        return found

    def _view(self, view_id: str) -> StoredView:
        if not self._world.views.is_open(view_id):
            raise LookupError(f"no view {view_id} is open")
        return self._world.views.find(view_id)

    def _about_view(self, kind: str, person: str, view: StoredView) -> Json:
        actor = self._world.workspace.person(person)
        return interaction(self._world, kind, actor) | {"view": view_as_slack(self._world, view)}

    async def _report(self, place: Channel, event: Json, ts: str, wait: bool) -> Delivery:
        if self._world.app.person not in place.members:
            raise LookupError(f"the bot is not in {place.id}, so nothing is delivered")
        delivery = send_event(self._world, event)
        delivery.ts = ts
        return await self._waited(delivery, wait)

    async def _interact(self, body: Json, channel: str, ts: str, wait: bool) -> Delivery:
        delivery = self._world.postman.send("interactive", body, channel, ts)
        return await self._waited(delivery, wait)

    async def _waited(self, delivery: Delivery, wait: bool) -> Delivery:
        if wait and not delivery.held:
            await delivery.first_tried.wait()
        return delivery


def _filled_in(view: StoredView, values: Json) -> Json:
    filled: Json = {}
    for block, element in interactive_elements(view.content.get("blocks")):
        place, name = str(block.get("block_id")), str(element["action_id"])
        given = as_object(values.get(place))
        if name in given:
            entered = {"type": element["type"], **chosen(element, given[name])}
            filled.setdefault(place, {})[name] = entered
    known = {**view.values, **filled}
    return state_of(view.content.get("blocks"), known)
