"""What can be wrong with a set-up: one way to break it each, and what the doctor must say of it.

`what` and `advice` are passages of the line and of what stands under it.
"""

import os
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import SimpleNamespace

from bot.practice import WebFault
from bot.storage import inspection
from tests.doctor.court_setup import SetUp


@dataclass(frozen=True)
class Broken:
    """One set-up that is not right; `breaks` makes it so."""

    name: str
    breaks: Callable[[SetUp], object | Awaitable[object]]
    level: str
    check: str
    what: str
    advice: str


def shares(setup: SetUp, **shared: bool) -> None:
    for name, value in shared.items():
        setattr(setup.channel, name, value)


def publishes(setup: SetUp) -> None:
    setup.channel.kind = "public"


def publishes_in_sight(setup: SetUp) -> None:
    publishes(setup)
    setup.slack.app.scopes.add("channels:read")


def leaves(setup: SetUp, *members: str) -> None:
    setup.channel.members = [one for one in setup.channel.members if one not in members]


def refuses(setup: SetUp, code: str, method: str = "auth.test") -> None:
    setup.slack.faults.add(WebFault("refuse", method, code=code))


def cannot_be_written(setup: SetUp) -> None:
    setup.database.touch()
    setup.patch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)


def lies_on(setup: SetUp, file_system: str) -> None:
    mounts = setup.folder / "mounts"
    mounts.write_text(
        f"disk / ext4 rw 0 0\nserver:/x {setup.folder} {file_system} rw 0 0\n", encoding="utf-8"
    )
    setup.patch.setattr(inspection, "MOUNTS", mounts)


def has_left(setup: SetUp, megabytes: int) -> None:
    setup.patch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=megabytes * 1_000_000))


async def damages(setup: SetUp) -> None:
    await setup.make_database()
    content = bytearray(setup.database.read_bytes())
    content[-4093:-4091] = b"\xff\xff"  # the last page says that it has 65,535 cells
    setup.database.write_bytes(content)


async def for_all_to_read(setup: SetUp) -> None:
    await setup.make_database()
    setup.database.chmod(0o644)


def no_database(setup: SetUp) -> None:
    setup.database.write_text("a letter to the clerk", encoding="utf-8")


TARGETS = """\
  targets:
    first response: 30 minutes
    next response: 1 hour
    resolution: 2 days
"""
SETTINGS = [
    Broken("no bot token", lambda s: s.set(SLACK_BOT_TOKEN=""), "bad", "settings",
           "SLACK_BOT_TOKEN is missing.", "Copy the bot token (xoxb-...)"),
    Broken("no app token", lambda s: s.set(SLACK_APP_TOKEN=""), "bad", "settings",
           "SLACK_APP_TOKEN is missing.", "Copy the app-level token (xapp-..., scope connections:write)"),
    Broken("a user token", lambda s: s.set(SLACK_BOT_TOKEN="xoxp-hush"), "bad", "settings",
           "SLACK_BOT_TOKEN holds a user token (xoxp-).", "Copy the bot token (xoxb-...)"),
    Broken("the tokens changed round",
           lambda s: s.set(SLACK_BOT_TOKEN="xapp-hush", SLACK_APP_TOKEN="xoxb-hush"), "bad", "settings",
           "SLACK_APP_TOKEN holds a bot token (xoxb-).", "Copy the app-level token"),
    Broken("a configuration token", lambda s: s.set(SLACK_BOT_TOKEN="xoxe.xoxp-hush"), "bad", "settings",
           "SLACK_BOT_TOKEN holds a configuration token", "Copy the bot token"),
    Broken("a token with a line break", lambda s: s.set(SLACK_BOT_TOKEN="xoxb-hush\n"), "bad", "settings",
           "SLACK_BOT_TOKEN has a blank or a line break in it.", "Copy the bot token"),
    Broken("a misspelt setting", lambda s: s.set(HELPDESK_STAFF_CHANEL="C1"), "bad", "settings",
           "There is no setting HELPDESK_STAFF_CHANEL.", "Did you mean HELPDESK_STAFF_CHANNEL?"),
    Broken("a mode that is none", lambda s: s.set(HELPDESK_MODE="telepathy"), "bad", "settings",
           "HELPDESK_MODE makes no sense.", "Write socket (no open port needed) or http."),
    Broken("an empty secret file", lambda s: s.secret_file(""), "bad", "settings", "which is empty.",
           "Write the value into it."),
    Broken("a secret file for all to read", lambda s: s.secret_file("xoxb-hush", 0o644), "warning",
           "secret files", "Everybody on this machine may read", "Run: chmod 600"),
    Broken("a token as the signing secret", lambda s: s.over_http(SLACK_SIGNING_SECRET="xoxb-hush"), "bad",
           "settings", "SLACK_SIGNING_SECRET holds a bot token (xoxb-).", "Copy the signing secret"),
]  # fmt: skip

