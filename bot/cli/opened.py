"""The flow files, opened for a command: read, checked for use, and compiled for one court."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import flow_folder
from bot.engine.book import Book, build
from bot.errors import FlowError
from bot.flow.model import Court, Library

MORNING = 10


def folder(named: Path | None) -> Path:
    """The folder of the flow files; see `bot.flow_folder.find`. Raises FlowError."""
    return flow_folder.find(named, os.environ, Path())


def open_library(named: Path | None) -> Library:
    """All flow files, fit for use. Raises FlowError with every problem that makes them unfit."""
    where = folder(named)
    library, problems = flow_folder.read(where)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if library is None or errors:
        listed = "\n".join(f"{where}/{problem}" for problem in errors)
        raise FlowError(
            f"The flow files cannot be used.\n{listed}\nCorrect them.", "Run: helpdesk check", errors
        )
    return library


def open_book(named: Path | None, court: str) -> Book:
    """All flows compiled for one court. Raises FlowError, also for a court that has no file."""
    library = open_library(named)
    if court not in library.courts:
        raise FlowError(f"There is no court {court}.", f"Courts here: {', '.join(sorted(library.courts))}.")
    return build(library, court)


def flow_of(book: Book, flow: str) -> str:
    """The flow's id. Raises FlowError when there is none of that name."""
    if flow not in book.flows:
        raise FlowError(f"There is no flow {flow}.", f"Flows here: {', '.join(sorted(book.flows))}.")
    return flow


def moment(court: Court, today: datetime | None) -> datetime:
    """The time in the court's zone: now, or ten in the morning of the day asked for."""
    zone = ZoneInfo(court.zone)
    if today is None:
        return datetime.now(zone)
    return today.replace(hour=MORNING, tzinfo=zone)
