"""`helpdesk manifest`: the Slack app, written down for Slack's own page."""

from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.options import AsJson
from bot.slack.needs import COMMAND


class Mode(StrEnum):
    """How Slack's deliveries come in."""

    socket = "socket"
    http = "http"


class Cloud(StrEnum):
    """Which Slack the app is made in."""

    commercial = "commercial"
    gov = "gov"


def manifest(  # noqa: PLR0913 - one argument for each option
    mode: Annotated[Mode, typer.Option("--mode", help="As HELPDESK_MODE.")] = Mode.socket,
    cloud: Annotated[
        Cloud, typer.Option("--cloud", help="As HELPDESK_CLOUD; gov is GovSlack.")
    ] = Cloud.commercial,
    url: Annotated[
        str, typer.Option("--url", help="For http: the address of your server, https://...", metavar="URL")
    ] = "",
    command: Annotated[str, typer.Option("--command", help="As HELPDESK_COMMAND.")] = COMMAND.name,
    name: Annotated[str, typer.Option("--name", help="What people see the app is called.")] = "",
    staff_group: Annotated[
        bool, typer.Option("--staff-group", help="For a court's file with a `staff group`: read its members.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print the manifest of the Slack app: what it may do and why, to paste where Slack makes apps.

    Exit status 2 when Slack would not take it, with each reason.
    """
    from bot.cli import manifest_made, manifest_text
    from bot.cli.manifest_limits import refuse_what_slack_refuses

    chosen = manifest_made.Chosen(
        mode.value, cloud.value, url, command, name or manifest_made.NAME, staff_group
    )
    made = manifest_made.make(chosen)
    refuse_what_slack_refuses(made)
    typer.echo(manifest_text.as_json(made) if as_json else manifest_text.as_yaml(made, chosen), nl=False)