SLACK = [
    Broken("an unknown token", lambda s: s.set(SLACK_BOT_TOKEN="xoxb-other"), "bad", "bot token",
           "Slack does not take SLACK_BOT_TOKEN: invalid_auth. No such token", "HELPDESK_CLOUD=gov"),
    Broken("a revoked token", lambda s: refuses(s, "token_revoked"), "bad", "bot token",
           "The token was revoked.", "Install the app in the workspace again"),
    Broken("an app that was taken out", lambda s: refuses(s, "account_inactive"), "bad", "bot token",
           "The app was taken out of the workspace", "Install the app in the workspace again"),
    Broken("a token that has run out", lambda s: refuses(s, "token_expired"), "bad", "bot token",
           "token rotation is on", "with token rotation off"),
    Broken("a missing scope", lambda s: s.slack.app.scopes.discard("im:history"), "bad", "scopes",
           "The scope im:history is missing (direct messages", "Add it. Change this on the app's page"),
    Broken("a scope too many", lambda s: s.slack.app.scopes.add("channels:history"), "warning", "scopes",
           "More is granted than the bot needs: channels:history.", "Take it away."),
    Broken("an app token without its scope", lambda s: s.slack.app.app_scopes.clear(), "bad", "app token",
           "SLACK_APP_TOKEN lacks the scope connections:write.", "Make a new app-level token"),
    Broken("Socket Mode off", lambda s: setattr(s.slack.app, "socket_mode", False), "bad", "app token",
           "Slack does not take SLACK_APP_TOKEN: forbidden_team.", "switch Socket Mode on"),
    Broken("tokens of two apps", lambda s: setattr(s.slack.app, "app_id", "AOTHER0001"), "bad", "app token",
           "is of the app APRACTICE1, SLACK_BOT_TOKEN of the app AOTHER0001.", "pages of one app"),
    Broken("a token of GovSlack outside of it", lambda s: s.in_cloud("commercial", "https://court.slack-gov.com/"),
           "bad", "cloud", "SLACK_BOT_TOKEN is of another cloud than commercial.", "change HELPDESK_CLOUD"),
    Broken("a token of outside in GovSlack", lambda s: s.in_cloud("gov", "https://court.slack.com/"),
           "bad", "cloud", "SLACK_BOT_TOKEN is of another cloud than gov.", "change HELPDESK_CLOUD"),
    Broken("the practice Slack beside a real cloud", lambda s: s.set(HELPDESK_CLOUD="gov"), "bad", "cloud",
           "HELPDESK_SLACK_URL is for the practice Slack alone.", "Remove it"),
    Broken("another workspace", lambda s: s.set(HELPDESK_TEAMS="T0000001"), "bad", "workspace",
           "HELPDESK_TEAMS leaves out the token's own workspace, TPRACTICE1.", "leave HELPDESK_TEAMS empty"),
    Broken("Slack down", lambda s: s.slack.faults.add(WebFault("html")), "bad", "slack",
           "Slack is out of reach.", "Open port 443 to Slack"),
    Broken("Slack asks for a rest", lambda s: s.slack.faults.add(WebFault("ratelimited")), "bad", "slack",
           "too many calls", "Wait a minute"),
    Broken("a clock 6 minutes ahead", lambda s: s.clock_is(360), "bad", "clock",
           "This machine's clock is 6 min 0 s ahead of Slack's.", "Set the clock by NTP."),
    Broken("a clock 6 minutes behind", lambda s: s.clock_is(-360), "bad", "clock",
           "This machine's clock is 6 min 0 s behind Slack's.", "Set the clock by NTP."),
    Broken("a clock 90 seconds ahead", lambda s: s.clock_is(90), "warning", "clock",
           "This machine's clock is 1 min 30 s ahead of Slack's.", "Set the clock by NTP"),
]  # fmt: skip

