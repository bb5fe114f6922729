"""The clouds that run Slack, one row each; no other module knows their addresses.

Sources: docs.slack.dev, "GovSlack" (API root, a token belongs to one cloud); hosts of response addresses as
seen in Slack's own examples. The practice row is the stand-in of `bot.practice`.
"""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.errors import SettingsError

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Cloud:
    """Where one Slack lives.

    `api` is the root of the Web API, `answers` the hosts that a response address may have, `domain` what
    the workspace's own address (`auth.test().url`) must end with.
    """

    name: str
    api: str
    answers: tuple[str, ...]
    domain: str
    scheme: str = "https"


CLOUDS = {
    "commercial": Cloud("commercial", "https://slack.com/api/", ("hooks.slack.com",), "slack.com"),
    "gov": Cloud("gov", "https://slack-gov.com/api/", ("hooks.slack-gov.com",), "slack-gov.com"),
    "practice": Cloud("practice", "", (LOOPBACK,), LOOPBACK, "http"),
}


def cloud(name: str, practice_url: str = "") -> Cloud:
    """The cloud of this name; `practice_url` is the address of the stand-in, for `practice` alone.

    Raises SettingsError for an unknown name, for an address beside another cloud than `practice`, and for
    a practice address that is not http on 127.0.0.1.
    """
    if name not in CLOUDS:
        raise SettingsError(f"HELPDESK_CLOUD is {name!r}.", f"Write one of: {', '.join(CLOUDS)}.")
    row = CLOUDS[name]
    if name != "practice":
        if practice_url:
            raise SettingsError(
                "HELPDESK_SLACK_URL is for the practice Slack alone.",
                "Remove it, or set HELPDESK_CLOUD=practice.",
            )
        return row
    address = urlsplit(practice_url)
    if address.scheme != "http" or not _is_loopback(address.hostname or ""):
        raise SettingsError(
            f"HELPDESK_SLACK_URL is {practice_url!r}.",
            f"The practice Slack lives on this machine only: write http://{LOOPBACK}:PORT.",
        )
    return Cloud(row.name, practice_url.rstrip("/") + "/api/", row.answers, row.domain, row.scheme)


def belongs(row: Cloud, workspace_url: str) -> bool:
    """Whether a workspace's own address is of this cloud, so that a token of another one is never used."""
    host = urlsplit(workspace_url).hostname or ""
    return host == row.domain or host.endswith("." + row.domain)


def may_answer_at(row: Cloud, response_url: str) -> bool:
    """Whether this is an address of this cloud's own, to which an answer may be sent."""
    try:
        address = urlsplit(response_url)
        host = address.hostname or ""
        has_user = address.username is not None
    except ValueError:
        return False
    return address.scheme == row.scheme and host in row.answers and not has_user


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host) == ipaddress.ip_address(LOOPBACK)
    except ValueError:
        return False
