"""`helpdesk backup`: a copy of the database, while the bot runs."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.database_option import Database, address


def backup(
    target: Annotated[
        Path, typer.Argument(help="A new file; or a folder, for a file named by the time.", metavar="FILE")
    ],
    database: Database = "",
) -> None:
    """Copy the database to a new file, as of one moment. The bot may run on.

    The copy is checked before it appears, may be read by its owner alone, and never takes the place of a
    file. It holds what filers wrote: keep it as you keep the database. Exit status 2 when there is no copy.
    """
    from bot.storage.backup import back_up

    file = target / f"helpdesk-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db" if target.is_dir() else target
    size = back_up(address(database), file)
    typer.echo(f"{file}: {size:,} bytes, checked.")
