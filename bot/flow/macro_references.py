"""What canned replies name, and what courts name of them: hand-overs, steps, and the replies themselves."""

from bot.flow.model import Library
from bot.flow.names import nearest
from bot.flow.report import Report


def check_macro_references(library: Library, report: Report) -> None:
    """Report what a canned reply is for and does not exist, and what a court changes and does not exist."""
    _check_reasons(library, report)
    for court in library.courts.values():
        for macro in court.macros:
            if macro not in library.macros:
                place = library.at(court.place.file, "macros", macro)
                what = f'There is no canned reply "{macro}".'
                report.error(place, "unknown_macro", what, nearest(macro, library.macros))


def _check_reasons(library: Library, report: Report) -> None:
    known = [one.id for flow in library.flows.values() for one in flow.hand_overs]
    known += [step.id for flow in library.flows.values() for step in flow.steps]
    for macro in library.macros.values():
        path = (macro.place.file, macro.id, "for")
        for number, reason in enumerate(macro.offered_for):
            if reason not in known:
                place = library.at(*path, str(number), otherwise=library.at(*path))
                what = f'There is no hand-over and no step "{reason}".'
                report.error(place, "unknown_reason", what, nearest(reason, known))
