"""The flow files: which ones, whether they can be used, and what in them is old or was never signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import flow_folder
from bot.doctor.finding import Finding, bad, good, skipped, told, warning
from bot.errors import FlowError
from bot.flow.days import is_stale
from bot.flow.model import Court, Fact, Library
from bot.flow.parse_court import OWN_FACTS
from bot.flow.problem import Problem
from bot.flow.timetable import Targets

SOON = timedelta(days=30)
SHOWN = 5
"""How many problems are shown; `helpdesk check` shows all."""

REAL_CLOUDS = ("commercial", "gov")


@dataclass(frozen=True, slots=True)
class FlowFacts:
    """What lies in the folder of the flow files; `error` when nothing could be read."""

    folder: Path | None = None
    library: Library | None = None
    problems: tuple[Problem, ...] = ()
    error: FlowError | None = None


def read_flows(named: str) -> FlowFacts:
    """The flow files that `helpdesk serve` would use; `named` is HELPDESK_FLOWS, or empty."""
    try:
        folder = flow_folder.find(Path(named) if named else None, {}, Path())
        return FlowFacts(folder, *flow_folder.read(folder))
    except FlowError as error:
        return FlowFacts(error=error)


def check_flows(flows: FlowFacts) -> Iterator[Finding]:
    """Which folder it is, and whether its files can be used."""
    if flows.error is not None:
        yield told("flows", flows.error)
        return
    errors = [problem for problem in flows.problems if problem.severity == "error"]
    for problem in errors[:SHOWN]:
        yield bad("flows", f"{flows.folder}/{problem.file}:{problem.line}: {problem.what}", problem.advice)
    if len(errors) > SHOWN:
        yield bad("flows", f"There are {len(errors) - SHOWN} more errors.", "Run: helpdesk check")
    if not errors:
        origin = ", the copy that came with the program" if flows.folder == flow_folder.PACKAGED else ""
        yield good("flows", f"The flow files are those in {flows.folder}{origin}.")


def check_court(flows: FlowFacts, court_id: str, cloud: str, now: datetime) -> Iterator[Finding]:
    """The court that is set: its file, its zone, its hours, and every fact that it uses."""
    if flows.library is None:
        yield skipped("court", "The flow files cannot be read.")
        return
    court = flows.library.courts.get(court_id)
    if court is None:
        courts = ", ".join(sorted(flows.library.courts))
        yield bad("court", f"HELPDESK_COURT is {court_id!r}, which has no file.", f"Courts here: {courts}.")
        return
    yield from _check_signed(court, cloud)
    yield from _check_desk(court)
    zone = ZoneInfo(court.zone)
    yield good("zone", f"In {court.zone} it is {now.astimezone(zone):%H:%M}.")
    yield from _check_facts([*{**flows.library.facts, **court.facts}.values()], now.astimezone(zone))


def _check_signed(court: Court, cloud: str) -> Iterator[Finding]:
    if court.example and cloud in REAL_CLOUDS:
        what = (
            f"The file of the court {court.id} says `example: yes`: nobody of the court has signed its words."
        )
        yield warning("court", what, "Let the court read them, then take that line out of the file.")
    else:
        yield good("court", f"{court.name}.")


def _check_desk(court: Court) -> Iterator[Finding]:
    if court.desk is None:
        what = f"The file of the court {court.id} has no desk hours: filers hear no times, and no clock runs."
        yield warning("hours", what, "Add `desk:` with its hours to the file of the court.")
        return
    yield good("hours", "The hours of the desk are known.")
    if court.desk.targets == Targets():
        what = f"The file of the court {court.id} sets no targets: no clock runs, and staff are not reminded."
        yield warning("targets", what, "Add `targets:` under `desk:` in the file of the court.")
    else:
        yield good("targets", "Cases have targets.")


def _check_facts(facts: list[Fact], now: datetime) -> Iterator[Finding]:
    dated = [fact for fact in facts if fact.key not in OWN_FACTS]
    old = [fact for fact in dated if is_stale(fact, now.date() + SOON)]
    for fact in sorted(old, key=lambda fact: fact.expires):
        verb = "expired" if is_stale(fact, now.date()) else "expires"
        what = f'The fact "{fact.key}" ({fact.place.file}, line {fact.place.line}) {verb} on {fact.expires}.'
        advice = f"Look it up again at {fact.source}, then write new days into checked and expires."
        yield warning("facts", what, advice)
    if not old:
        yield good("facts", f"None of {len(dated)} expires within {SOON.days} days.")
