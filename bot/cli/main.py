"""The command `helpdesk`. Each command is a file beside this one, and imports what it needs when it runs."""

import sys
from typing import Annotated

import typer

import bot
from bot.cli import backup, chat, check, demo, doctor, export, graph, hold, manifest, restore, serve, table
from bot.errors import BotError

UNUSABLE = 2

app = typer.Typer(
    name="helpdesk",
    help="The court's help desk: a filer asks, and gets the exact next steps.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"helpdesk {bot.__version__}")
        raise typer.Exit


@app.callback()
def _helpdesk(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """The court's help desk: a filer asks, and gets the exact next steps."""


app.command("chat")(chat.chat)
app.command("check")(check.check)
app.command("table")(table.table)
app.command("graph")(graph.graph)
app.command("demo")(demo.demo)
app.command("manifest")(manifest.manifest)
app.command("doctor")(doctor.doctor)
app.command("serve")(serve.serve)
app.command("backup")(backup.backup)
app.command("restore")(restore.restore)
app.command("export")(export.export)
app.command("hold")(hold.hold)


def main() -> None:
    """Run the command line; what cannot be done is a sentence on standard error, and exit status 2."""
    try:
        app(prog_name="helpdesk")
    except BotError as error:
        typer.echo(f"helpdesk: {error}", err=True)
        sys.exit(UNUSABLE)
