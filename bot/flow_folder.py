"""Where the flow files lie on this machine, their texts, and what they make."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.errors import FlowError
from bot.flow.library import load
from bot.flow.model import Court, Library
from bot.flow.names import closest
from bot.flow.problem import Problem

MARK = "facts.yaml"
PACKAGED = Path(__file__).parent / "_flows"


def find(named: Path | None, environment: Mapping[str, str], here: Path, packaged: Path = PACKAGED) -> Path:
    """The folder of the flow files.

    The folder that was named, else that of HELPDESK_FLOWS, else `flows` under `here` when it has
    facts.yaml, else the copy that came with the program. Raises FlowError when a folder that was asked
    for is not there, and when there is none at all.
    """
    asked = named or (Path(environment["HELPDESK_FLOWS"]) if environment.get("HELPDESK_FLOWS") else None)
    if asked is not None:
        if not _is_folder(asked):
            raise FlowError(f"There is no folder {asked}.", "Name the folder that holds facts.yaml.")
        return asked
    for folder in (here / "flows", packaged):
        if (folder / MARK).is_file():
            return folder
    raise FlowError(
        "No flow files were found.", "Name their folder with --flows, or set HELPDESK_FLOWS to it."
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except PermissionError as error:
        raise FlowError(
            f"{path} cannot be looked into: {error.strerror}.", "Check who may read it."
        ) from error


def texts(folder: Path) -> dict[str, str]:
    """All YAML files under a folder: name relative to it, such as `courts/moeb.yaml`, to text.

    Raises FlowError when there is none, and for a file that cannot be read or is not UTF-8.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            found[name] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise FlowError(f"{path} is not UTF-8 text.", "Save it again as UTF-8.") from error
        except OSError as error:
            raise FlowError(f"{path} cannot be read: {error.strerror}.", "Check who may read it.") from error
    if not found:
        raise FlowError(f"There is no YAML file in {folder}.", "Name the folder that holds facts.yaml.")
    return found


def read(folder: Path) -> tuple[Library | None, tuple[Problem, ...]]:
    """The library in a folder, and its problems; see `bot.flow.library.load`.

    A time zone that this machine does not know is a problem too, and is read as UTC so that the checks can
    go on. Raises FlowError as `texts` does.
    """
    library, problems = load(texts(folder))
    if library is None:
        return None, problems
    lost = {court.id: _no_zone(court, library) for court in library.courts.values() if not _has_zone(court)}
    told = {problem.file for problem in problems if problem.kind == "bad_zone"}
    courts = {
        key: replace(court, zone="UTC") if key in lost else court for key, court in library.courts.items()
    }
    unknown = [problem for problem in lost.values() if problem.file not in told]
    return replace(library, courts=courts), tuple(sorted([*problems, *unknown]))


def _has_zone(court: Court) -> bool:
    try:
        ZoneInfo(court.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _no_zone(court: Court, library: Library) -> Problem:
    place = library.places.get((court.place.file, "zone"), court.place)
    near = closest(court.zone, sorted(available_timezones())) or "America/Chicago"
    what = f'There is no time zone "{court.zone}".'
    return Problem(place.file, place.line, place.column, "unknown_zone", what, f"Write it like {near}.")
