"""All files together: texts in, one library out, with every problem of their grammar and their references."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.errors import FlowError
from bot.flow.fact_references import check_fact_references
from bot.flow.fingerprint import fingerprint
from bot.flow.macro_references import check_macro_references
from bot.flow.mend import mended
from bot.flow.model import Library, Place
from bot.flow.parse_court import FOLDER, parse_court
from bot.flow.parse_facts import FactsFile, parse_facts_file
from bot.flow.parse_flow import parse_flow
from bot.flow.parse_macros import parse_macros
from bot.flow.parse_words import PhrasesFile, parse_phrases, parse_says, parse_terms
from bot.flow.problem import Problem
from bot.flow.references import check_court_references, check_flow_references
from bot.flow.report import Report
from bot.flow.rule_references import with_good_rules
from bot.flow.source import read
from bot.flow.written import Value, places

SHARED = ("facts.yaml", "phrases.yaml", "words.yaml", "says.yaml", "macros.yaml")


def load(texts: Mapping[str, str]) -> tuple[Library | None, tuple[Problem, ...]]:
    """The library that these files make, and all that is wrong with their grammar and references.

    `texts` maps a file's name below the flows folder (`nextgen.yaml`, `courts/moeb.yaml`) to what it holds.
    What cannot be understood is reported and left out, so that the checks that follow find the rest in the
    same run; a library may be served only when no problem is an error. None when a file is no YAML at all,
    or when there is no flow or no court. Never raises.
    """
    report = Report()
    written = {
        file: read(file, text, report) for file, text in sorted(texts.items()) if _is_ours(file, report)
    }
    values = {file: value for file, value in written.items() if value is not None}
    library = _assemble(values, report)
    if len(values) < len(written) or not _is_whole(library, report):
        return None, report.problems()
    return _with_references(library, report), report.problems()


def loaded(texts: Mapping[str, str]) -> Library:
    """The library that these files make. Raises FlowError, which carries the problems, if any is an error."""
    library, problems = load(texts)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if library is None or errors:
        first = errors[0] if errors else ""
        raise FlowError(f"The flow files cannot be used: {first}", "Run helpdesk check.", problems)
    return library


def _is_ours(file: str, report: Report) -> bool:
    folder, _, name = file.rpartition("/")
    if name.endswith(".yaml") and folder in ("", FOLDER.rstrip("/")):
        return True
    what = f'A file called "{file}" has no place here.'
    report.error(Place(file), "unknown_file", what, "Name it ID.yaml for a flow, courts/ID.yaml for a court.")
    return False


def _assemble(values: Mapping[str, Value], report: Report) -> Library:
    shared = {file: value for file, value in values.items() if file in SHARED}
    courts = {file: value for file, value in values.items() if file.startswith(FOLDER)}
    flows = {file: value for file, value in values.items() if file not in {*shared, *courts}}
    facts = parse_facts_file(SHARED[0], shared[SHARED[0]], report) if SHARED[0] in shared else FactsFile()
    phrases = parse_phrases(SHARED[1], shared[SHARED[1]], report) if SHARED[1] in shared else PhrasesFile()
    found_courts = [parse_court(file, value, report) for file, value in courts.items()]
    found_flows = [parse_flow(file, value, report) for file, value in flows.items()]
    return Library(
        flows={flow.id: flow for flow in found_flows},
        courts={court.id: court for court in found_courts},
        facts=facts.facts,
        flags=facts.flags,
        groups=phrases.groups,
        commands=phrases.commands,
        terms=parse_terms(SHARED[2], shared[SHARED[2]], report) if SHARED[2] in shared else (),
        says=parse_says(SHARED[3], shared[SHARED[3]], report) if SHARED[3] in shared else {},
        macros=parse_macros(SHARED[4], shared[SHARED[4]], report) if SHARED[4] in shared else {},
        places=dict(_places(values)),
    )


def _places(values: Mapping[str, Value]) -> Iterator[tuple[tuple[str, ...], Place]]:
    for file, value in values.items():
        yield from places(value, (file,)).items()


def _is_whole(library: Library, report: Report) -> bool:
    for found, file, thing in (
        (library.flows, "nextgen.yaml", "flow"),
        (library.courts, "courts/moeb.yaml", "court"),
    ):
        if not found:
            what = f"There is no {thing} among these files."
            report.error(Place(file), "missing_file", what, f"Add one, such as {file}.")
    return bool(library.flows and library.courts)


def _with_references(library: Library, report: Report) -> Library:
    flows = {}
    for flow in library.flows.values():
        check_flow_references(flow, library, report)
        flows[flow.id] = with_good_rules(flow, library, report)
    for court in library.courts.values():
        check_court_references(court, library, report)
    check_macro_references(library, report)
    check_fact_references(library, report)
    library = mended(replace(library, flows=flows))
    flows = {flow.id: replace(flow, fingerprint=fingerprint(flow)) for flow in library.flows.values()}
    return replace(library, flows=flows)
