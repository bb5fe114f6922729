"""The two tokens: whether Slack takes them, of what cloud, workspace and app, and what they may do."""

from collections.abc import Iterator

from bot.doctor.finding import Finding, bad, good, skipped, warning
from bot.slack.clouds import Cloud, belongs
from bot.slack.needs import names, scopes
from bot.slack.probe import Told
from bot.slack.tokens import app_of
from bot.slack.wire import inner, text_of

AGAIN = "Install the app in the workspace again, and copy the new bot token (OAuth & Permissions)."
REFUSALS = {
    "invalid_auth": (
        "No such token is known there.",
        "Copy the bot token (xoxb-...) of this app again. A token of GovSlack needs HELPDESK_CLOUD=gov, any "
        "other commercial. If the app allows certain IP addresses only, this machine's must be among them.",
    ),
    "account_inactive": ("The app was taken out of the workspace, or its bot was switched off.", AGAIN),
    "token_revoked": ("The token was revoked.", AGAIN),
    "token_expired": (
        "The token has run out, because token rotation is on.",
        "Make the app anew from the manifest, with token rotation off.",
    ),
    "not_allowed_token_type": (
        "It is a token of another kind.",
        "Copy the bot token (xoxb-...) of this app.",
    ),
    "team_access_not_granted": (
        "The organisation has not let the app into this workspace.",
        "Ask an administrator of the organisation to add the app to the workspace.",
    ),
}
REINSTALL = "Change this on the app's page, OAuth & Permissions, and install the app in the workspace again."


def check_bot_token(who: Told) -> Iterator[Finding]:
    """Whether Slack takes the bot token."""
    if who.refused:
        meaning, advice = REFUSALS.get(who.refused, ("", "Copy the bot token (xoxb-...) of this app again."))
        what = f"Slack does not take SLACK_BOT_TOKEN: {who.refused}. {meaning}".rstrip()
        yield bad("bot token", what, advice)
    elif not text_of(who.data, "bot_id"):
        yield bad(
            "bot token", "SLACK_BOT_TOKEN is not of a bot.", "Copy the bot token (xoxb-...) of this app."
        )
    else:
        yield good("bot token", f"Slack takes it, as {text_of(who.data, 'user') or 'a bot'}.")


def check_cloud(who: Told, cloud: Cloud) -> Iterator[Finding]:
    """Whether the token is of the cloud that is set."""
    if belongs(cloud, text_of(who.data, "url")):
        yield good("cloud", f"The token is of the cloud {cloud.name}.")
        return
    what = f"SLACK_BOT_TOKEN is of another cloud than {cloud.name}."
    yield bad("cloud", what, "Take the token of the app in this cloud, or change HELPDESK_CLOUD.")


def check_workspace(who: Told, teams: tuple[str, ...]) -> Iterator[Finding]:
    """Whether deliveries of the token's own workspace would be answered."""
    own = [one for one in (text_of(who.data, "team_id"), text_of(who.data, "enterprise_id")) if one]
    if teams and not set(teams) & set(own):
        what = f"HELPDESK_TEAMS leaves out the token's own workspace, {' '.join(own)}."
        yield bad("workspace", what, "Add that id, or leave HELPDESK_TEAMS empty.")
    else:
        yield good("workspace", f"The workspace is {' '.join(own)}.")


def check_scopes(who: Told, *, staff_group: bool = False) -> Iterator[Finding]:
    """The scopes granted against those needed, see `bot.slack.needs`; more for a court with a staff group."""
    needed = scopes(staff_group=staff_group)
    if "x-oauth-scopes" not in who.headers:
        yield skipped("scopes", "Slack did not tell the scopes.", "Compare them with the app's manifest.")
        return
    granted = {one.strip() for one in who.headers["x-oauth-scopes"].split(",") if one.strip()}
    for need in needed:
        if need.name not in granted:
            yield bad("scopes", f"The scope {need.name} is missing ({need.why}).", f"Add it. {REINSTALL}")
    if spare := sorted(granted - {*names(needed)}):
        what = f"More is granted than the bot needs: {', '.join(spare)}."
        yield warning("scopes", what, f"Take it away. {REINSTALL}")
    if granted == {*names(needed)}:
        yield good("scopes", f"All {len(needed)} that are needed are granted, and no more.")


def check_app_token(connection: Told, app_token: str, bot: Told | None) -> Iterator[Finding]:
    """Whether Slack takes the app-level token, with its scope, and whether it is of the same app."""
    if connection.trouble:
        yield skipped(
            "app token", "Slack did not answer about SLACK_APP_TOKEN.", "Run it again: helpdesk doctor"
        )
    elif connection.refused == "missing_scope":
        yield bad(
            "app token",
            "SLACK_APP_TOKEN lacks the scope connections:write.",
            "Make a new app-level token with that scope (Basic Information, App-Level Tokens), and copy it.",
        )
    elif connection.refused:
        yield bad(
            "app token",
            f"Slack does not take SLACK_APP_TOKEN: {connection.refused}.",
            "Copy the app-level token (xapp-, connections:write), and switch Socket Mode on for the app.",
        )
    else:
        yield _of_one_app(app_of(app_token), "" if bot is None else text_of(inner(bot.data, "bot"), "app_id"))


def _of_one_app(of_app_token: str, of_bot: str) -> Finding:
    if of_app_token and of_bot and of_app_token != of_bot:
        what = f"SLACK_APP_TOKEN is of the app {of_app_token}, SLACK_BOT_TOKEN of the app {of_bot}."
        return bad("app token", what, "Copy both tokens from the pages of one app.")
    return good("app token", "Slack takes it, and Socket Mode is on.")