CHANNEL = [
    Broken("no staff channel", lambda s: s.set(HELPDESK_STAFF_CHANNEL=""), "warning", "staff channel",
           "HELPDESK_STAFF_CHANNEL is empty: filers who ask for a person are told to call.", "set its id"),
    Broken("a channel that is not there", lambda s: s.set(HELPDESK_STAFF_CHANNEL="C0NOWHERE"), "bad",
           "staff channel", "There is no channel HELPDESK_STAFF_CHANNEL that the bot can see.", "/invite"),
    Broken("a channel without the bot", lambda s: leaves(s, "UBOT00001"), "bad", "staff channel",
           "There is no channel HELPDESK_STAFF_CHANNEL that the bot can see.", "invite the bot"),
    Broken("a channel that others share", lambda s: shares(s, is_ext_shared=True), "bad", "staff channel",
           "HELPDESK_STAFF_CHANNEL is shared with another organisation.", "Take a private channel"),
    Broken("a channel that others are asked into", lambda s: shares(s, is_pending_ext_shared=True), "bad",
           "staff channel", "HELPDESK_STAFF_CHANNEL is shared with another organisation.", "Take a private"),
    Broken("a channel of the whole organisation", lambda s: shares(s, is_org_shared=True), "warning",
           "staff channel", "shared with other workspaces of the organisation", "Look at its members"),
    Broken("a public channel", publishes, "bad", "staff channel",
           "HELPDESK_STAFF_CHANNEL is public: everybody could read the cases.", "Take a private channel"),
    Broken("a public channel that the bot may look at", publishes_in_sight, "bad", "staff channel",
           "HELPDESK_STAFF_CHANNEL is public: everybody could read the cases.", "Take a private channel"),
    Broken("an archived channel", lambda s: shares(s, is_archived=True), "bad", "staff channel",
           "HELPDESK_STAFF_CHANNEL is archived.", "Unarchive it"),
    Broken("a channel without staff", lambda s: leaves(s, "USTAFF001", "USTAFF002"), "warning",
           "staff channel", "Nobody but bots is in the staff channel.", "Invite the staff"),
]  # fmt: skip

DATABASE = [
    Broken("a folder that is not there", lambda s: s.set(HELPDESK_DATABASE=f"sqlite:///{s.folder}/no/a.db"),
           "bad", "database", "no, is not there.", "Make it, owned by the user that runs the bot"),
    Broken("a folder that cannot be written", lambda s: s.set(HELPDESK_DATABASE="sqlite:////proc/a.db"),
           "bad", "database", "Nothing can be written in /proc", "Let the user that runs the bot write"),
    Broken("a database that cannot be written", cannot_be_written, "bad", "database",
           "can be read, but not written.", "Give the file to the user that runs the bot."),
    Broken("a database for all to read", for_all_to_read, "warning", "database",
           "Everybody on this machine may read", "Run: chmod 600 "),
    Broken("a file that is no database", no_database, "bad", "database",
           "The database cannot be read: file is not a database.", "Is it an SQLite file?"),
    Broken("a database of a newer program",
           lambda s: s.make_database("UPDATE alembic_version SET version_num = '9999'"), "bad", "database",
           "The database is of version 9999, which this program does not know.", "A newer program has"),
    Broken("an old migration", lambda s: s.make_database("UPDATE alembic_version SET version_num = '0001'"),
           "warning", "database", "The database is older than the program: 0002", "Make a copy of the file"),
    Broken("no write-ahead log", lambda s: s.make_database("PRAGMA journal_mode = DELETE"), "warning",
           "database", "The database has no write-ahead log", "Start the bot once"),
    Broken("a damaged database", damages, "bad", "database", "The database is damaged: ",
           "Stop the bot and restore the last copy."),
    Broken("a network file system", lambda s: lies_on(s, "nfs4"), "warning", "database",
           "The database lies on a network file system (nfs4)", "a disk of this machine"),
    Broken("a disk that fills up", lambda s: has_left(s, 150), "warning", "database",
           "The disk of the database has 150 MB left.", "Make room"),
    Broken("a full disk", lambda s: has_left(s, 5), "bad", "database",
           "The disk of the database has 5 MB left.", "Make room"),
    Broken("a database of another kind", lambda s: s.set(HELPDESK_DATABASE="postgresql://a/b"), "bad",
           "database", "keeps its data in SQLite", "Write sqlite:///"),
    Broken("a database in memory", lambda s: s.set(HELPDESK_DATABASE="sqlite://"), "warning", "database",
           "The database is in memory alone", "Name a file"),
]  # fmt: skip

