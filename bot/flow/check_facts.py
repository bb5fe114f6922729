"""Facts that have grown old, that contradict themselves, or that nobody has confirmed."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.flow.days import holds, is_stale
from bot.flow.model import Fact, Library, Place
from bot.flow.parse_court import OWN_FACTS
from bot.flow.placeholder import names
from bot.flow.report import Report
from bot.flow.texts import passages

LONGEST = timedelta(days=366)


def check_facts(library: Library, today: date, report: Report) -> None:
    """Report each fact whose days make no sense, that is stale today, or that is used without a source."""
    used = _used(library)
    for fact in _facts(library):
        _check_days(fact, today, library, report)
        if fact.mark == "C" and fact.kind == "link" and fact.key in used:
            what = f'The link "{fact.key}" is marked C, and no page of it was seen.'
            advice = "Look at the page and mark it A, or take the link out of the flow."
            report.error(_place(fact, library, "mark"), "unconfirmed_link", what, advice)
        if fact.key in used and not holds(fact, today):
            what = f'The fact "{fact.key}" is used and does not hold on {today}.'
            advice = "Change from and until, or take it out of the texts."
            report.warning(_place(fact, library, "until"), "fact_not_in_force", what, advice)


def _facts(library: Library) -> Iterator[Fact]:
    yield from library.facts.values()
    for court in library.courts.values():
        yield from (fact for fact in court.facts.values() if fact.key not in OWN_FACTS)


def _check_days(fact: Fact, today: date, library: Library, report: Report) -> None:
    if is_stale(fact, today):
        what = f'The fact "{fact.key}" expired on {fact.expires}.'
        advice = (
            f"Look it up again at {fact.source}, then write today into checked and a new day into expires."
        )
        report.warning(_place(fact, library, "expires"), "expired_fact", what, advice)
    if fact.expires < fact.checked:
        what = f'The fact "{fact.key}" expires before it was checked.'
        report.error(_place(fact, library, "expires"), "days_reversed", what, "Write a day after checked.")
    elif fact.expires - fact.checked > LONGEST and date.max != fact.expires and date.min != fact.checked:
        what = f'The fact "{fact.key}" expires more than a year after it was checked.'
        report.error(_place(fact, library, "expires"), "expires_too_late", what, "Write a day within a year.")
    if fact.checked > today:
        what = f'The fact "{fact.key}" was checked on {fact.checked}, which is still to come.'
        report.warning(
            _place(fact, library, "checked"), "checked_in_future", what, "Write the day you looked."
        )
    if fact.start and fact.until and fact.until < fact.start:
        what = f'The fact "{fact.key}" ends before it begins.'
        report.error(_place(fact, library, "until"), "days_reversed", what, "Write a day after from.")


def _place(fact: Fact, library: Library, key: str) -> Place:
    """Where a key of the fact stands; a court may write its fact with or without `court.` in front."""
    written = (fact.key, fact.key.partition(".")[2])
    paths = ((fact.place.file, "facts", name, key) for name in written)
    return next((library.places[path] for path in paths if path in library.places), fact.place)


def _used(library: Library) -> frozenset[str]:
    flows = library.flows.values()
    of_steps = {key for flow in flows for step in flow.steps for key in step.links}
    of_hand_overs = {key for flow in flows for one in flow.hand_overs for key in one.links}
    of_macros = {key for macro in library.macros.values() for key in macro.links}
    of_links = of_steps | of_hand_overs | of_macros
    return frozenset(of_links | {name for passage in passages(library) for name in names(passage.text)})
