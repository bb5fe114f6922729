"""All flows of one court, compiled once and shared by every conversation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.engine.federal_holidays import federal_holiday
from bot.engine.hours import Hours
from bot.engine.machine import FlowMachine, compile_machine
from bot.engine.made import Made
from bot.flow.court_macros import court_macros
from bot.flow.days import hours_of
from bot.flow.model import Answer, Court, Flow, Library, Macro, Question
from bot.flow.resolve import resolve
from bot.flow.timetable import Timetable
from bot.flow.wording import Wording
from bot.matching.commands import Commands
from bot.matching.groups import expand
from bot.matching.phrases import PhraseIndex
from bot.matching.reader import Reader
from bot.matching.types import Option, Prompt, Span

NOT_SURE = "not sure"
PACER_HOURS = "pacer.phone_hours"


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """What the engine needs of one flow: its machine, its reader, and the words that hand over.

    `not_sure` holds each question's answer that says no more than that (question, answer): it gives way to
    any other without a word.
    """

    flow: Flow
    machine: FlowMachine
    reader: Reader
    heard: PhraseIndex
    asked: Mapping[str, Question]
    not_sure: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """One court's flows, words and commands. Immutable, but for `made`, which only spares making again.

    `hours` are the help desk's, and `pacer_hours` those of PACER's phone; None where they are not known.
    `macros` are the court's canned replies, for staff.
    """

    court: Court
    wording: Wording
    flows: Mapping[str, Rules]
    commands: Commands
    terms: PhraseIndex
    questions: PhraseIndex
    explained: Mapping[str, str]
    second_thoughts: PhraseIndex
    short_replies: PhraseIndex
    hours: Hours | None
    pacer_hours: Hours | None
    macros: tuple[Macro, ...]
    made: Made

    @property
    def default(self) -> str:
        """The id of the flow that opens when nothing else is asked for."""
        return self.court.default_flow

    def asked_about(self, text: str) -> str:
        """The word of the field that a message asks about ("what is PACER?", "NextGen?"), or empty."""
        found = self.questions.found(text)
        return found[0].key if found else self.terms.whole(text) or ""

    def changes_mind(self, text: str) -> bool:
        """Whether a message says that it corrects an earlier one ("actually", "I meant")."""
        return bool(self.second_thoughts.found(text))

    def short_reply(self, text: str) -> str:
        """The group (yes, no, not sure) of which the whole message is a word, or empty."""
        return self.short_replies.whole(text) or ""

    def rules(self, flow: str) -> Rules:
        """The rules of a flow; those of the default flow when there is none of that name."""
        return self.flows.get(flow) or self.flows[self.default]


def build(library: Library, court: str) -> Book:
    """Compile all flows for one court. Raises KeyError for an unknown court."""
    profile = library.courts[court]
    wording = Wording(library, profile)
    day = max((fact.checked for fact in library.facts.values()), default=date.min)
    flows = [_labelled(resolve(library, flow, court), wording, day) for flow in library.flows]
    commands = dict(library.commands)
    leads, second_thoughts = commands.pop("what_is", ()), commands.pop("changes_mind", ())
    return Book(
        court=profile,
        wording=wording,
        flows={flow.id: _rules(library, flow) for flow in flows},
        commands=Commands(commands),
        terms=PhraseIndex({term.id: term.phrases for term in library.terms}),
        questions=PhraseIndex({term.id: tuple(_asked_about(term.phrases, leads)) for term in library.terms}),
        explained={term.id: term.text for term in library.terms},
        second_thoughts=PhraseIndex({"changes_mind": second_thoughts}),
        short_replies=PhraseIndex(library.groups),
        hours=_desk_hours(profile),
        pacer_hours=_pacer_hours(library),
        macros=court_macros(library, profile),
        made=Made(),
    )


def _desk_hours(court: Court) -> Hours | None:
    return Hours(court.desk.timetable, ZoneInfo(court.zone), federal_holiday) if court.desk else None


def _pacer_hours(library: Library) -> Hours | None:
    """The hours of PACER's phone. No source says that it is open on federal holidays, so nor do we."""
    fact = library.facts.get(PACER_HOURS)
    if fact is None or fact.kind != "hours":
        return None
    return Hours(Timetable(hours_of(fact), holidays=True), ZoneInfo(fact.zone), federal_holiday)


def _labelled(flow: Flow, wording: Wording, day: date) -> Flow:
    """The flow with its buttons' words filled in, so that who types them is heard as who presses.

    The days and names in a label do not change; `day` is one on which the facts hold.
    """
    questions = (
        replace(
            question,
            answers=tuple(replace(one, label=wording.fill(one.label, day)) for one in question.answers),
        )
        for question in flow.questions
    )
    return replace(flow, questions=tuple(questions))


def prompt(question: Question, groups: Mapping[str, tuple[str, ...]]) -> Prompt:
    """A question as matching sees it: labels, phrases with their groups, and days."""
    return Prompt(question.id, tuple(_option(answer, groups) for answer in question.answers))


def _rules(library: Library, flow: Flow) -> Rules:
    groups = library.groups
    return Rules(
        flow=flow,
        machine=compile_machine(flow),
        reader=Reader(
            [prompt(question, groups) for question in flow.questions],
            yes=groups.get("yes", ()),
            no=groups.get("no", ()),
            not_sure=groups.get(NOT_SURE, ()),
        ),
        heard=PhraseIndex({one.id: one.heard for one in flow.hand_overs if one.heard}),
        asked={question.id: question for question in flow.questions},
        not_sure=frozenset(_not_sure(flow)),
    )


def _not_sure(flow: Flow) -> Iterator[tuple[str, str]]:
    for question in flow.questions:
        for answer in question.answers:
            if NOT_SURE in (phrase.lower() for phrase in (answer.label, *answer.also)):
                yield question.id, answer.id


def _option(answer: Answer, groups: Mapping[str, tuple[str, ...]]) -> Option:
    phrases = tuple(expand((answer.label, *answer.also), groups))
    span = Span(answer.days.start, answer.days.end) if answer.days else None
    return Option(answer.id, answer.label, phrases, span)


def _asked_about(phrases: tuple[str, ...], leads: tuple[str, ...]) -> Iterator[str]:
    for phrase in phrases:
        for lead in leads:
            for article in ("", "a ", "an ", "the "):
                yield f"{lead} {article}{phrase}"
