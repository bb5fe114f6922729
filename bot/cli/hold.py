"""`helpdesk hold`: a legal hold on a case, put on or taken off."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from getpass import getuser
from typing import Annotated, Literal

import typer

from bot.cli.database_option import Database, address
from bot.cli.options import DEFAULT_COURT, Court
from bot.errors import SavedElsewhere, SettingsError, StorageError

ATTEMPTS = 3
LONGEST = 200
"""Characters of a reason."""


def hold(
    case: Annotated[str, typer.Argument(help="The case, such as NG-1042.", metavar="NUMBER")],
    switch: Annotated[Literal["on", "off"], typer.Argument(help="Whether it is to be held.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, such as the number of a matter; no names.")],
    court: Court = DEFAULT_COURT,
    database: Database = "",
) -> None:
    """Keep a case from being erased, whatever the court's rules and its filer say; or let it go.

    The bot may run on. The audit says who did it, when and why.
    """
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST:
        raise SettingsError("There is no reason.", f"Write one of at most {LONGEST} characters.")
    changed = asyncio.run(_switched(address(database), court, (case.upper(), switch == "on"), why))
    now = "is held" if switch == "on" else "is not held"
    typer.echo(f"{case.upper()} {now}." if changed else f"{case.upper()} {now} already.")


async def _switched(url: str, court: str, wish: tuple[str, bool], why: str) -> bool:
    """Do it in one transaction; False when it was so already. Raises SettingsError for an unknown case."""
    from dataclasses import replace

    from bot.service.desk_records import Act
    from bot.service.ports import Unit
    from bot.slack.words import read_words
    from bot.storage.connect import file_of
    from bot.storage.database import open_store

    number, held = wish
    file = file_of(url)
    if file is None or not file.exists():
        raise SettingsError(f"There is no database at {url}.", "Name it with --database.")

    def work(unit: Unit) -> bool:
        found = unit.case(number)
        if found is None:
            raise SettingsError(f"There is no case {number}.", f"Is {court} its court? Name it with --court.")
        if found.held == held:
            return False
        unit.save_case(replace(found, held=held))
        what, data = "held" if held else "hold_ended", {"reason": read_words(why).text}
        unit.desk.note(Act(f"terminal:{getuser()}", what, datetime.now(UTC), number, data=data))
        return True

    store = open_store(url, court)
    try:
        for _ in range(ATTEMPTS):
            with suppress(SavedElsewhere):
                return await store.run(work)
        raise StorageError("The case is being saved by others all the time.", "Try it again.")
    finally:
        await store.close()
