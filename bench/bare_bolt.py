"""The least a Slack bot does, to compare with: Bolt acknowledges each message and posts one back.

`python -m bench.bare_bolt PORT API_URL`, with the token and the signing secret in the environment as the bot
has them. Bolt as it comes (the acknowledgement goes out before the listener runs), served by uvicorn with
uvloop and httptools, one client session for all calls. Nothing is stored, nothing is understood.
"""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from aiohttp import ClientSession
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

WORDS = "Thank you. We have your message and will look at it."


def application(api_url: str) -> Starlette:
    """The app on `/slack/events`; `/health/ready` says when it is ready."""
    client = AsyncWebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=api_url)
    bolt = AsyncApp(client=client, signing_secret=os.environ["SLACK_SIGNING_SECRET"])
    handler = AsyncSlackRequestHandler(bolt)

    @bolt.event("message")
    async def answer(event: dict[str, str], client: AsyncWebClient) -> None:
        await client.chat_postMessage(channel=event["channel"], text=WORDS)

    async def receive(request: Request) -> Response:
        return await handler.handle(request)

    async def ready(_request: Request) -> Response:
        return PlainTextResponse("ready")

    @asynccontextmanager
    async def one_session(_app: Starlette) -> AsyncIterator[None]:
        async with ClientSession() as shared:
            bolt.client.session = shared
            yield

    routes = [Route("/slack/events", receive, methods=["POST"]), Route("/health/ready", ready)]
    return Starlette(routes=routes, lifespan=one_session)


def main() -> None:
    """Serve until killed."""
    port, api_url = int(sys.argv[1]), sys.argv[2]
    uvicorn.run(
        application(api_url), host="127.0.0.1", port=port, loop="uvloop", http="httptools", access_log=False
    )


if __name__ == "__main__":
    main()
