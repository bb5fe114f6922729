"""A tiny Bolt app, served in both modes, that tells what it was sent."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.practice import PracticeSlack

BUTTONS = [
    {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "action_id": "account.own",
                "text": {"type": "plain_text", "text": "My own"},
                "value": "own",
            }
        ],
    }
]
MODAL: dict[str, Any] = {
    "type": "modal",
    "callback_id": "note",
    "title": {"type": "plain_text", "text": "Note"},
    "submit": {"type": "plain_text", "text": "Send"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "words",
            "label": {"type": "plain_text", "text": "Your note"},
            "element": {"type": "plain_text_input", "action_id": "typed"},
        }
    ],
}


class BoltProbe:
    """Answers every message, press, command and modal, and keeps what it got."""

    def __init__(self, slack: PracticeSlack, heard: list[dict[str, Any]]) -> None:
        self.heard = heard
        self.client = AsyncWebClient(base_url=slack.api_url, token=slack.app.bot_token, retry_handlers=[])

    async def on_message(self, event: dict[str, Any], say: Any) -> None:
        self.heard.append(event)
        if "subtype" not in event:
            await say(text=f"You said: {event['text']}", blocks=BUTTONS)

    async def on_home(self, event: dict[str, Any]) -> None:
        self.heard.append(event)
        home = {"type": "home", "blocks": [{"type": "divider"}]}
        await self.client.views_publish(user_id=event["user"], view=home)

    async def on_press(self, ack: Any, body: dict[str, Any], respond: Any) -> None:
        self.heard.append(body)
        await respond(text="You said: my own", replace_original=True)
        await ack()

    async def on_command(self, ack: Any, command: dict[str, Any]) -> None:
        self.heard.append(command)
        if command["text"] == "form":
            await self.client.views_open(trigger_id=command["trigger_id"], view=MODAL)
        await ack("I have written to you")

    async def on_submit(self, ack: Any, body: dict[str, Any]) -> None:
        self.heard.append(body)
        words = body["view"]["state"]["values"]["words"]["typed"]["value"]
        if words == "no":
            await ack(response_action="errors", errors={"words": "Say more"})
        else:
            await ack()

    async def on_close(self, ack: Any, body: dict[str, Any]) -> None:
        self.heard.append(body)
        await ack()


def bolt_app(slack: PracticeSlack, heard: list[dict[str, Any]]) -> AsyncApp:
    """A Bolt app around the probe, with the commit before the acknowledgement."""
    probe = BoltProbe(slack, heard)
    app = AsyncApp(client=probe.client, signing_secret=slack.app.signing_secret, process_before_response=True)
    app.event("message")(probe.on_message)
    app.event("app_home_opened")(probe.on_home)
    app.action("account.own")(probe.on_press)
    app.command("/nextgen")(probe.on_command)
    app.view("note")(probe.on_submit)
    app.view_closed("note")(probe.on_close)
    return app


class AnnouncedServer(uvicorn.Server):
    """A uvicorn that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.ready.set()


@asynccontextmanager
async def over_http(slack: PracticeSlack, app: AsyncApp) -> AsyncIterator[None]:
    """Serve the app on a free port and point the practice Slack's events there."""
    bridge = AsyncSlackRequestHandler(app)

    async def endpoint(request: Request) -> Response:
        return await bridge.handle(request)

    routes = [Route("/slack/events", endpoint, methods=["POST"])]
    config = uvicorn.Config(Starlette(routes=routes), log_level="error", lifespan="off")
    server = AnnouncedServer(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        slack.app.request_url = f"http://127.0.0.1:{listening.getsockname()[1]}/slack/events"
        slack.app.socket_mode = False
        await server.ready.wait()
        yield
        server.should_exit = True
        await serving


@asynccontextmanager
async def over_socket(slack: PracticeSlack, app: AsyncApp) -> AsyncIterator[None]:
    """Connect the app by Socket Mode."""
    slack.app.socket_mode = True
    connection = AsyncSocketModeHandler(app, slack.app.app_token)
    connection.client.web_client.base_url = slack.api_url
    await connection.connect_async()  # type: ignore[no-untyped-call]
    await slack.sockets.wait_for(1)
    yield
    await connection.close_async()  # type: ignore[no-untyped-call]
