"""Canned replies that could not be told apart, or that would not go out as they were meant."""

from bot.flow.model import Library
from bot.flow.report import Report
from bot.flow.texts import passages


def check_macros(library: Library, report: Report) -> None:
    """Report bold words, which a filer would read as stars, and two canned replies of one title."""
    for passage in passages(library):
        if passage.use in ("option", "reply") and "*" in passage.text:
            what = f"{passage.called[0].upper()}{passage.called[1:]} has bold words, which are not sent."
            report.error(passage.place, "bold_in_macro", what, "Take the * out; put the words in quotes.")
    first: dict[str, str] = {}
    for macro in library.macros.values():
        other = first.setdefault(macro.title.casefold(), macro.id)
        if other != macro.id:
            place = library.at(macro.place.file, macro.id, "title", otherwise=macro.place)
            what = f'Two canned replies are called "{macro.title}": {other} and {macro.id}.'
            report.error(place, "twin_titles", what, "Give one of them another title.")
