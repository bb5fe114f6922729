"""The manifest of the Slack app, made from `bot.slack.needs` and what a court chooses.

Its form: docs.slack.dev/reference/app-manifest; the part `compliance`: docs.slack.dev/govslack.
"""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from bot.errors import SettingsError
from bot.slack.needs import COMMAND, EVENTS, names, scopes

Manifest = dict[str, object]

NAME = "NextGen Help Desk"
ENDPOINT = "/slack/events"
DESCRIPTION = "Guided help for NextGen CM/ECF filers, with hand-over to help-desk staff."
LONG_DESCRIPTION = (
    "Send this app a direct message, or type {command}, and answer a few questions about your PACER and "
    "CM/ECF accounts. You get the exact next steps, in order, with links and phone numbers. Where a person "
    "is needed, it hands you over to the help-desk staff of your court. All its answers were written by "
    "people; it does not use generative AI. Do not send passwords, sealed information or case documents."
)
COMPLIANCE = {"fedramp_authorization": "None", "dod_srg_ilx": "None", "itar_compliant": "No"}
"""What GovSlack asks about an app: a court's own app is not authorised or certified by itself."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a court chooses of its app. `url` is its server's address, for http alone.

    `staff_group` is true where the members of a user group are staff too.
    """

    mode: Literal["socket", "http"] = "socket"
    cloud: Literal["commercial", "gov"] = "commercial"
    url: str = ""
    command: str = COMMAND.name
    name: str = NAME
    staff_group: bool = False


def make(chosen: Chosen) -> Manifest:
    """The manifest. Raises SettingsError when the address and the mode do not go together."""
    url = _endpoint(chosen)
    calls = {"request_url": url} if url else {}
    made: Manifest = {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": chosen.name,
            "description": DESCRIPTION,
            "long_description": LONG_DESCRIPTION.format(command=chosen.command),
            "background_color": "#1b2a49",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "nextgen-help", "always_online": False},
            "slash_commands": [_command(chosen.command, {"url": url} if url else {})],
        },
        "oauth_config": {"scopes": {"bot": list(names(scopes(staff_group=chosen.staff_group)))}},
        "settings": {
            "event_subscriptions": {**calls, "bot_events": list(names(EVENTS))},
            "interactivity": {"is_enabled": True, **calls},
            "org_deploy_enabled": False,
            "socket_mode_enabled": chosen.mode == "socket",
            "token_rotation_enabled": False,
        },
    }
    return made if chosen.cloud == "commercial" else {**made, "compliance": COMPLIANCE}


def _command(name: str, address: dict[str, str]) -> dict[str, object]:
    """Names of people and channels stay words (`should_escape`), as the guard at the door reads them."""
    return {
        "command": name,
        **address,
        "description": "Start or resume guided help",
        "usage_hint": "[help | status | phone | restart | person]",
        "should_escape": True,
    }


def _endpoint(chosen: Chosen) -> str:
    """Where Slack delivers over HTTP; empty in Socket Mode."""
    if chosen.mode == "socket":
        if chosen.url:
            raise SettingsError("Socket Mode needs no address.", "Leave --url out, or add: --mode http")
        return ""
    if not chosen.url:
        raise SettingsError(
            "Over HTTP, Slack must know your server's address.", "Add: --url https://help.your-court.gov"
        )
    try:
        path = urlsplit(chosen.url).path
    except ValueError as error:
        raise SettingsError(
            "The address cannot be read.", "Add: --url https://help.your-court.gov"
        ) from error
    return chosen.url if path.strip("/") else chosen.url.rstrip("/") + ENDPOINT
