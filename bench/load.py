"""Load from many direct messages at once: signed events, as Slack sends them, in a closed loop."""

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from aiohttp import ClientSession, TCPConnector

from bot.practice.installed_app import APP_ID, BOT_PERSON
from bot.practice.signing import signed_headers
from bot.practice.workspace import TEAM

AT_A_TIME = 8
_numbers = count(1)


@dataclass(frozen=True)
class Place:
    """A person and the direct message they have with the bot."""

    person: str
    channel: str


@dataclass
class Acks:
    """The acknowledgements of one load, in seconds each, and what was answered to those refused."""

    seconds: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def typed(place: Place, text: str) -> bytes:
    """The body of the event for a message that a person typed now."""
    number, now = next(_numbers), time.time()
    stamp = f"{int(now)}.{number % 1_000_000:06d}"
    event = {
        "type": "message",
        "channel": place.channel,
        "channel_type": "im",
        "user": place.person,
        "text": text,
        "ts": stamp,
        "event_ts": stamp,
        "team": TEAM,
        "client_msg_id": f"bench-{number}",
    }
    envelope = {
        "token": "practice",
        "team_id": TEAM,
        "api_app_id": APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": f"EvBENCH{number:09d}",
        "event_time": int(now),
        "authorizations": [{"team_id": TEAM, "user_id": BOT_PERSON, "is_bot": True}],
    }
    return json.dumps(envelope).encode()


async def closed_loop(url: str, secret: str, bodies: Sequence[bytes]) -> Acks:
    """Deliver all, eight at a time: each sends the next when the one before is acknowledged."""
    acks, waiting = Acks(), iter(bodies)
    async with ClientSession(connector=TCPConnector(limit=AT_A_TIME)) as client:
        await asyncio.gather(
            *(_one_after_another(client, url, secret, waiting, acks) for _ in range(AT_A_TIME))
        )
    return acks


async def _one_after_another(
    client: ClientSession, url: str, secret: str, waiting: Iterator[bytes], acks: Acks
) -> None:
    for body in waiting:
        headers = {"Content-Type": "application/json", **signed_headers(secret, str(int(time.time())), body)}
        began = time.perf_counter()
        async with client.post(url, data=body, headers=headers) as answer:
            said = await answer.text()
            if answer.status != 200:
                acks.refused.append(f"{answer.status} {said}")
        acks.seconds.append(time.perf_counter() - began)


async def open_places(api_url: str, token: str, people: Sequence[str]) -> list[Place]:
    """The direct message of each of these people with the bot."""
    async with ClientSession(headers={"Authorization": f"Bearer {token}"}) as client:
        places = []
        for person in people:
            async with client.post(api_url + "conversations.open", data={"users": person}) as answer:
                told = await answer.json()
            places.append(Place(person, told["channel"]["id"]))
        return places
