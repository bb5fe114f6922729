"""The bodies that Slack sends to an app: events, interactions, commands."""

from bot.practice.channels import EVENT_KINDS, Channel
from bot.practice.people import Person
from bot.practice.shapes import Json
from bot.practice.world import World

VERIFICATION_TOKEN = "practice"


def event_envelope(world: World, event: Json) -> Json:
    """An `event_callback` around one event."""
    team = world.workspace.team
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": team,
        "context_team_id": team,
        "context_enterprise_id": None,
        "api_app_id": world.app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{world.number():09d}",
        "event_time": int(world.clock.now()),
        "is_ext_shared_channel": False,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": team,
                "user_id": world.app.person,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "event_context": f"practice-{event.get('type', '')}",
    }


def message_event(channel: Channel, content: Json) -> Json:
    """A `message` event for a message as it stands in a channel."""
    return content | {
        "channel": channel.id,
        "channel_type": EVENT_KINDS[channel.kind],
        "event_ts": content.get("ts", ""),
    }


def hidden_event(channel: Channel, subtype: str, ts: str, **about: object) -> Json:
    """A `message` event that tells of a change: `message_changed` or `message_deleted`."""
    return {
        "type": "message",
        "subtype": subtype,
        **about,
        "channel": channel.id,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        "channel_type": EVENT_KINDS[channel.kind],
    }


def interaction(world: World, kind: str, person: Person) -> Json:
    """What all interactions share: who, where from, and a fresh trigger id."""
    team = world.workspace.team
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "api_app_id": world.app.app_id,
        "team": {"id": team, "domain": world.workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": world.triggers.give(person.id),
        "user": {
            "id": person.id,
            "username": person.name,
            "name": person.name,
            "team_id": team,
        },
    }


def command_fields(world: World, person: Person, channel: Channel, words: tuple[str, str]) -> Json:
    """The fields of a slash command; `words` is the command and what follows it."""
    link = world.response_urls.give(person.id, channel.id)
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": world.workspace.team,
        "team_domain": world.workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel_label(channel),
        "user_id": person.id,
        "user_name": person.name,
        "command": words[0],
        "text": words[1],
        "api_app_id": world.app.app_id,
        "is_enterprise_install": "false",
        "response_url": world.url + link.path,
        "trigger_id": world.triggers.give(person.id),
    }


def channel_label(channel: Channel) -> str:
    """The channel's name as interactions and commands give it."""
    return {"im": "directmessage", "private": "privategroup"}.get(channel.kind, channel.name)
