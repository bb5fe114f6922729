"""The facts that flows and texts name: they exist in every court, and are of the right kind."""

from collections.abc import Collection, Iterable

from bot.flow.grammar import LINKED
from bot.flow.model import Answer, Fact, Flow, Library, Place, Question
from bot.flow.names import listed, nearest
from bot.flow.placeholder import names
from bot.flow.report import Report
from bot.flow.texts import Passage, passages


def check_fact_references(library: Library, report: Report) -> None:
    """Report every fact named in a flow or a text that some court does not have, or of the wrong kind."""
    check = _Check(library, report)
    for flow in library.flows.values():
        check.flow(flow)
    for macro in library.macros.values():
        check.links(macro.links, macro.place.file, macro.id, "link")
    for passage in passages(library):
        check.passage(passage)


class _Check:
    def __init__(self, library: Library, report: Report) -> None:
        self._library = library
        self._report = report
        self._known = sorted({*library.facts, *(key for one in library.courts.values() for key in one.facts)})

    def flow(self, flow: Flow) -> None:
        for question in flow.questions:
            for answer in question.answers:
                self._days(flow, question, answer)
        for part, members in (("steps", flow.steps), ("hand over", flow.hand_overs)):
            for one in members:
                self.links(one.links, flow.place.file, part, one.id, "link")
        for step in flow.steps:
            if step.not_before:
                self._fact(
                    step.not_before,
                    ("date",),
                    self._library.at(flow.place.file, "steps", step.id, "not before"),
                )

    def links(self, keys: Iterable[str], *path: str) -> None:
        for number, key in enumerate(keys):
            place = self._library.at(*path, str(number), otherwise=self._library.at(*path))
            self._fact(key, LINKED, place)

    def passage(self, passage: Passage) -> None:
        for name in names(passage.text):
            if "." in name:
                self._fact(name, (), passage.place, passage.court)
            elif passage.use != "sentence":
                what = f"{{{name}}} in {passage.called} stands for nothing."
                advice = f"Write the key of a fact, with a dot. {nearest(name, self._known)}"
                self._report.error(passage.place, "unknown_placeholder", what, advice)

    def _days(self, flow: Flow, question: Question, answer: Answer) -> None:
        if answer.dates:
            place = self._library.at(flow.place.file, "questions", question.id, "dates", answer.id)
            for key in (answer.dates.start, answer.dates.end):
                if key:
                    self._fact(key, ("date",), place)

    def _fact(self, key: str, kinds: Collection[str], place: Place, court: str = "") -> None:
        courts = [one for one in self._library.courts.values() if court in ("", one.id)]
        shared = self._library.facts.get(key)
        without = [one.id for one in courts if key not in one.facts and shared is None]
        if without:
            where = "No court has" if len(without) == len(courts) else f"The court {listed(without)} has not"
            advice = nearest(key, [name for name in self._known if name != key])
            if len(without) < len(courts):
                advice = f"Add it to courts/{without[0]}.yaml, or one for all courts to facts.yaml."
            self._report.error(place, "unknown_fact", f'{where} a fact "{key}".', advice)
        found = {one.facts.get(key) or shared for one in courts}
        for fact in found - {None}:
            self._kind(fact, kinds, place)

    def _kind(self, fact: Fact | None, kinds: Collection[str], place: Place) -> None:
        if fact and kinds and fact.kind and fact.kind not in kinds:
            what = f'The fact "{fact.key}" is a {fact.kind}.'
            self._report.error(
                place, "wrong_kind_of_fact", what, f"Name a fact of kind {' or '.join(kinds)}."
            )
