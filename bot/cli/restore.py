"""`helpdesk restore`: a backup in the place of the database."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.database_option import Database, address


def restore(
    backup: Annotated[Path, typer.Argument(help="What `helpdesk backup` has made.", metavar="FILE")],
    database: Database = "",
) -> None:
    """Put a backup in the place of the database. The bot must be stopped.

    The database of before stays beside it under another name. What happened after the backup is not in it,
    but nothing is said twice: what waited is looked for in Slack first, and no number of a case is given
    again. Exit status 2 when nothing was changed.
    """
    from bot.storage.restore import restore as put_back

    at = address(database)
    restored = put_back(at, backup, datetime.now(UTC))
    typer.echo(f"{backup} is now the database {at}.")
    if restored.before is not None:
        typer.echo(f"The one of before is kept: {restored.before}. Remove it when you are content.")
    typer.echo(f"Messages to look for in Slack before they are sent: {restored.unsure}.")
