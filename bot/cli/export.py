"""`helpdesk export`: cases with their transcripts and their audit, for records and for requests by law."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO
from zoneinfo import ZoneInfo

import typer

from bot.cli.database_option import Database, address
from bot.cli.options import DEFAULT_COURT, Court, Flows
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.storage.case_export import CaseRecord

OWNER_ALONE = 0o600
DAY = ["%Y-%m-%d"]
Format = Literal["csv", "json", "text"]


def export(  # noqa: PLR0913 - one argument for each option of the command line
    case: Annotated[str, typer.Option("--case", help="One case, such as NG-1042.", metavar="NUMBER")] = "",
    since: Annotated[
        datetime | None, typer.Option("--since", formats=DAY, help="All cases opened on this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", formats=DAY, help="And opened on this day or before.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="json is one line for each case.")] = "text",
    out: Annotated[
        Path | None, typer.Option("--out", help="A new file, which its owner alone may read.", metavar="FILE")
    ] = None,
    court: Court = DEFAULT_COURT,
    flows: Flows = None,
    database: Database = "",
) -> None:
    """Write what is kept of one case, or of all cases of a time: path, transcript, audit.

    The bot may run on; nothing is changed but the audit, which says who exported what. Days and times are
    those of the court. What was erased by the court's own rules is not there any more.
    """
    from bot.cli.opened import open_book
    from bot.service.desk_records import Act
    from bot.storage.case_export import Wish, exported, note

    if bool(case) == (since is not None):
        raise SettingsError("It is not said what to export.", "Write --case NG-1042, or --since 2026-01-01.")
    zone, url = ZoneInfo(open_book(flows, court).court.zone), address(database)
    last = until + timedelta(days=1) if until else None
    wish = Wish(case.upper(), _midnight(since, zone), _midnight(last, zone))
    asked = {"format": form} | {
        name: day.date().isoformat() for name, day in (("since", since), ("until", until)) if day
    }
    with _opened(out) as target:
        note(url, court, Act(f"terminal:{getuser()}", "exported", datetime.now(UTC), wish.number, data=asked))
        count = _write(target, form, exported(url, court, wish), zone)
    if case and not count:
        raise SettingsError(f"There is no case {wish.number}.", "Name its court with --court.")
    typer.echo(f"Cases exported: {count}.", err=True)


def _write(target: TextIO, form: Format, records: "Iterator[CaseRecord]", zone: ZoneInfo) -> int:
    """Write one record after the other; how many there were."""
    from bot.cli.export_lines import COLUMNS, FORMATS, csv_line

    if form == "csv":
        target.write(f"{csv_line(COLUMNS)}\n")
    count = 0
    for record in records:
        target.writelines(f"{line}\n" for line in FORMATS[form](record, zone))
        count += 1
    return count


def _midnight(day: datetime | None, zone: ZoneInfo) -> datetime | None:
    return day.replace(tzinfo=zone) if day else None


@contextmanager
def _opened(out: Path | None) -> Iterator[TextIO]:
    """Where the export goes: a new file, or the terminal. Raises SettingsError when there is no such file."""
    if out is None:
        yield sys.stdout
        return
    try:
        number = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE)
    except OSError as error:
        raise SettingsError(f"{out} cannot be made: {error.strerror}.", "Name a new file.") from error
    with os.fdopen(number, "w", encoding="utf-8", newline="") as target:
        yield target