FLOWS = [
    Broken("no flow files", lambda s: s.set(HELPDESK_FLOWS=f"{s.folder}/no"), "bad", "flows",
           "There is no folder", "Name the folder that holds facts.yaml."),
    Broken("a mistake in a flow file", lambda s: s.flows_with("nextgen.yaml", "ask:", "aks:"), "bad", "flows",
           "nextgen.yaml:", "ask"),
    Broken("a court without a file", lambda s: s.set(HELPDESK_COURT="north"), "bad", "court",
           "HELPDESK_COURT is 'north', which has no file.", "Courts here: ca10, "),
    Broken("an unknown time zone",
           lambda s: s.flows_with("courts/example.yaml", "America/Chicago", "America/Chigaco"), "bad",
           "flows", "There is no time zone", "America/Chicago"),
    Broken("an expired fact",
           lambda s: s.flows_with("facts.yaml", "expires: 2027-11-22", "expires: 2026-11-30"),
           "warning", "facts", 'The fact "pacer.phone" (facts.yaml, line', "Look it up again at https://"),
    Broken("a fact that expires soon",
           lambda s: s.flows_with("facts.yaml", "expires: 2027-11-22", "expires: 2026-12-20"),
           "warning", "facts", "expires on 2026-12-20.", "write new days into checked and expires"),
    Broken("words that nobody signed", lambda s: s.in_cloud("gov", "https://court.slack-gov.com/"), "warning",
           "court", "says `example: yes`", "Let the court read them"),
    Broken("a court without hours", lambda s: s.set(HELPDESK_COURT="moeb"), "warning", "hours",
           "has no desk hours", "Add `desk:`"),
    Broken("a court without targets",
           lambda s: s.flows_with("courts/example.yaml", TARGETS, ""), "warning", "targets",
           "sets no targets", "Add `targets:`"),
]  # fmt: skip

ADDRESS = [
    Broken("an address of another machine", lambda s: s.over_http(HELPDESK_HOST="203.0.113.1"), "bad",
           "address", "The address 203.0.113.1:0 cannot be used", "an address of this machine"),
    Broken("a host that nothing is called", lambda s: s.over_http(HELPDESK_HOST="h\u00f4te"), "bad",
           "address", "cannot be used: it is no name of a host", "an address of this machine"),
    Broken("one port for two", lambda s: s.over_http(HELPDESK_PORT="8099", HEALTH_PORT="8099"), "bad",
           "health", "HELPDESK_PORT and HEALTH_PORT are both 8099", "Set HEALTH_PORT to another one"),
    Broken("a port that another program has", lambda s: s.over_http(HELPDESK_PORT=s.port_of_slack), "bad",
           "address", "Something else listens at 127.0.0.1:", "Set HELPDESK_HOST and HELPDESK_PORT to a"),
    Broken("a port that is taken", lambda s: s.over_http(HELPDESK_PORT=s.port_of_slack, HEALTH_PORT=""),
           "warning", "address", "Something listens at 127.0.0.1:", "If that is not this bot"),
    Broken("a health port that another program has", lambda s: s.set(HEALTH_PORT=s.port_of_slack), "bad",
           "health", "Something else listens at 127.0.0.1:", "Set HEALTH_HOST and HEALTH_PORT to a free"),
]  # fmt: skip

ALL = [*SETTINGS, *SLACK, *CHANNEL, *DATABASE, *FLOWS, *ADDRESS]
