"""The database that a command works on: named, or the one that `helpdesk serve` would use."""

from typing import Annotated

import typer

from bot.errors import SettingsError

NAME = "HELPDESK_DATABASE"

Database = Annotated[
    str,
    typer.Option("--database", help=f"Its address; else {NAME}, else what .env says.", metavar="ADDRESS"),
]


def address(named: str) -> str:
    """The address of the database; no other setting needs to be right. Raises SettingsError."""
    from bot.settings import look_up

    if named:
        return named
    reading = look_up()
    for trouble in reading.troubles:
        if trouble.name == NAME:
            raise SettingsError(trouble.what, trouble.advice)
    return reading.settings.database
